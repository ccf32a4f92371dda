import type { AnchoredPage } from '../../../shared/anchoring/describe-quote.ts';
import { diffWords } from '../../../shared/anchoring/diff-words.ts';
import { joinSegments } from '../../../shared/anchoring/join-segments.ts';
import { type Verification, verifyQuote } from '../../../shared/anchoring/verify-quote.ts';
import type { QuoteStatus, QuoteVerification } from '../../../shared/model/excerpt.ts';
import { findExcerpt, recordStatus, type StoredExcerpt } from '../library/excerpts.ts';
import type { Db } from '../library/library.ts';
import { readPageTexts } from '../library/pages.ts';

/** Verifies excerpts against the texts of their sources; keeps the last source's pages, since lists come source by source. */
export interface QuoteVerifier {
  /** The answer for one excerpt; `changed` without a place where the library has no such excerpt. */
  verify(excerptId: string): QuoteVerification;
}

/** Makes a verifier on a library's present texts. */
export function createVerifier(db: Db): QuoteVerifier {
  let read: { sourceId: string; pages: AnchoredPage[] } | null = null;
  const readWhole = (sourceId: string) => {
    if (read?.sourceId !== sourceId) read = { sourceId, pages: readPageTexts(db, sourceId) };
    return read.pages;
  };
  return {
    verify(excerptId) {
      const excerpt = findExcerpt(db, excerptId);
      if (!excerpt) return missingQuote(excerptId);
      const answer = verifyInPlace(db, excerpt) ?? verifyQuote(excerpt.segments, readWhole(excerpt.sourceId));
      const { segments, difference = null } = answer;
      const status = statusOf(answer);
      const words = joinSegments(excerpt.segments);
      // What is printed is the excerpt's own text: it must be what its places say.
      if (status !== 'changed' && words !== excerpt.exact)
        return { excerptId, status: 'changed', segments, difference: diffWords(excerpt.exact, words) };
      return { excerptId, status, segments, difference };
    },
  };
}

/** The answer for a quote whose excerpt the library does not have. */
export function missingQuote(excerptId: string): QuoteVerification {
  return { excerptId, status: 'changed', segments: null, difference: null };
}

/** The same words beside other ones are no longer in their place: «acuerdan cooperar» where the source now says «no acuerdan cooperar». */
function statusOf({ status, contextChanged }: Verification): QuoteStatus {
  return status === 'exact' && contextChanged ? 'moved' : status;
}

/** The usual case needs no more than the pages of the quote: the words are where they were. Null where they are not. */
function verifyInPlace(db: Db, { sourceId, segments }: StoredExcerpt): Verification | null {
  const pages = readPageTexts(db, sourceId, segments[0]!.page, segments.at(-1)!.page);
  const answer = verifyQuote(segments, pages);
  const isUnmoved =
    statusOf(answer) === 'exact' &&
    answer.segments?.every(
      (segment, i) => segment.page === segments[i]?.page && segment.start === segments[i].start,
    );
  return isUnmoved ? answer : null;
}

/** Records answers as of `at`, in the transaction of the caller; gives whether any status is another than before. */
export function recordVerifications(db: Db, items: readonly QuoteVerification[], at: string): boolean {
  let changed = false;
  for (const item of items) {
    if (recordStatus(db, item.excerptId, item.status, at))
      changed = findExcerpt(db, item.excerptId) !== null || changed;
  }
  return changed;
}

/** How many quotes stand how. */
export function countStatuses(items: readonly QuoteVerification[]): {
  exact: number;
  moved: number;
  changed: number;
} {
  const counts = { exact: 0, moved: 0, changed: 0 };
  for (const item of items) counts[item.status]++;
  return counts;
}
