import type { TextRun } from '../../../../shared/model/page.ts';
import type { TextRange } from '../text/places.ts';
import { describeGeometry, type PageLine } from './page-lines.ts';
import { type MeasureText, offsetToX } from './run-advances.ts';

/** A page's text with the boxes of its runs. */
export interface FixedText {
  text: string;
  runs: readonly TextRun[];
}

/** A rectangle on a page: points, origin top left. */
export interface PageRect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The rectangles of a range, one per printed line, in the order of the text. */
export function rangeRects(page: FixedText, range: TextRange, measure: MeasureText): PageRect[] {
  const rects: PageRect[] = [];
  for (const line of describeGeometry(page.runs).lines) {
    if (line.end <= range.start || line.start >= range.end) continue;
    const runs = line.runs.filter(run => run.start < range.end && run.end > range.start);
    if (runs.length === 0) continue;
    const edges = runs.map(run => ({
      left: offsetToX(page.text, run, Math.max(range.start, run.start), measure),
      right: offsetToX(page.text, run, Math.min(range.end, run.end), measure),
    }));
    const x = Math.min(...edges.map(edge => edge.left));
    const right = Math.max(...edges.map(edge => edge.right));
    rects.push({ x, y: line.top, width: right - x, height: line.bottom - line.top });
  }
  return rects;
}

/** Where a caret before the character at `offset` stands: a rectangle without width; null on a page without text. */
export function caretRect(page: FixedText, offset: number, measure: MeasureText): PageRect | null {
  const line = lineOfOffset(describeGeometry(page.runs).lines, offset);
  if (!line) return null;
  const run = line.runs.findLast(candidate => candidate.start <= offset) ?? line.runs[0]!;
  const x = offsetToX(page.text, run, offset, measure);
  return { x, y: line.top, width: 0, height: line.bottom - line.top };
}

function lineOfOffset(lines: readonly PageLine[], offset: number): PageLine | null {
  return lines.findLast(line => line.start <= offset) ?? lines[0] ?? null;
}
