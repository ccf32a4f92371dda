import type { ContentDocument, ContentPart } from '../../../shared/document/content-document.ts';
import { partJson } from './part-json.ts';

/** Turns the steps of an export into pages done of all pages. */
export interface Progress {
  /** A chapter is laid out. */
  laidOut(chapter: ContentPart[], pages: number): void;
  /** All pages are laid out: from here on their number is known. */
  count(total: number): void;
  painted(pages: number): void;
  written(pages: number): void;
}

/** Shares of an export's time: laying out, painting, writing. */
const LAYOUT = 0.8;
const PAINTING = 0.05;

/**
 * Makes the progress of one export. Each page is done in three steps, so that the pages told are the steps' shares of all; they never
 * go back. The total is estimated from the length of the texts until all pages are laid out.
 */
export function createProgress(
  content: ContentDocument,
  tell: ((done: number, total: number) => void) | undefined,
): Progress {
  if (!tell) return { laidOut: nothing, count: nothing, painted: nothing, written: nothing };
  const weights = new Map(content.parts.map(part => [part, partJson(part).length + 500]));
  const whole = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  let laidPages = 0;
  let laidWeight = 0;
  let total = 0;
  const report = (share: number) => tell(Math.min(total, Math.floor(share * total)), total);
  return {
    laidOut(chapter, pages) {
      laidPages += pages;
      for (const part of chapter) laidWeight += weights.get(part) ?? 0;
      total = Math.max(laidPages, Math.round((laidPages * whole) / laidWeight));
      report((LAYOUT * laidWeight) / whole);
    },
    count(pages) {
      total = pages;
      report(LAYOUT);
    },
    painted: pages => report(LAYOUT + (PAINTING * pages) / total),
    written: pages => report(LAYOUT + PAINTING + ((1 - LAYOUT - PAINTING) * pages) / total),
  };
}

function nothing(): void {}
