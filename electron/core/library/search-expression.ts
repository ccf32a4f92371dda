import type { ParsedInput } from '../../../shared/contract/contract.ts';
import type { Db } from './library.ts';
import { facet, keysOf } from './search-index.ts';
import { formatTerm, type SearchTerms } from './search-query.ts';
import { all } from './statement.ts';
import { findTagKey } from './tags.ts';

type Query = ParsedInput<'search.query'>;

/** The filter by kinds, as ranges of keys; empty where every kind is wanted. */
export function formatKinds({ kinds }: Query): string {
  if (!kinds?.length) return '';
  const ranges = [...new Set(kinds)].map(keysOf);
  return `AND (${ranges.map(({ low, high }) => `(rowid >= ${low} AND rowid < ${high})`).join(' OR ')})`;
}

/** The FTS5 expression of terms and filters; everything in the library where there are none. */
export function formatExpression({ wanted, excluded }: SearchTerms, filters: readonly string[]): string {
  const positive = [...wanted.map(formatTerm), ...filters];
  if (positive.length === 0) positive.push(`facets : "${facet.any}"`);
  const negative = excluded.map(formatTerm).join(' OR ');
  return negative ? `(${positive.join(' AND ')}) NOT (${negative})` : positive.join(' AND ');
}

/** The filters by tag, language, source and years as FTS5 expressions, or null where nothing can pass them. */
export function formatFilters(db: Db, query: Query): string[] | null {
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
