import type { AnchoredPage } from '../../../shared/anchoring/describe-quote.ts';
import { findExact } from '../../../shared/anchoring/find-exact.ts';
import { normaliseText } from '../../../shared/anchoring/normalise-text.ts';
import { locateInStream, streamPages } from '../../../shared/anchoring/page-stream.ts';
import type { Place } from '../../../shared/model/excerpt.ts';
import type { Db } from '../library/library.ts';
import { readPageTexts } from '../library/pages.ts';

/** A text that stands in more places than this is too common to be a quotation. */
const MAX_PLACES = 100;

/** From the first letter to behind the last one. */
export interface Passage {
  start: Place;
  end: Place;
}

/** Where a text stands verbatim in a source, also across pages; it is normalised as sources are, line ends and hyphens included. */
export function locateText(db: Db, sourceId: string, exact: string): Passage[] {
  const lines = exact.split(/\r?\n/).map(text => ({ text, after: 'line' as const }));
  const words = normaliseText(lines).text.trim();
  if (words === '') return [];
  const pages = readPageTexts(db, sourceId);
  const found = locateAcrossPages(pages, words);
  return (found.length > 0 ? found : locateOnPages(pages, words)).slice(0, MAX_PLACES);
}

/** In the running text, from page to page. */
function locateAcrossPages(pages: readonly AnchoredPage[], words: string): Passage[] {
  const stream = streamPages(pages);
  return findExact(stream.text, { exact: words, prefix: '', suffix: '' }).flatMap(at => {
    const ranges = locateInStream(stream, at, at + words.length);
    const first = ranges[0];
    const last = ranges.at(-1);
    if (!first || !last) return [];
    return [{ start: { page: first.page, offset: first.start }, end: { page: last.page, offset: last.end } }];
  });
}

/** Also in running heads and page numbers, which the running text leaves out. */
function locateOnPages(pages: readonly AnchoredPage[], words: string): Passage[] {
  return pages.flatMap(page =>
    findExact(page.text, { exact: words, prefix: '', suffix: '' }).map(at => ({
      start: { page: page.index, offset: at },
      end: { page: page.index, offset: at + words.length },
    })),
  );
}
