import { describeQuote } from '../../../../shared/anchoring/describe-quote.ts';
import { joinSegments } from '../../../../shared/anchoring/join-segments.ts';
import type { Page } from '../../../../shared/model/page.ts';
import type { PlaceRange } from '../text/places.ts';
import { MOST_PAGES } from '../text/range-parts.ts';

/** The exact words of a passage with its pages: physical (counted from 1) and printed. */
export interface QuotedPassage {
  range: PlaceRange;
  exact: string;
  firstPage: number;
  lastPage: number;
  firstLabel: string | null;
  lastLabel: string | null;
}

/** Reads a passage as it would be kept; null when it holds no words, touches too many pages, or one of them is not loaded yet. */
export function quotePassage(pages: ReadonlyMap<number, Page>, range: PlaceRange): QuotedPassage | null {
  if (range.end.page - range.start.page >= MOST_PAGES) return null;
  const touched: Page[] = [];
  for (let index = range.start.page; index <= range.end.page; index++) {
    const page = pages.get(index);
    if (!page) return null;
    touched.push(page);
  }
  const segments = describeQuote(touched, range.start, range.end);
  const first = segments[0];
  const last = segments.at(-1);
  if (!first || !last) return null;
  return {
    range: {
      start: { page: first.page, offset: first.start },
      end: { page: last.page, offset: last.end },
    },
    exact: joinSegments(segments),
    firstPage: first.page + 1,
    lastPage: last.page + 1,
    firstLabel: pages.get(first.page)?.label ?? null,
    lastLabel: pages.get(last.page)?.label ?? null,
  };
}
