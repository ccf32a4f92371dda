import type { Rect } from './text-result.ts';

/** A transformation of the plane as PDF writes it (ISO 32000-1, 8.3.4): x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Leaves everything where it is. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Where a point goes. */
export function movePoint([a, b, c, d, e, f]: Matrix, x: number, y: number): [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The upright rectangle around a moved one. */
export function moveRect(matrix: Matrix, [left, bottom, right, top]: Rect): Rect {
  if (matrix === IDENTITY) return [left, bottom, right, top];
  const [x1, y1] = movePoint(matrix, left, bottom);
  const [x2, y2] = movePoint(matrix, right, top);
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}
