import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Excerpt, QuoteVerification } from '../../../../shared/model/excerpt.ts';
import { call } from '../../../api.ts';
import { excerptRangesByPage, sortByPlace } from '../text/excerpt-ranges.ts';

/** The excerpts of a source in reading order, with what the verification found of those that are not exact. */
export interface SourceExcerpts {
  items: readonly Excerpt[];
  byId: ReadonlyMap<string, Excerpt>;
  ranges: ReturnType<typeof excerptRangesByPage>;
  verifications: ReadonlyMap<string, QuoteVerification>;
  isLoading: boolean;
  error: unknown;
}

const NONE: readonly Excerpt[] = [];

/** Reads all excerpts of a source, and asks again for the difference where a quote no longer matches. */
export function useSourceExcerpts(sourceId: string, sha256: string): SourceExcerpts {
  const list = useQuery({
    queryKey: ['excerpts.list', { sourceId, all: true }],
    queryFn: () => listAll(sourceId),
  });
  const items = useMemo(() => sortByPlace(list.data ?? NONE), [list.data]);
  const doubtful = items.filter(excerpt => excerpt.status !== 'exact');
  const verification = useQuery({
    // A verification writes what it finds and so tells of a change: its key is its own, lest it ask itself again for ever.
    queryKey: ['reader.differences', sha256, doubtful.map(({ id, status }) => [id, status])],
    queryFn: async () => (await call('excerpts.verify', { ids: doubtful.map(({ id }) => id) })).items,
    enabled: doubtful.length > 0,
  });
  return useMemo(
    () => ({
      items,
      byId: new Map(items.map(excerpt => [excerpt.id, excerpt])),
      ranges: excerptRangesByPage(items),
      verifications: new Map((verification.data ?? []).map(found => [found.excerptId, found])),
      isLoading: list.isPending,
      error: list.error,
    }),
    [items, verification.data, list.isPending, list.error],
  );
}

async function listAll(sourceId: string): Promise<Excerpt[]> {
  const all: Excerpt[] = [];
  let after: string | null = null;
  do {
    const answer: { items: Excerpt[]; next: string | null } = await call('excerpts.list', {
      sourceId,
      after,
      limit: 1000,
    });
    all.push(...answer.items);
    after = answer.next;
  } while (after !== null);
  return all;
}
