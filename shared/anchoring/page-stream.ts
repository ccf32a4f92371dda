import type { AnchoredPage, PagePosition } from './describe-quote.ts';
import { findBody } from './find-body.ts';
import { flattenBlanks } from './find-exact.ts';
import { joinPages } from './join-segments.ts';

/** A document's pages as one text, blanks flat and words broken by a page end made whole, with the way back to the pages. */
export interface PageStream {
  text: string;
  /** For each page with text, in order: its index, the stream offset at which its body begins, its body's offset and length. */
  pages: { index: number; start: number; offset: number; length: number }[];
}

/** Joins the bodies of the pages into one text to search, as `joinSegments` joins the segments of a quotation. */
export function streamPages(pages: readonly AnchoredPage[]): PageStream {
  const parts: string[] = [];
  const places: PageStream['pages'] = [];
  let length = 0;
  let tail = '';
  for (const [i, page] of pages.entries()) {
    if (page.text === '') continue;
    const around = [pages[i - 2], pages[i - 1], pages[i + 1], pages[i + 2]].filter(
      other => other !== undefined,
    );
    const body = findBody(
      page.text,
      around.map(other => other.text),
    );
    const text = flattenBlanks(page.text.slice(body.start, body.end));
    if (parts.length > 0) {
      const joint = joinPages(tail, text);
      if (joint.dropped) parts.push(parts.pop()!.slice(0, -1));
      parts.push(joint.separator);
      length += joint.separator.length - joint.dropped;
    }
    places.push({ index: page.index, start: length, offset: body.start, length: text.length });
    parts.push(text);
    length += text.length;
    tail = (tail + text).slice(-64);
  }
  return { text: parts.join(''), pages: places };
}

/** The ranges of the pages that a range of the stream is made of, in order: page indexes and offsets into the pages' texts. */
export function locateInStream(
  stream: PageStream,
  start: number,
  end: number,
): { page: number; start: number; end: number }[] {
  const touched = stream.pages.filter(page => page.start < end && page.start + page.length > start);
  return touched.map(page => ({
    page: page.index,
    start: page.offset + Math.max(0, start - page.start),
    end: page.offset + Math.min(page.length, end - page.start),
  }));
}

/** The stream offset of a place on a page, the nearest there is when the page is gone. */
export function offsetInStream(stream: PageStream, position: PagePosition): number {
  const page = stream.pages.findLast(candidate => candidate.index <= position.page);
  if (!page) return 0;
  if (page.index !== position.page) return page.start + page.length;
  return page.start + Math.min(Math.max(0, position.offset - page.offset), page.length);
}
