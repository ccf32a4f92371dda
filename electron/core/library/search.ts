import type { ParsedInput } from '../../../shared/contract/contract.ts';
import type { SearchHit } from '../../../shared/contract/search-calls.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Db } from './library.ts';
import { describeHit, type FoundEntry } from './search-hit.ts';
import { facet, keysOf } from './search-index.ts';
import { createHitFinder, formatTerm, parseQuery, type SearchTerms } from './search-query.ts';
import { all, first } from './statement.ts';
import { findTagKey } from './tags.ts';

type Query = ParsedInput<'search.query'>;

/**
 * Ranking costs a microsecond or two a match, so a word found in half the library is ranked in windows of this many matches: titles
 * and parts first, then the newest excerpts, then the newest pages.
 */
const WINDOW = 8_000;

/** A beginning of a word this short is answered in that order unranked. */
const UNRANKED_PREFIX = 2;

/** Where a search goes on: below `ceiling`, after the row with this score and key. */
interface Place {
  ceiling: number;
  score: number;
  key: number;
}

const START: Place = { ceiling: Number.MAX_SAFE_INTEGER, score: -Number.MAX_VALUE, key: 0 };

interface Row extends FoundEntry {
  score: number;
}

/** Searches the whole library; ranked, `limit` at a time. Never fails on what was typed. */
export function search(db: Db, query: Query): { hits: SearchHit[]; next: string | null } {
  const terms = parseQuery(query.text);
  const expression = formatExpression(db, query, terms);
  if (expression === null) return { hits: [], next: null };
  const place = query.after === null ? START : readPlace(query.after);
  const find = isRanked(terms) ? findRanked : findHighest;
  const { rows, next } = find(db, { expression, kinds: formatKinds(query), limit: query.limit, place });
  const finder = createHitFinder(terms.wanted);
  return {
    hits: rows.map(entry => describeHit(db, entry, finder)),
    next: next && encodeCursor([next.ceiling, next.score, next.key]),
  };
}

function readPlace(cursor: string): Place {
  const [ceiling, score, key] = decodeCursor(cursor, ['number', 'number', 'number']) as [
    number,
    number,
    number,
  ];
  return { ceiling, score, key };
}

function isRanked({ wanted }: SearchTerms): boolean {
  return wanted.some(term => !term.prefix || term.words.join('').length > UNRANKED_PREFIX);
}

interface Search {
  expression: string;
  kinds: string;
  limit: number;
  place: Place;
}

interface Found {
  rows: Row[];
  next: Place | null;
}

const ENTRY = 'search_entry.key, kind, target_id AS targetId, source_id AS sourceId, dossier_id AS dossierId';

function findRanked(db: Db, { expression, kinds, limit, place }: Search): Found {
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

function findHighest(db: Db, { expression, kinds, limit, place }: Search): Found {
  const rows = all<Row>(
    db,
    `SELECT ${ENTRY}, 0 AS score FROM (
       SELECT rowid AS key FROM search WHERE search MATCH ? AND rowid < ? ${kinds} ORDER BY rowid DESC LIMIT ?
     ) AS found JOIN search_entry ON search_entry.key = found.key ORDER BY found.key DESC`,
    expression,
    place.ceiling,
    limit + 1,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last ? { ...START, ceiling: last.key } : null };
}

/** The filter by kinds, as ranges of keys. */
function formatKinds({ kinds }: Query): string {
  if (!kinds?.length) return '';
  const ranges = [...new Set(kinds)].map(keysOf);
  return `AND (${ranges.map(({ low, high }) => `(rowid >= ${low} AND rowid < ${high})`).join(' OR ')})`;
}

/** The whole FTS5 expression, or null where nothing can be found: no word and no filter, or a tag that nothing bears. */
function formatExpression(db: Db, query: Query, terms: SearchTerms): string | null {
  const filters = formatFilters(db, query);
  if (filters === null) return null;
  if (terms.wanted.length === 0 && filters.length === 0) {
    if (!query.kinds?.length && terms.excluded.length === 0) return null;
    filters.push(`facets : "${facet.any}"`);
  }
  const positive = [...terms.wanted.map(formatTerm), ...filters].join(' AND ');
  const excluded = terms.excluded.map(formatTerm).join(' OR ');
  return excluded ? `(${positive}) NOT (${excluded})` : positive;
}

function formatFilters(db: Db, query: Query): string[] | null {
  const filters: string[] = [];
  const any = (tokens: string[]) =>
    filters.push(`facets : (${tokens.map(token => `"${token}"`).join(' OR ')})`);
  for (const name of query.tags ?? []) {
    const key = findTagKey(db, name);
    if (key === null) return null;
    any([facet.tag(key)]);
  }
  if (query.language) any([facet.language(query.language)]);
  if (query.sourceId) any([facet.source(query.sourceId)]);
  if (query.fromYear !== undefined || query.toYear !== undefined) {
    const years = listYears(db, query.fromYear ?? -9999, query.toYear ?? 9999);
    if (years.length === 0) return null;
    any(years);
  }
  return filters;
}

/** Tokens for the years of the library's sources within a range, a whole decade as one. */
function listYears(db: Db, from: number, to: number): string[] {
  const years = all<{ year: number }>(
    db,
    'SELECT DISTINCT year FROM source WHERE year BETWEEN ? AND ? ORDER BY year DESC LIMIT 200',
    from,
    to,
  );
  const tokens = years.map(({ year }) => {
    const decade = Math.floor(year / 10) * 10;
    return from <= decade && decade + 9 <= to ? facet.decade(decade) : facet.year(year);
  });
  return [...new Set(tokens)];
}
