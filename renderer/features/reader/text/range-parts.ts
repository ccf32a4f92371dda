import { describeQuote } from '../../../../shared/anchoring/describe-quote.ts';
import type { QuoteSegment } from '../../../../shared/anchoring/selector.ts';
import { clipToPage, type PlaceRange, type TextRange } from './places.ts';

/** What of a passage lies on each page. */
export type RangeParts = ReadonlyMap<number, TextRange>;

/** Pages that one excerpt may touch; telling heads from text takes time that grows with the square of the pages. */
export const MOST_PAGES = 40;

/** The parts of segments, by page. */
export function partsOfSegments(segments: readonly QuoteSegment[]): RangeParts {
  return new Map(segments.map(({ page, start, end }) => [page, { start, end }]));
}

/**
 * The parts of a passage on the pages that are loaded, the very ones that would be kept: where it goes on over a page's edge,
 * running head and foot are no part of it. Of a passage over more than {@link MOST_PAGES} pages they are.
 */
export function partsOfRange(
  pages: ReadonlyMap<number, { index: number; text: string }>,
  range: PlaceRange,
): RangeParts {
  const touched = [...pages.values()]
    .filter(({ index }) => index >= range.start.page && index <= range.end.page)
    .sort((a, b) => a.index - b.index);
  const isWhole = touched.length === range.end.page - range.start.page + 1;
  if (isWhole && touched.length > 1 && touched.length <= MOST_PAGES) {
    return partsOfSegments(describeQuote(touched, range.start, range.end));
  }
  return new Map(
    touched.flatMap(({ index, text }) => {
      const part = clipToPage(range, index, text.length);
      return part ? [[index, part]] : [];
    }),
  );
}
