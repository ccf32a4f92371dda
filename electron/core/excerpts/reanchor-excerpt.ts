import { joinSegments } from '../../../shared/anchoring/join-segments.ts';
import { Failure } from '../../../shared/contract/result.ts';
import type { CoreContext } from '../core-context.ts';
import { getExcerpt, placeExcerpt, type StoredExcerpt } from '../library/excerpts.ts';
import { act } from '../library/journal.ts';
import { indexExcerpt } from '../library/search-index.ts';
import { getSource } from '../library/sources.ts';
import { timestamp } from '../timestamp.ts';
import { createVerifier } from './verify-excerpts.ts';

/**
 * Gives an excerpt the place that the verification finds now and, where its words changed, the words that stand there. Throws
 * `notFound`, `quoteNotFound` where the source has nothing like it any more.
 */
export function reanchorExcerpt(context: CoreContext, id: string): StoredExcerpt {
  const { db } = context.library.current();
  const before = getExcerpt(db, id);
  const { segments, status } = createVerifier(db).verify(id);
  if (!segments || segments.length === 0) throw new Failure('quoteNotFound');
  const at = timestamp(context.ports);
  const exact = status === 'changed' ? joinSegments(segments) : before.exact;
  act(db, { name: 'excerpts.reanchor', targets: [id], at }, () => {
    placeExcerpt(db, id, { exact, segments, at });
    if (before.trashedAt === null && getSource(db, before.sourceId).trashedAt === null) indexExcerpt(db, id);
  });
  context.events.changed('excerpts');
  return getExcerpt(db, id);
}
