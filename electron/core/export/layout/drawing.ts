import type { HexColor } from '../../../../shared/document/content.ts';

/** One step of a path, in points from the top left of its figure, y downwards: to, line, cubic Bézier curve, close. */
export type PathCommand =
  | ['M', x: number, y: number]
  | ['L', x: number, y: number]
  | ['C', x1: number, y1: number, x2: number, y2: number, x: number, y: number]
  | ['Z'];

/** A line of a path; `dash` lists lengths of strokes and gaps, solid when absent. */
export interface Stroke {
  color: HexColor;
  width: number;
  dash?: number[];
}

/** A shape filled, stroked, or both. */
export interface Path {
  kind: 'path';
  commands: PathCommand[];
  fill?: HexColor;
  stroke?: Stroke;
}

/** Shapes of which only what lies inside an outline is seen. */
export interface Clip {
  kind: 'clip';
  commands: PathCommand[];
  inside: Path[];
}

/** A picture of the library, filling a rectangle. */
export interface Picture {
  kind: 'picture';
  imageId: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What a figure is drawn of, the first undermost. */
export type Drawing = Path | Clip | Picture;
