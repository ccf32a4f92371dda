import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Place } from '../../../../shared/model/excerpt.ts';
import { type FoundPlace, findInPages } from '../text/find-text.ts';
import { comparePlaces } from '../text/places.ts';
import type { PagesOfSource } from '../text/use-pages.ts';
import { groupByPage } from '../view/decorations.ts';

/** Most places that are shown; beyond it the count says «more than». */
export const MOST_FOUND = 2000;

/** Finding in the document. */
export interface Find {
  isOpen: boolean;
  words: string;
  found: readonly FoundPlace[];
  byPage: ReadonlyMap<number, readonly FoundPlace[]>;
  /** Number of the current place in `found`; -1 when there is none. */
  at: number;
  current: FoundPlace | null;
  open(words?: string): void;
  close(): void;
  setWords(words: string): void;
  go(direction: -1 | 1): void;
}

/** Finds words in the loaded pages; begins at the first place from `here` on. */
export function useFind(pages: PagesOfSource, here: () => Place): Find {
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const [at, setAt] = useState(-1);
  const wanted = useDeferredValue(isOpen ? words : '');
  const found = useMemo(() => {
    if (wanted.trim() === '') return [];
    const inOrder = [...pages.pages.values()].sort((a, b) => a.index - b.index);
    return findInPages(inOrder, wanted, MOST_FOUND);
  }, [pages, wanted]);
  useEffect(() => {
    const from = here();
    const next = found.findIndex(({ page, start }) => comparePlaces({ page, offset: start }, from) >= 0);
    setAt(found.length === 0 ? -1 : Math.max(0, next));
    // Only new words look from here again; pages that arrive later add to the end.
  }, [wanted, found.length > 0]);
  const byPage = useMemo(() => groupByPage(found), [found]);
  const go = useCallback(
    (direction: -1 | 1) => {
      if (found.length > 0) setAt(now => (now + direction + found.length) % found.length);
    },
    [found.length],
  );
  return {
    isOpen,
    words,
    found,
    byPage,
    at,
    current: found[at] ?? null,
    open(start) {
      setOpen(true);
      if (start) setWords(start);
    },
    close: () => setOpen(false),
    setWords,
    go,
  };
}
