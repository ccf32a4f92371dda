import type { QuoteStatus } from '../../../../shared/model/excerpt.ts';

/** How the quotes of a part or of a dossier stand. */
export interface QuoteCounts {
  exact: number;
  moved: number;
  changed: number;
  /** Quotes whose excerpt is no longer in the library. */
  missing: number;
}

/** Counts quotes by state; `find` answers undefined for an excerpt that is not in the library. */
export function countQuotes(
  excerptIds: readonly string[],
  find: (excerptId: string) => QuoteStatus | undefined,
): QuoteCounts {
  const counts: QuoteCounts = { exact: 0, moved: 0, changed: 0, missing: 0 };
  for (const id of excerptIds) counts[find(id) ?? 'missing'] += 1;
  return counts;
}

/** Adds counts up. */
export function addCounts(all: readonly QuoteCounts[]): QuoteCounts {
  const sum: QuoteCounts = { exact: 0, moved: 0, changed: 0, missing: 0 };
  for (const counts of all) {
    sum.exact += counts.exact;
    sum.moved += counts.moved;
    sum.changed += counts.changed;
    sum.missing += counts.missing;
  }
  return sum;
}

/** How many quotes there are. */
export function totalQuotes(counts: QuoteCounts): number {
  return counts.exact + counts.moved + counts.changed + counts.missing;
}
