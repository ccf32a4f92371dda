import type { HexColor } from '../../../../../shared/document/content.ts';
import type { Drawing, PathCommand, Stroke } from '../drawing.ts';
import type { TextStyle } from '../text-style.ts';

/** A text of a chart: `x` is its left edge, middle or right edge by `anchor`; points from the chart's top left. */
export interface ChartLabel {
  text: string;
  x: number;
  baseline: number;
  anchor: 'start' | 'middle' | 'end';
  color: HexColor;
}

/** A chart drawn: shapes, and the texts above them. Points. */
export interface ChartDrawing {
  width: number;
  height: number;
  drawings: Drawing[];
  labels: ChartLabel[];
  /** Style of the texts, but for their colour. */
  style: TextStyle;
}

/** What a chart is drawn on, before its height is known. */
export type Sheet = Pick<ChartDrawing, 'drawings' | 'labels'>;

/** A rectangle of a sheet. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Draws a straight line. */
export function addLine(sheet: Sheet, from: [number, number], to: [number, number], stroke: Stroke): void {
  sheet.drawings.push({
    kind: 'path',
    commands: [
      ['M', ...from],
      ['L', ...to],
    ],
    stroke,
  });
}

/** Draws an outline, filled or stroked. */
export function addPath(
  sheet: Sheet,
  commands: PathCommand[],
  look: { fill?: HexColor; stroke?: Stroke },
): void {
  if (commands.length) sheet.drawings.push({ kind: 'path', commands, ...look });
}

/** Writes a text; empty ones are left out. */
export function addLabel(
  sheet: Sheet,
  text: string,
  place: { x: number; baseline: number; anchor?: ChartLabel['anchor'] },
  look: { color: HexColor },
): void {
  if (!text.trim()) return;
  sheet.labels.push({ text, anchor: 'start', ...place, ...look });
}

/** Where the baseline lies of a text that is centred on `y`. */
export function centred(y: number, size: number): number {
  return y + size * 0.34;
}
