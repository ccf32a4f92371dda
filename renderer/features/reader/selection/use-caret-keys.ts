import { type KeyboardEvent, type RefObject, useCallback, useRef } from 'react';
import type { Place } from '../../../../shared/model/excerpt.ts';
import { firstPlace, lastPlace, type PageTexts } from '../text/movement.ts';
import type { PlaceView } from '../view/place-view.ts';
import { readCaretStep, stepCaret } from './caret-move.ts';
import type { TextSelection } from './text-selection.ts';

/** What moving by keyboard needs. `onMove` tells where the caret was, so that what it passed can be spoken. */
export interface CaretKeys {
  view: RefObject<PlaceView | null>;
  texts: PageTexts;
  selection: TextSelection | null;
  /** With the caret on, arrows move it; without it, they scroll and only Shift moves the selection's end. */
  isCaretOn: boolean;
  /** Where the caret begins when nothing is selected. */
  startPlace(): Place;
  onMove(selection: TextSelection, from: Place): void;
  onEscape(): void;
}

/** Moves the caret and extends the selection by keyboard. */
export function useCaretKeys(options: CaretKeys): (event: KeyboardEvent<HTMLElement>) => void {
  const latest = useRef(options);
  latest.current = options;
  return useCallback((event: KeyboardEvent<HTMLElement>) => {
    const { view, texts, selection, isCaretOn, startPlace, onMove, onEscape } = latest.current;
    if (event.target !== event.currentTarget || !view.current) return;
    if (event.key === 'Escape') return onEscape();
    if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return onMove({ anchor: firstPlace(texts), focus: lastPlace(texts) }, firstPlace(texts));
    }
    const step = readCaretStep(event);
    if (!step || !(isCaretOn || (event.shiftKey && selection))) return;
    event.preventDefault();
    const now = selection ?? { anchor: startPlace(), focus: startPlace() };
    const focus = stepCaret(view.current, texts, now.focus, step);
    onMove({ anchor: event.shiftKey ? now.anchor : focus, focus }, now.focus);
    view.current.reveal(focus, 'nearest');
  }, []);
}
