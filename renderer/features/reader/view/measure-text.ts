import type { MeasureText } from '../fixed/run-advances.ts';

let context: CanvasRenderingContext2D | null = null;

/** Measures a text in the window's sans serif; runs are scaled to their boxes, so only proportions matter. */
export const measureText: MeasureText = text => {
  context ??= createContext();
  return context ? context.measureText(text).width : text.length;
};

function createContext(): CanvasRenderingContext2D | null {
  const created = document.createElement('canvas').getContext('2d');
  if (created) created.font = '100px Arial, "Liberation Sans", sans-serif';
  return created;
}
