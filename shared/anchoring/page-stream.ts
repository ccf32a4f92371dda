import type { AnchoredPage, PagePosition } from './describe-quote.ts';
import { flattenBlanks } from './find-exact.ts';
import { joinPages } from './join-segments.ts';

/** A document's pages as one text, blanks flat and words broken by a page end made whole, with the way back to the pages. */
export interface PageStream {
  text: string;
  /** For each page with text, in order: its index and the stream offset at which its text begins. */
  pages: { index: number; start: number; length: number }[];
}

/** Joins the pages into one text to search, as `joinSegments` joins the segments of a quotation. */
export function streamPages(pages: readonly AnchoredPage[]): PageStream {
  const parts: string[] = [];
  const places: PageStream['pages'] = [];
  let length = 0;
  let tail = '';
  for (const page of pages) {
    if (page.text === '') continue;
    const text = flattenBlanks(page.text);
    if (parts.length > 0) {
      const joint = joinPages(tail, text);
      if (joint.dropped) parts.push(parts.pop()!.slice(0, -1));
      parts.push(joint.separator);
      length += joint.separator.length - joint.dropped;
    }
    places.push({ index: page.index, start: length, length: text.length });
    parts.push(text);
    length += text.length;
    tail = (tail + text).slice(-64);
  }
  return { text: parts.join(''), pages: places };
}

/** The page and offset of a stream offset; `edge` 'end' gives the end of a page rather than the start of the next. */
export function locateInStream(stream: PageStream, offset: number, edge: 'start' | 'end'): PagePosition {
  const wanted = edge === 'end' ? offset - 1 : offset;
  let low = 0;
  let high = stream.pages.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (stream.pages[middle]!.start <= wanted) low = middle;
    else high = middle - 1;
  }
  const page = stream.pages[low]!;
  return { page: page.index, offset: Math.min(page.length, offset - page.start) };
}

/** The stream offset of a place on a page, the nearest there is when the page is gone. */
export function offsetInStream(stream: PageStream, position: PagePosition): number {
  const page = stream.pages.findLast(candidate => candidate.index <= position.page);
  if (!page) return 0;
  return page.start + (page.index === position.page ? Math.min(position.offset, page.length) : page.length);
}
