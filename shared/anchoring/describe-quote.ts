import { findBody, type PageBody } from './find-body.ts';
import type { QuoteSegment } from './selector.ts';

/** How much of the text around a quotation is kept to recognise it by, in UTF-16 units. */
export const CONTEXT_LENGTH = 32;

/** A page as anchoring needs it: its physical index and its normalised text. */
export interface AnchoredPage {
  index: number;
  text: string;
}

/** A place in a source: a physical page and a UTF-16 offset into that page's text. */
export interface PagePosition {
  page: number;
  offset: number;
}

/**
 * Describes the passage from `start` to `end` (exclusive) as one segment per page that it touches, blanks at the edges left out and
 * half characters completed; a passage without any words gives []. Where it goes on over a page break, the running heads, feet and page
 * numbers between (`findBody`, judged by the pages it touches alone) are no part of it. Throws a RangeError when a page is not in `pages`.
 */
export function describeQuote(
  pages: readonly AnchoredPage[],
  start: PagePosition,
  end: PagePosition,
): QuoteSegment[] {
  const touched: AnchoredPage[] = [];
  for (let index = start.page; index <= end.page; index++) {
    const page = pages.find(candidate => candidate.index === index);
    if (!page) throw new RangeError(`page ${index} is not there`);
    touched.push(page);
  }
  const bodies = describeRanges(touched, start, end, page => findBody(page.text, textsBut(touched, page)));
  if (bodies.length > 0) return bodies;
  return describeRanges(touched, start, end, page => ({ start: 0, end: page.text.length }));
}

function describeRanges(
  touched: readonly AnchoredPage[],
  start: PagePosition,
  end: PagePosition,
  bodyOf: (page: AnchoredPage) => PageBody,
): QuoteSegment[] {
  const segments = touched.map(page => {
    const body = bodyOf(page);
    const from = page.index === start.page ? start.offset : body.start;
    const to = page.index === end.page ? end.offset : body.end;
    return describeSegment(page, from, to);
  });
  return segments.filter(segment => segment !== null);
}

function textsBut(pages: readonly AnchoredPage[], left: AnchoredPage): string[] {
  return pages.filter(page => page !== left).map(page => page.text);
}

/** Describes one range of one page; null when it holds nothing but blanks. Offsets beyond the page are brought back to it. */
export function describeSegment(page: AnchoredPage, from: number, to: number): QuoteSegment | null {
  const { text } = page;
  let start = Math.max(0, from);
  let end = Math.min(text.length, to);
  while (start < end && isBlank(text, start)) start++;
  while (end > start && isBlank(text, end - 1)) end--;
  if (start >= end) return null;
  if (splitsCharacter(text, start)) start--;
  if (splitsCharacter(text, end)) end++;
  return {
    page: page.index,
    start,
    end,
    exact: text.slice(start, end),
    ...describeContext(text, start, end),
  };
}

/** The text just before and just after a range, never beginning or ending with half a character. */
export function describeContext(
  text: string,
  start: number,
  end: number,
): { prefix: string; suffix: string } {
  let from = Math.max(0, start - CONTEXT_LENGTH);
  let to = Math.min(text.length, end + CONTEXT_LENGTH);
  if (splitsCharacter(text, from)) from++;
  if (splitsCharacter(text, to)) to--;
  return { prefix: text.slice(from, start), suffix: text.slice(end, to) };
}

function isBlank(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return unit === 0x20 || unit === 0x0a;
}

/** True when a surrogate pair begins just before `offset` and ends just after it. */
function splitsCharacter(text: string, offset: number): boolean {
  const after = text.charCodeAt(offset);
  const before = text.charCodeAt(offset - 1);
  return after >= 0xdc00 && after <= 0xdfff && before >= 0xd800 && before <= 0xdbff;
}
