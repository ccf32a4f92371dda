import { useSyncExternalStore } from 'react';
import type { SearchHit } from '../../../shared/contract/search-calls.ts';
import type { Language } from '../../../shared/model/common.ts';

/** What a hit can be. */
export type HitKind = SearchHit['kind'];

/** The kinds in the order in which their groups are shown. */
export const hitKinds: readonly HitKind[] = ['source', 'page', 'excerpt', 'section'];

/** What narrows a search; null is «any». Years are of the source, inclusive. */
export interface SearchFilters {
  kind: HitKind | null;
  tag: string | null;
  language: Language | null;
  fromYear: number | null;
  toYear: number | null;
}

/** Nothing narrowed. */
export const noFilters: SearchFilters = {
  kind: null,
  tag: null,
  language: null,
  fromYear: null,
  toYear: null,
};

let filters = noFilters;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Narrows the search, here and on the search screen alike. */
export function setSearchFilters(changes: Partial<SearchFilters>): void {
  filters = { ...filters, ...changes };
  for (const listener of [...listeners]) listener();
}

/** What narrows the search now. */
export function useSearchFilters(): SearchFilters {
  return useSyncExternalStore(subscribe, () => filters);
}

/** Whether anything is narrowed. */
export function isNarrowed(current: SearchFilters): boolean {
  return Object.values(current).some(value => value !== null);
}
