import { intersectRanges, type TextRange } from './places.ts';

/** A stretch of text that is shown in a special way: an excerpt, something found, the selection. */
export interface Decoration extends TextRange {
  kind: 'excerpt' | 'found' | 'current' | 'selected' | 'flash';
  /** The excerpt's id; empty for the others. */
  id: string;
}

/** A stretch with the same decorations from end to end. */
export interface TextPiece extends TextRange {
  decorations: readonly Decoration[];
}

/** Cuts a range wherever a decoration begins or ends; the pieces follow each other without gaps and make up the range. */
export function splitText(range: TextRange, decorations: readonly Decoration[]): TextPiece[] {
  const touching = decorations.filter(decoration => intersectRanges(decoration, range));
  const cuts = new Set<number>([range.start, range.end]);
  for (const { start, end } of touching) {
    cuts.add(Math.max(start, range.start));
    cuts.add(Math.min(end, range.end));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(1).map((end, i) => {
    const piece = { start: edges[i]!, end };
    return { ...piece, decorations: touching.filter(decoration => intersectRanges(decoration, piece)) };
  });
}

/**
 * Cuts a long range into parts of at most about `size` units, at line ends or else after spaces, so that no part is too
 * much to show at once.
 */
export function cutLongRange(text: string, range: TextRange, size: number): TextRange[] {
  const parts: TextRange[] = [];
  let start = range.start;
  while (range.end - start > size) {
    const end = chooseCut(text, start, start + size);
    parts.push({ start, end });
    start = end;
  }
  parts.push({ start, end: range.end });
  return parts;
}

function chooseCut(text: string, start: number, limit: number): number {
  const line = text.lastIndexOf('\n', limit - 1);
  if (line > start) return line + 1;
  const space = text.lastIndexOf(' ', limit - 1);
  if (space > start) return space + 1;
  const unit = text.charCodeAt(limit);
  return unit >= 0xdc00 && unit <= 0xdfff ? limit + 1 : limit;
}
