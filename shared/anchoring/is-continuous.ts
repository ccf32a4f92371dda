import { findBody } from './find-body.ts';
import type { QuoteSegment } from './selector.ts';

/** How many pages to each side tell what is a running head. */
const NEIGHBOURS = 2;

/**
 * Whether each segment goes on in the next with nothing between them but running heads, feet and page numbers: a word put in at a page
 * break («que | no reconocerán») changes a quotation although every one of its segments still stands. `texts` is by page index.
 */
export function isContinuous(segments: readonly QuoteSegment[], texts: ReadonlyMap<number, string>): boolean {
  const first = segments[0]!.page;
  const last = segments.at(-1)!.page;
  return segments.slice(1).every((next, i) => {
    const before = segments[i]!;
    if (next.page <= before.page || !areBlank(texts, before.page + 1, next.page)) return false;
    return (
      isBodyBlank(before.page, texts, first, last, { from: before.end }) &&
      isBodyBlank(next.page, texts, first, last, { to: next.start })
    );
  });
}

function areBlank(texts: ReadonlyMap<number, string>, from: number, to: number): boolean {
  for (let page = from; page < to; page++) if (texts.get(page)?.trim()) return false;
  return true;
}

/** Judged as the passage was when it was made, by the pages it touches, or as the whole document is, by the pages around. */
function isBodyBlank(
  page: number,
  texts: ReadonlyMap<number, string>,
  first: number,
  last: number,
  range: { from?: number; to?: number },
): boolean {
  const text = texts.get(page);
  if (text === undefined) return false;
  const others = (from: number, to: number) =>
    [...texts].filter(([index]) => index !== page && index >= from && index <= to).map(([, other]) => other);
  const judgements = [others(first, last), others(page - NEIGHBOURS, page + NEIGHBOURS)];
  return judgements.some(near => {
    const body = findBody(text, near);
    return text.slice(range.from ?? body.start, range.to ?? body.end).trim() === '';
  });
}
