import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Excerpt } from '../../../../shared/model/excerpt.ts';
import { call } from '../../../api.ts';

/** Excerpts read at a time. */
const PAGE = 100;

interface ExcerptPage {
  items: Excerpt[];
  next: string | null;
}

/** Excerpts as far as they were read. */
export interface FoundExcerpts {
  excerpts: readonly Excerpt[];
  isLoading: boolean;
  loadMore(): void;
}

/** The library's excerpts, newest first; those that match when words are typed, best first; of one tag when one is given. */
export function useExcerpts(text: string, tag: string | null): FoundExcerpts {
  const words = text.trim();
  const query = useInfiniteQuery({
    queryKey: ['excerpts.list', { words, tag }, 'pages'],
    queryFn: ({ pageParam }) => (words ? search(words, tag, pageParam) : list(tag, pageParam)),
    initialPageParam: null as string | null,
    getNextPageParam: (last: ExcerptPage) => last.next,
    placeholderData: keepPreviousData,
  });
  const excerpts = useMemo(() => query.data?.pages.flatMap(page => page.items) ?? [], [query.data]);
  const loadMore = () => {
    if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
  };
  return { excerpts, isLoading: query.isPending, loadMore };
}

function list(tag: string | null, after: string | null): Promise<ExcerptPage> {
  return call('excerpts.list', { after, limit: PAGE, ...(tag ? { tag } : {}) });
}

async function search(text: string, tag: string | null, after: string | null): Promise<ExcerptPage> {
  const filter = tag ? { tags: [tag] } : {};
  const found = await call('search.query', { text, kinds: ['excerpt'], after, limit: PAGE, ...filter });
  const ids = found.hits.map(hit => hit.id);
  if (ids.length === 0) return { items: [], next: found.next };
  const { items } = await call('excerpts.get', { ids });
  const byId = new Map(items.map(excerpt => [excerpt.id, excerpt]));
  return { items: ids.flatMap(id => byId.get(id) ?? []), next: found.next };
}
