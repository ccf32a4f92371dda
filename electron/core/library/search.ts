import type { ParsedInput } from '../../../shared/contract/contract.ts';
import type { SearchHit } from '../../../shared/contract/search-calls.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Db } from './library.ts';
import { describeHit, type FoundEntry } from './search-hit.ts';
import { type EntryKind, facet } from './search-index.ts';
import { createHitFinder, formatTerm, parseQuery, type SearchTerms } from './search-query.ts';
import { all, type SqlValue } from './statement.ts';
import { findTagKey } from './tags.ts';

type Query = ParsedInput<'search.query'>;

/** A beginning of a word this short is answered newest first: ranking nearly everything would take too long. */
const UNRANKED_PREFIX = 2;

/** Searches the whole library; ranked, `limit` at a time. Never fails on what was typed. */
export function search(db: Db, query: Query): { hits: SearchHit[]; next: string | null } {
  const terms = parseQuery(query.text);
  const expression = formatExpression(db, query, terms);
  if (expression === null) return { hits: [], next: null };
  const ranked = isRanked(terms);
  const rows = ranked ? findRanked(db, expression, query) : findNewest(db, expression, query);
  const page = rows.slice(0, query.limit);
  const finder = createHitFinder(terms.wanted);
  const last = page.at(-1);
  const cursor = last && (ranked ? [last.score, last.key] : [last.key]);
  return {
    hits: page.map(entry => describeHit(db, entry, finder)),
    next: rows.length > query.limit && cursor ? encodeCursor(cursor) : null,
  };
}

function isRanked({ wanted }: SearchTerms): boolean {
  return wanted.some(term => !term.prefix || term.words.join('').length > UNRANKED_PREFIX);
}

interface Row extends FoundEntry {
  score: number;
}

const ENTRY = 'search_entry.key, kind, target_id AS targetId, source_id AS sourceId, dossier_id AS dossierId';

function findRanked(db: Db, expression: string, query: Query): Row[] {
  if (query.after === null) {
    return all<Row>(
      db,
      `SELECT ${ENTRY}, score FROM (
         SELECT rowid AS key, rank AS score FROM search WHERE search MATCH ? ORDER BY score, rowid LIMIT ?
       ) AS found JOIN search_entry ON search_entry.key = found.key ORDER BY score, found.key`,
      expression,
      query.limit + 1,
    );
  }
  const [score, key] = decodeCursor(query.after, ['number', 'number']) as [number, number];
  return all<Row>(
    db,
    `WITH found AS MATERIALIZED (SELECT rowid AS key, rank AS score FROM search WHERE search MATCH ?)
     SELECT ${ENTRY}, score FROM (
       SELECT key, score FROM found WHERE (score, key) > (?, ?) ORDER BY score, key LIMIT ?
     ) AS page JOIN search_entry ON search_entry.key = page.key ORDER BY score, page.key`,
    expression,
    score,
    key,
    query.limit + 1,
  );
}

function findNewest(db: Db, expression: string, query: Query): Row[] {
  const before = query.after === null ? null : Number(decodeCursor(query.after, ['number'])[0]);
  const values: SqlValue[] = before === null ? [] : [before];
  return all<Row>(
    db,
    `SELECT ${ENTRY}, 0 AS score FROM (
       SELECT rowid AS key FROM search WHERE search MATCH ? ${before === null ? '' : 'AND rowid < ?'}
       ORDER BY rowid DESC LIMIT ?
     ) AS found JOIN search_entry ON search_entry.key = found.key ORDER BY found.key DESC`,
    expression,
    ...values,
    query.limit + 1,
  );
}

/** The whole FTS5 expression, or null where nothing can be found: no word and no filter, or a tag that nothing bears. */
function formatExpression(db: Db, query: Query, terms: SearchTerms): string | null {
  const filters = formatFilters(db, query);
  if (filters === null || (terms.wanted.length === 0 && filters.length === 0)) return null;
  const wanted = [...terms.wanted.map(formatTerm), ...filters];
  const positive = wanted.join(' AND ');
  const excluded = terms.excluded.map(formatTerm).join(' OR ');
  return excluded ? `(${positive}) NOT (${excluded})` : positive;
}

function formatFilters(db: Db, query: Query): string[] | null {
  const filters: string[] = [];
  const any = (tokens: string[]) =>
    filters.push(`facets : (${tokens.map(token => `"${token}"`).join(' OR ')})`);
  if (query.kinds?.length) any(query.kinds.map((kind: EntryKind) => facet.kind(kind)));
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
    any(years.map(facet.year));
  }
  return filters;
}

function listYears(db: Db, from: number, to: number): number[] {
  return all<{ year: number }>(
    db,
    'SELECT DISTINCT year FROM source WHERE year BETWEEN ? AND ? ORDER BY year DESC LIMIT 200',
    from,
    to,
  ).map(row => row.year);
}
