import type { ParsedInput } from '../../../shared/contract/contract.ts';
import type { SearchHit } from '../../../shared/contract/search-calls.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Db } from './library.ts';
import { formatExpression, formatFilters, formatKinds } from './search-expression.ts';
import { describeHit, type FoundEntry } from './search-hit.ts';
import { createHitFinder, parseQuery, type SearchTerm, type SearchTerms } from './search-query.ts';
import { scanNewest, splitShortPrefixes } from './search-scan.ts';
import { all, first } from './statement.ts';

type Query = ParsedInput<'search.query'>;

/**
 * Ranking costs a microsecond or two a match, so a word found in half the library is ranked in windows of this many matches: titles
 * and parts first, then the newest excerpts, then the newest pages.
 */
const WINDOW = 8_000;

/** A beginning of a word this short is answered in that order unranked; so is one of a few letters more that is as common. */
const UNRANKED_PREFIX = 2;

/** Where a search goes on: below `ceiling`, and in a ranked window after the row with this score and key. */
interface Place {
  isRanked: boolean;
  ceiling: number;
  score: number;
  key: number;
}

const START: Place = { isRanked: true, ceiling: Number.MAX_SAFE_INTEGER, score: -Number.MAX_VALUE, key: 0 };

/** A query made ready: `rest` is its expression without the beginnings that a scan looks for, which are `short`. */
interface Search {
  expression: string;
  kinds: string;
  limit: number;
  short: SearchTerm[];
  rest: string;
}

interface Row extends FoundEntry {
  score: number;
}

interface Found {
  rows: FoundEntry[];
  next: Place | null;
}

/** Searches the whole library; ranked, `limit` at a time. Never fails on what was typed. */
export function search(db: Db, query: Query): { hits: SearchHit[]; next: string | null } {
  const terms = parseQuery(query.text);
  const prepared = prepare(db, query, terms);
  if (prepared === null) return { hits: [], next: null };
  const { rows, next } = findFrom(db, prepared, query.after, isRanked(terms));
  const finder = createHitFinder(terms.wanted);
  return {
    hits: rows.map(entry => describeHit(db, entry, finder)),
    next: next && encodeCursor([Number(next.isRanked), next.ceiling, next.score, next.key]),
  };
}

/** Null where nothing can be found: no word and no filter, or a tag that nothing bears. */
function prepare(db: Db, query: Query, terms: SearchTerms): Search | null {
  const filters = formatFilters(db, query);
  if (filters === null) return null;
  const asked = terms.wanted.length + terms.excluded.length + filters.length + (query.kinds?.length ?? 0);
  if (asked === 0) return null;
  const { short, rest } = splitShortPrefixes(db, terms.wanted);
  return {
    expression: formatExpression(terms, filters),
    kinds: formatKinds(query),
    limit: query.limit,
    short,
    rest: formatExpression({ ...terms, wanted: rest }, filters),
  };
}

function isRanked({ wanted }: SearchTerms): boolean {
  return wanted.some(term => !term.prefix || term.words.join('').length > UNRANKED_PREFIX);
}

function findFrom(db: Db, search: Search, cursor: string | null, ranked: boolean): Found {
  if (cursor === null) return findStart(db, search, ranked);
  const place = readPlace(cursor);
  return place.isRanked ? findRanked(db, search, place) : findNewest(db, search, place.ceiling);
}

/** The first page decides whether a search is ranked; its cursors remember. */
function findStart(db: Db, search: Search, ranked: boolean): Found {
  if (!ranked) return findNewest(db, search, START.ceiling);
  if (search.short.length === 0) return findRanked(db, search, START);
  const scanned = scan(db, search, START.ceiling);
  if (scanned) return scanned;
  const keys = listHighest(db, search, START.ceiling, WINDOW + 1);
  return keys.length <= WINDOW
    ? findRanked(db, search, START)
    : toPage(search, readEntries(db, keys.slice(0, search.limit + 1)));
}

function readPlace(cursor: string): Place {
  const [ranked, ceiling, score, key] = decodeCursor(cursor, ['number', 'number', 'number', 'number']) as [
    number,
    number,
    number,
    number,
  ];
  return { isRanked: ranked === 1, ceiling, score, key };
}

const ENTRY = 'search_entry.key, kind, target_id AS targetId, source_id AS sourceId, dossier_id AS dossierId';

function findRanked(db: Db, { expression, kinds, limit }: Search, place: Place): Found {
  const floor = findFloor(db, expression, kinds, place.ceiling);
  const rows = all<Row>(
    db,
    `WITH found AS MATERIALIZED (
       SELECT rowid AS key, rank AS score FROM search WHERE search MATCH ? AND rowid >= ? AND rowid < ? ${kinds}
     )
     SELECT ${ENTRY}, score FROM (
       SELECT key, score FROM found WHERE (score, key) > (?, ?) ORDER BY score, key LIMIT ?
     ) AS page JOIN search_entry ON search_entry.key = page.key ORDER BY score, page.key`,
    expression,
    floor ?? 0,
    place.ceiling,
    place.score,
    place.key,
    limit + 1,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  if (rows.length > limit && last)
    return { rows: page, next: { ...place, score: last.score, key: last.key } };
  return { rows: page, next: floor === null ? null : { ...START, ceiling: floor } };
}

/** The lowest key of the window below a ceiling, or null where the window holds all the rest. */
function findFloor(db: Db, expression: string, kinds: string, ceiling: number): number | null {
  const row = first<{ key: number }>(
    db,
    `SELECT rowid AS key FROM search WHERE search MATCH ? AND rowid < ? ${kinds} ORDER BY rowid DESC LIMIT 1 OFFSET ?`,
    expression,
    ceiling,
    WINDOW,
  );
  return row?.key ?? null;
}

function findNewest(db: Db, search: Search, ceiling: number): Found {
  const scanned = search.short.length > 0 ? scan(db, search, ceiling) : null;
  return scanned ?? toPage(search, readEntries(db, listHighest(db, search, ceiling, search.limit + 1)));
}

function scan(db: Db, search: Search, ceiling: number): Found | null {
  const { rest: expression, kinds, limit, short } = search;
  const entries = scanNewest(db, { expression, kinds, below: ceiling, limit: limit + 1 }, short);
  return entries && toPage(search, entries);
}

/** The highest keys found below a ceiling, at most `count`. */
function listHighest(db: Db, { expression, kinds }: Search, ceiling: number, count: number): number[] {
  const rows = all<{ key: number }>(
    db,
    `SELECT rowid AS key FROM search WHERE search MATCH ? AND rowid < ? ${kinds} ORDER BY rowid DESC LIMIT ?`,
    expression,
    ceiling,
    count,
  );
  return rows.map(row => row.key);
}

function readEntries(db: Db, keys: readonly number[]): FoundEntry[] {
  return keys.map(key => first<FoundEntry>(db, `SELECT ${ENTRY} FROM search_entry WHERE key = ?`, key)!);
}

/** A page of what was found newest first: at most `limit` of it, and where it goes on if there is more. */
function toPage({ limit }: Search, entries: readonly FoundEntry[]): Found {
  const rows = entries.slice(0, limit);
  const last = rows.at(-1);
  const next = entries.length > limit && last ? { ...START, isRanked: false, ceiling: last.key } : null;
  return { rows, next };
}
