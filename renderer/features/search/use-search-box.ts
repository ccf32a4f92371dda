import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import type { SearchHit } from '../../../shared/contract/search-calls.ts';
import { useSearchFilters } from './search-filters-store.ts';
import { hitElementId } from './search-results.tsx';
import { type SearchAnswer, useSearch } from './use-search.ts';

/** A search with its marked hit, which the arrow keys of the field move. */
export interface SearchBox {
  listId: string;
  answer: SearchAnswer;
  active: SearchHit | null;
  activeId: string | undefined;
  /** Handles arrows and Enter; true when it did. */
  press(event: KeyboardEvent): boolean;
}

/** Searches for what is typed, and lets the field move through the hits. */
export function useSearchBox(text: string, limit: number, onOpen: (hit: SearchHit) => void): SearchBox {
  const listId = useId();
  const answer = useSearch(text, useSearchFilters(), limit);
  const [index, setIndex] = useState(0);
  const [entered, setEntered] = useState(false);
  const isSettled = !answer.isPending && answer.text === text.trim();
  useEffect(() => setIndex(0), [answer.text]);
  const active = answer.hits[Math.min(index, answer.hits.length - 1)] ?? null;

  function press(event: KeyboardEvent): boolean {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && answer.hits.length > 0) {
      event.preventDefault();
      setIndex((index + step + answer.hits.length) % answer.hits.length);
      return true;
    }
    if (event.key !== 'Enter' || text.trim() === '') return false;
    event.preventDefault();
    setEntered(true);
    return true;
  }

  // Enter may come before the answer to the last letter: it opens the first hit of the words typed, not of older ones.
  useEffect(() => {
    if (!entered || !isSettled) return;
    setEntered(false);
    if (active) onOpen(active);
  }, [entered, isSettled, active, onOpen]);
  useEffect(() => {
    if (text.trim() === '') setEntered(false);
  }, [text]);

  return { listId, answer, active, activeId: active ? hitElementId(listId, active) : undefined, press };
}
