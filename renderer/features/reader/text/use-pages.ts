import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Source } from '../../../../shared/model/source.ts';
import { call, queryClient } from '../../../api.ts';
import { createPageStore, type LoadedPages } from './page-store.ts';

/** The pages of a source, and the ways to ask for one first and to try again. */
export interface PagesOfSource extends LoadedPages {
  want(page: number): void;
  retry(): void;
}

/** Loads the pages of a source; they stay in the window's cache for the next visit. */
export function usePages(source: Source): PagesOfSource {
  const { id, pageCount, sha256 } = source;
  const store = useMemo(
    () =>
      createPageStore(pageCount, async (from, count) => {
        const input = { id, from, count };
        const { pages } = await queryClient.fetchQuery({
          queryKey: ['sources.pages', { ...input, sha256 }],
          queryFn: () => call('sources.pages', input),
        });
        return pages;
      }),
    [id, pageCount, sha256],
  );
  useEffect(() => {
    store.start();
    return store.stop;
  }, [store]);
  const loaded = useSyncExternalStore(store.subscribe, store.read);
  return useMemo(() => ({ ...loaded, want: store.want, retry: store.start }), [loaded, store]);
}
