import { findExact } from '../../../shared/anchoring/find-exact.ts';
import { normaliseText } from '../../../shared/anchoring/normalise-text.ts';
import { locateInStream, streamPages } from '../../../shared/anchoring/page-stream.ts';
import type { Place } from '../../../shared/model/excerpt.ts';
import type { Db } from '../library/library.ts';
import { readPageTexts } from '../library/pages.ts';

/** A text that stands in more places than this is too common to be a quotation. */
const MAX_PLACES = 100;

/** Where a text stands verbatim in a source, also across pages; it is normalised as sources are, line ends and hyphens included. */
export function locateText(db: Db, sourceId: string, exact: string): { start: Place; end: Place }[] {
  const lines = exact.split(/\r?\n/).map(text => ({ text, after: 'line' as const }));
  const words = normaliseText(lines).text.trim();
  if (words === '') return [];
  const stream = streamPages(readPageTexts(db, sourceId));
  const starts = findExact(stream.text, { exact: words, prefix: '', suffix: '' });
  return starts.slice(0, MAX_PLACES).map(at => ({
    start: locateInStream(stream, at, 'start'),
    end: locateInStream(stream, at + words.length, 'end'),
  }));
}
