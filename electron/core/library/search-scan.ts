import type { Db } from './library.ts';
import { readEntryText } from './search-body.ts';
import type { FoundEntry } from './search-hit.ts';
import { createHitFinder, type SearchTerm } from './search-query.ts';
import { all, first } from './statement.ts';

/**
 * FTS5 joins the lists of every word with a beginning before it gives the first row: 40 ms for «int» among 100,000 excerpts, and thrice
 * that to rank. Longer beginnings stand for few words.
 */
const LONGEST_SCANNED = 7;

/** In a library of so many entries the index is quick with every beginning. */
const SMALL = 10_000;

/** A beginning is common where one in so many of the newest pages or excerpts has it; `SAMPLE` of them are read before that is judged. */
const ONE_IN = 4;
const SAMPLE = 32;

/** Characters that a scan may read, and what an entry costs beside its text, in characters. */
const BUDGET = 120_000;
const ENTRY_COST = 100;

/** More entries than the budget lets be read. */
const MAX_CANDIDATES = BUDGET / ENTRY_COST;

/** Splits wanted terms into short beginnings, which a scan looks for, and the others, which the index does. */
export function splitShortPrefixes(
  db: Db,
  wanted: readonly SearchTerm[],
): { short: SearchTerm[]; rest: SearchTerm[] } {
  const isShort = (term: SearchTerm) =>
    term.prefix && term.words.length === 1 && [...term.words[0]!].length <= LONGEST_SCANNED;
  const short = wanted.some(isShort) && isLarge(db) ? wanted.filter(isShort) : [];
  return { short, rest: wanted.filter(term => !short.includes(term)) };
}

function isLarge(db: Db): boolean {
  return first(db, 'SELECT 1 FROM search_entry LIMIT 1 OFFSET ?', SMALL) !== undefined;
}

/** Where a scan reads: entries that an FTS5 expression and ranges of keys admit, below a key. */
export interface ScanRange {
  expression: string;
  kinds: string;
  below: number;
  limit: number;
}

/**
 * The newest entries that hold every short beginning (or its stem in either language), `limit` of them at least if there are more;
 * null where the beginnings are not common, so that the index is quick.
 */
export function scanNewest(db: Db, range: ScanRange, short: readonly SearchTerm[]): FoundEntry[] | null {
  const finders = short.map(term => createHitFinder([term]));
  const enough = Math.max(range.limit, SAMPLE / 2);
  const found: FoundEntry[] = [];
  let spent = 0;
  let texts = 0;
  for (const entry of listCandidates(db, range)) {
    const text = readEntryText(db, entry);
    if (finders.every(finder => finder.find(text, 1).length > 0)) found.push(entry);
    if (found.length >= enough) return found;
    spent += ENTRY_COST + text.length;
    if (entry.kind === 'page' || entry.kind === 'excerpt') texts++;
    const isRare = texts >= SAMPLE && found.length * ONE_IN < texts;
    if (isRare || spent > BUDGET) return null;
  }
  return found;
}

function listCandidates(db: Db, { expression, kinds, below }: ScanRange): FoundEntry[] {
  return all<FoundEntry>(
    db,
    `SELECT search_entry.key, kind, target_id AS targetId, source_id AS sourceId, dossier_id AS dossierId FROM (
       SELECT rowid AS key FROM search WHERE search MATCH ? AND rowid < ? ${kinds} ORDER BY rowid DESC LIMIT ?
     ) AS candidate JOIN search_entry ON search_entry.key = candidate.key ORDER BY candidate.key DESC`,
    expression,
    below,
    MAX_CANDIDATES,
  );
}
