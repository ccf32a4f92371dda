import type { PageLayout, TextRun } from '../../../shared/model/page.ts';
import type { QuotePlace } from './snapshot.ts';

type Box = QuotePlace['boxes'][number];

/** Two runs are on one line when they share this much of the lower one's height. */
const SAME_LINE = 0.5;

/**
 * The boxes of `start`–`end` (UTF-16 units of the page's text), one for each printed line, in points from the top left of the
 * page as it is read; none on a page without fixed lines. Inside a run every character counts as equally wide.
 */
export function locateQuote(layout: PageLayout, start: number, end: number): Box[] {
  if (layout.kind !== 'fixed') return [];
  const boxes: Box[] = [];
  for (const run of [...layout.runs].sort((a, b) => a.start - b.start)) {
    if (run.end <= start || run.start >= end || run.end <= run.start) continue;
    const box = cutRun(run, start, end);
    const last = boxes.at(-1);
    if (last && isOnLine(last, box)) boxes[boxes.length - 1] = unite(last, box);
    else boxes.push(box);
  }
  return boxes.map(({ x, y, width, height }) => ({
    x: round(x),
    y: round(y),
    width: round(width),
    height: round(height),
  }));
}

function cutRun(run: TextRun, start: number, end: number): Box {
  const length = run.end - run.start;
  const from = Math.max(start - run.start, 0) / length;
  const to = Math.min(end - run.start, length) / length;
  return { x: run.x + run.width * from, y: run.y, width: run.width * (to - from), height: run.height };
}

function isOnLine(a: Box, b: Box): boolean {
  const shared = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return shared >= SAME_LINE * Math.min(a.height, b.height) && b.x >= a.x;
}

function unite(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  const right = Math.max(a.x + a.width, b.x + b.width);
  return { x, y, width: right - x, height: Math.max(a.y + a.height, b.y + b.height) - y };
}

/** A hundredth of a point is finer than any printer. */
function round(points: number): number {
  return Math.round(points * 100) / 100;
}
