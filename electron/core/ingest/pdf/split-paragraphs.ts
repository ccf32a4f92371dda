import type { PieceBreak } from '../../../../shared/anchoring/normalise-text.ts';
import type { PdfLine } from './read-lines.ts';

/** Shares of the type size, or of the usual leading, at which one sees a new paragraph. */
const LEADING_OF_PARAGRAPH = 1.4;
const LARGEST_SIZE_CHANGE = 1.15;
const LEAST_INDENT = 0.8;
const LARGEST_INDENT = 6;

const LIST_MARK = /^(?:[•▪■●◦‣–—*]\s|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s)/;
const SENTENCE_END = /[.:;?!»”"’)\]]\s*$/;
const BROKEN_WORD = /\p{L}[-‐‑\u00AD]\s*$/u;
const STARTS_SMALL = /^[\s«“"(]*\p{Ll}/u;

/** For each line, what follows it: the end of a line within a paragraph, or the end of the paragraph. */
export function splitParagraphs(lines: readonly PdfLine[]): PieceBreak[] {
  const leading = usualLeading(lines);
  const edges = rightEdges(lines);
  return lines.map((line, i) => {
    const next = lines[i + 1];
    if (!next) return 'line';
    return endsParagraph(line, next, leading, edges[i]!) ? 'paragraph' : 'line';
  });
}

function endsParagraph(line: PdfLine, next: PdfLine, leading: number, edge: number): boolean {
  const step = next.baseline - line.baseline;
  if (Math.abs(step) < 0.35 * line.size) return false;
  const sizes = Math.max(line.size, next.size) / Math.min(line.size, next.size);
  const goesOn = STARTS_SMALL.test(next.text);
  const broken = BROKEN_WORD.test(line.text) && goesOn;
  if (step < 0) return !(broken || (goesOn && !SENTENCE_END.test(line.text) && sizes < LARGEST_SIZE_CHANGE));
  if (broken && step < 2 * leading) return false;
  if (sizes > LARGEST_SIZE_CHANGE) return true;
  if (step > LEADING_OF_PARAGRAPH * Math.max(leading, line.size)) return true;
  if (LIST_MARK.test(next.text)) return true;
  return looksIndented(line, next) || endsShort(line, next, edge);
}

/** A first line begins to the right of the line before it; the second line of such a paragraph goes back and is not a new one. */
function looksIndented(line: PdfLine, next: PdfLine): boolean {
  const indent = (next.left - line.left) / line.size;
  return indent > LEAST_INDENT && indent < LARGEST_INDENT && !LIST_MARK.test(line.text);
}

/** A last line ends a sentence well before the right edge, and the next begins one. */
function endsShort(line: PdfLine, next: PdfLine, edge: number): boolean {
  const missing = edge - line.right;
  return missing > 0.12 * (edge - line.left) && SENTENCE_END.test(line.text) && !STARTS_SMALL.test(next.text);
}

/** The most frequent distance between the baselines of one line and the next, in points. */
function usualLeading(lines: readonly PdfLine[]): number {
  const counts = new Map<number, number>();
  for (let i = 1; i < lines.length; i++) {
    const step = Math.round((lines[i]!.baseline - lines[i - 1]!.baseline) * 2) / 2;
    if (step > 2 && step < 60) counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  let best = 0;
  for (const [step, count] of counts) if (count > (counts.get(best) ?? 0)) best = step;
  return best;
}

/** The right edge of the column that each line stands in: the furthest end among its neighbours that overlap it. */
function rightEdges(lines: readonly PdfLine[]): number[] {
  return lines.map((line, i) => {
    let edge = line.right;
    for (const other of lines.slice(Math.max(0, i - 6), i + 7)) {
      const overlaps = other.left < line.right && other.right > line.left;
      if (overlaps && Math.abs(other.left - line.left) < 3 * line.size) edge = Math.max(edge, other.right);
    }
    return edge;
  });
}
