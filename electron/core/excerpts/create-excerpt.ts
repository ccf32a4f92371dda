import { describeQuote } from '../../../shared/anchoring/describe-quote.ts';
import { joinSegments } from '../../../shared/anchoring/join-segments.ts';
import type { QuoteSegment } from '../../../shared/anchoring/selector.ts';
import { verifyQuote } from '../../../shared/anchoring/verify-quote.ts';
import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/contract/result.ts';
import type { CoreContext } from '../core-context.ts';
import { getExcerpt, insertExcerpt, type StoredExcerpt } from '../library/excerpts.ts';
import { act } from '../library/journal.ts';
import type { Db } from '../library/library.ts';
import { readPageTexts } from '../library/pages.ts';
import { indexExcerpt } from '../library/search-index.ts';
import { getSource } from '../library/sources.ts';
import { timestamp } from '../timestamp.ts';

/** Longest passage that counts as an excerpt, pages. */
const MAX_PAGES = 50;

/**
 * Keeps the words between two places of a source, verified as it is made. Throws `notFound`, `invalidInput` for places that are not
 * there or hold no words.
 */
export function createExcerpt(context: CoreContext, input: ParsedInput<'excerpts.create'>): StoredExcerpt {
  const { db } = context.library.current();
  const source = getSource(db, input.sourceId);
  if (source.trashedAt !== null) throw new Failure('notFound', { noun: 'source' });
  const segments = describePassage(db, input);
  const id = context.ports.newId();
  const at = timestamp(context.ports);
  const {
    note = '',
    language = source.language,
    translation = '',
    tags = [],
    marking = source.marking,
  } = input.details;
  act(db, { name: 'excerpts.create', targets: [id], at }, () => {
    insertExcerpt(db, {
      id,
      sourceId: source.id,
      exact: joinSegments(segments),
      segments,
      at,
      details: { note, language, translation, tags, marking },
    });
    indexExcerpt(db, id);
  });
  context.events.changed('excerpts', 'sources', 'tags');
  return getExcerpt(db, id);
}

function describePassage(db: Db, { sourceId, start, end }: ParsedInput<'excerpts.create'>): QuoteSegment[] {
  if (end.page < start.page || end.page - start.page >= MAX_PAGES) throw new Failure('invalidInput');
  const pages = readPageTexts(db, sourceId, start.page, end.page);
  if (pages.length !== end.page - start.page + 1) throw new Failure('invalidInput', {}, 'no such page');
  const segments = describeQuote(pages, start, end);
  if (segments.length === 0) throw new Failure('invalidInput', {}, 'no words between the places');
  if (verifyQuote(segments, pages).status !== 'exact') throw new Failure('quoteNotVerified');
  return segments;
}
