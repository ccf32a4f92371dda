import { shapeText } from '../layout/face.ts';
import type { Line, Segment } from '../layout/line.ts';

/** Segments painted one after the other from `x`; `reversed` where that is against the order of reading. */
export interface TurnedRun {
  x: number;
  reversed: boolean;
  segments: Segment[];
}

/** How far a segment moves the pen, in points. */
export function advanceOf({ piece, shaped, hyphen }: Segment, spaceExtra: number): number {
  const glyphs = shaped ?? shapeText(piece.face, ' ');
  const hyphenWidth = hyphen ? shapeText(piece.face, '-').width : 0;
  return ((glyphs.width + hyphenWidth) * piece.size) / 1000 + (shaped ? 0 : spaceExtra);
}

/**
 * Parts a line with text from right to left into runs of one level and element, in the order of reading; each run's segments
 * are in the order they are painted, from left to right.
 */
export function splitTurnedLine(line: Line, order: readonly number[], left: number): TurnedRun[] {
  const starts: number[] = [];
  let x = left;
  for (const index of order) {
    starts[index] = x;
    x += advanceOf(line.segments[index]!, line.spaceExtra);
  }
  const runs: TurnedRun[] = [];
  let last: Segment | null = null;
  for (const [index, segment] of line.segments.entries()) {
    const run = runs.at(-1);
    const next = line.segments[index + 1];
    // A space between two directions follows what is before it, so that readers who go by places see it.
    const edge = !segment.shaped && (!next || levelOf(next) !== levelOf(segment));
    const reversed = levelOf(segment) % 2 === 1 && !edge;
    if (
      run &&
      last &&
      !edge &&
      levelOf(last) === levelOf(segment) &&
      last.piece.node === segment.piece.node
    ) {
      if (reversed) run.segments.unshift(segment);
      else run.segments.push(segment);
      if (reversed) run.x = starts[index]!;
    } else runs.push({ x: starts[index]!, reversed, segments: [segment] });
    last = segment;
  }
  return runs;
}

function levelOf({ piece, shaped }: Segment): number {
  return (shaped ? piece.level : piece.spaceLevel) ?? 0;
}
