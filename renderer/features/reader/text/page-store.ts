import type { Page } from '../../../../shared/model/page.ts';

/** The pages of a source as far as they are loaded. */
export interface LoadedPages {
  pages: ReadonlyMap<number, Page>;
  /** True when every page is there. */
  complete: boolean;
  /** What stopped the loading, or null. */
  failure: unknown;
}

/** Loads a source's pages piece by piece, those that are wanted first. */
export interface PageStore {
  read(): LoadedPages;
  subscribe(listener: () => void): () => void;
  /** Moves the piece around a page to the front. */
  want(page: number): void;
  /** Begins to load; calling it again tries again after a failure. */
  start(): void;
  stop(): void;
}

/** Pages in one call: enough to be few calls, few enough to be quick. */
export const PIECE = 24;

/** Makes a store of `count` pages; `load` gives pages from a 0-based index. */
export function createPageStore(
  count: number,
  load: (from: number, count: number) => Promise<readonly Page[]>,
): PageStore {
  const missing = new Set(Array.from({ length: Math.ceil(count / PIECE) }, (_, piece) => piece));
  const listeners = new Set<() => void>();
  let loaded: LoadedPages = { pages: new Map(), complete: count === 0, failure: null };
  let wanted = 0;
  let run = 0;
  let running = false;

  function publish(next: LoadedPages): void {
    loaded = next;
    for (const listener of [...listeners]) listener();
  }

  async function work(mine: number): Promise<void> {
    while (missing.size > 0 && mine === run) {
      const piece = missing.has(wanted) ? wanted : Math.min(...missing);
      const pages = await load(piece * PIECE, Math.min(PIECE, count - piece * PIECE));
      if (mine !== run) return;
      missing.delete(piece);
      const all = new Map(loaded.pages);
      for (const page of pages) all.set(page.index, page);
      publish({ pages: all, complete: missing.size === 0, failure: null });
    }
  }

  function start(): void {
    if (running) return;
    running = true;
    const mine = ++run;
    work(mine)
      .catch(failure => {
        if (mine === run) publish({ ...loaded, failure });
      })
      .finally(() => {
        if (mine === run) running = false;
      });
  }

  return {
    read: () => loaded,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    want(page) {
      wanted = Math.floor(page / PIECE);
    },
    start,
    stop() {
      run++;
      running = false;
    },
  };
}
