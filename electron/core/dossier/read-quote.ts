import { presentExcerpt } from '../excerpts/present-excerpt.ts';
import { createVerifier } from '../excerpts/verify-excerpts.ts';
import { findExcerpt } from '../library/excerpts.ts';
import type { Db } from '../library/library.ts';
import { first } from '../library/statement.ts';
import type { SnapshotExcerpt } from './snapshot.ts';

/** An excerpt as it stands against its source now, but for the time; null where the library has none of this id. */
export type ReadQuote = (id: string) => Omit<SnapshotExcerpt, 'verifiedAt'> | null;

/** Reads and verifies every quote anew. */
export function readQuotesOf(db: Db): ReadQuote {
  const verifier = createVerifier(db);
  return id => {
    const stored = findExcerpt(db, id);
    if (!stored) return null;
    const verification = verifier.verify(id);
    return { ...presentExcerpt(stored), status: verification.status, verification };
  };
}

const known = new WeakMap<Db, { state: string; quotes: Map<string, ReturnType<ReadQuote>> }>();

/** Reads quotes for a preview: each once, until anything at all is written to the library. */
export function rememberQuotesOf(db: Db): ReadQuote {
  const state = readState(db);
  const { quotes } = known.get(db)?.state === state ? known.get(db)! : { quotes: new Map() };
  known.set(db, { state, quotes });
  const read = readQuotesOf(db);
  return id => {
    const quote = quotes.get(id) ?? read(id);
    quotes.set(id, quote);
    return quote;
  };
}

/** Rows that this connection has written, and a number that changes with every write of another one. */
function readState(db: Db): string {
  const row = first<{ own: number; other: number }>(
    db,
    'SELECT total_changes() AS own, data_version AS other FROM pragma_data_version',
  );
  return `${row?.own} ${row?.other}`;
}
