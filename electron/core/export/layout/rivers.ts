import { spaceWidth } from './break-items.ts';
import type { Line } from './line.ts';

/** From so many lines on, spaces below each other are seen as a river. */
export const RIVER = 4;

/** A run of lines whose spaces lie below each other: how many lines, and which of them is in the middle. */
export interface River {
  length: number;
  middle: number;
}

interface Gap {
  left: number;
  right: number;
  /** Lines up to this one through which white runs down to it. */
  depth: number;
}

/** The longest run of spaces that overlap from line to line by at least half of the narrower. */
export function longestRiver(lines: Line[]): River {
  let above: Gap[] = [];
  let longest: River = { length: 0, middle: 0 };
  lines.forEach((line, index) => {
    const gaps = gapsOf(line);
    let first = 0;
    for (const gap of gaps) {
      while (first < above.length && above[first]!.right <= gap.left) first++;
      for (let i = first; i < above.length && above[i]!.left < gap.right; i++) {
        if (overlaps(above[i]!, gap)) gap.depth = Math.max(gap.depth, above[i]!.depth + 1);
      }
      if (gap.depth > longest.length)
        longest = { length: gap.depth, middle: index - Math.floor(gap.depth / 2) };
    }
    above = gaps;
  });
  return longest;
}

function overlaps(a: Gap, b: Gap): boolean {
  const common = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return common * 2 >= Math.min(a.right - a.left, b.right - b.left);
}

function gapsOf(line: Line): Gap[] {
  const gaps: Gap[] = [];
  let x = line.indent;
  for (const index of line.order ?? line.segments.keys()) {
    const { piece, shaped } = line.segments[index]!;
    const width = shaped ? (shaped.width * piece.size) / 1000 : spaceWidth(piece) + line.spaceExtra;
    if (!shaped) gaps.push({ left: x, right: x + width, depth: 1 });
    x += width;
  }
  return gaps;
}
