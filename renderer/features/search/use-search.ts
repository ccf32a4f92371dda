import { useEffect, useState } from 'react';
import type { CallInput } from '../../../shared/contract/contract.ts';
import type { SearchHit } from '../../../shared/contract/search-calls.ts';
import { usePagedCall } from '../../api.ts';
import { type HitKind, hitKinds, type SearchFilters } from './search-filters-store.ts';

/** The hits of one kind. */
export interface HitGroup {
  kind: HitKind;
  hits: readonly SearchHit[];
  hasMore: boolean;
  showMore(): void;
}

/** What a search has found so far. */
export interface SearchAnswer {
  /** The groups that have hits, in their order. */
  groups: readonly HitGroup[];
  /** All hits in the order shown. */
  hits: readonly SearchHit[];
  /** The words that the groups belong to. */
  text: string;
  isPending: boolean;
  error: unknown;
}

/** Milliseconds of quiet before a search is sent: less than the time between two keys. */
const QUIET = 60;

/** Searches as the words change, one query a kind, so that no kind crowds out another. */
export function useSearch(typed: string, filters: SearchFilters, limit: number): SearchAnswer {
  const text = useQuiet(typed.trim());
  const source = useKind('source', text, filters, limit);
  const page = useKind('page', text, filters, limit);
  const excerpt = useKind('excerpt', text, filters, limit);
  const section = useKind('section', text, filters, limit);
  const queries = { source, page, excerpt, section };
  const groups = hitKinds.map(kind => toGroup(kind, queries[kind])).filter(group => group.hits.length > 0);
  const all = Object.values(queries);
  return {
    groups: text ? groups : [],
    hits: text ? groups.flatMap(group => group.hits) : [],
    text,
    isPending: text !== '' && all.some(query => query.isFetching && !query.isFetchingNextPage),
    error: all.find(query => query.error)?.error ?? null,
  };
}

function useKind(kind: HitKind, text: string, filters: SearchFilters, limit: number) {
  const wanted = filters.kind === null || filters.kind === kind;
  return usePagedCall('search.query', inputOf(kind, text, filters, limit), {
    enabled: wanted && text !== '',
    keepPrevious: wanted,
  });
}

function inputOf(
  kind: HitKind,
  text: string,
  { tag, language, fromYear, toYear }: SearchFilters,
  limit: number,
): Omit<CallInput<'search.query'>, 'after'> {
  return {
    text,
    kinds: [kind],
    limit,
    ...(tag === null ? {} : { tags: [tag] }),
    ...(language === null ? {} : { language }),
    ...(fromYear === null ? {} : { fromYear }),
    ...(toYear === null ? {} : { toYear }),
  };
}

function toGroup(kind: HitKind, query: ReturnType<typeof useKind>): HitGroup {
  return {
    kind,
    hits: query.data?.pages.flatMap(page => page.hits) ?? [],
    hasMore: query.hasNextPage,
    showMore: () => void query.fetchNextPage(),
  };
}

function useQuiet(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), QUIET);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
