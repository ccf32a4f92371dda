import { type MouseEvent, type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Place } from '../../../../shared/model/excerpt.ts';
import type { PageTexts } from '../text/movement.ts';
import type { PlaceRange } from '../text/places.ts';
import type { PlaceView } from '../view/place-view.ts';
import {
  extendSelection,
  rangeOf,
  type SelectionUnit,
  type TextSelection,
  unitAt,
} from './text-selection.ts';

/** What selecting by mouse needs; `onClick` is a press that selected nothing. */
export interface MouseSelection {
  view: RefObject<PlaceView | null>;
  scroller: RefObject<HTMLElement | null>;
  texts: PageTexts;
  selection: TextSelection | null;
  onSelect(selection: TextSelection): void;
  onEnd(): void;
  onClick(place: Place, x: number, y: number): void;
}

interface Drag {
  origin: PlaceRange;
  unit: SelectionUnit;
  x: number;
  y: number;
  selected: TextSelection | null;
}

const UNITS: readonly SelectionUnit[] = ['character', 'word', 'paragraph'];
/** Near the edge of the window (CSS pixels) a drag scrolls, the faster the nearer. */
const EDGE = 32;

/** Selects by mouse: press and drag, twice for words, three times for paragraphs, with Shift to extend. */
export function useMouseSelection(options: MouseSelection): (event: MouseEvent<HTMLElement>) => void {
  const latest = useRef(options);
  latest.current = options;
  const stop = useRef(() => {});
  useEffect(() => () => stop.current(), []);
  return useCallback((event: MouseEvent<HTMLElement>) => {
    const { scroller, view, texts } = latest.current;
    if (event.button !== 0 || isControl(event.target) || isScrollbar(event, scroller.current)) return;
    const place = view.current?.placeAt(event.clientX, event.clientY);
    if (!place) return;
    event.preventDefault();
    focusByMouse(scroller.current);
    const unit = UNITS[Math.min(event.detail, 3) - 1] ?? 'character';
    const before = latest.current.selection;
    const origin =
      event.shiftKey && before ? { start: before.anchor, end: before.anchor } : unitAt(texts, place, unit);
    const drag: Drag = { origin, unit, x: event.clientX, y: event.clientY, selected: null };
    if (unit !== 'character' || event.shiftKey) select(latest, drag, place);
    else latest.current.onSelect({ anchor: place, focus: place });
    stop.current();
    stop.current = followDrag(latest, drag);
  }, []);
}

/** Focuses without a ring: whoever presses the mouse sees where they are; the next key shows it. */
function focusByMouse(scroller: HTMLElement | null): void {
  if (!scroller) return;
  scroller.dataset.byMouse = '';
  scroller.addEventListener('keydown', () => delete scroller.dataset.byMouse, { once: true });
  scroller.focus({ preventScroll: true });
}

function select(latest: RefObject<MouseSelection>, drag: Drag, place: Place): void {
  drag.selected = extendSelection(drag.origin, unitAt(latest.current.texts, place, drag.unit));
  latest.current.onSelect(drag.selected);
}

function followDrag(latest: RefObject<MouseSelection>, drag: Drag): () => void {
  const events = new AbortController();
  const reach = () => {
    const place = latest.current.view.current?.placeAt(drag.x, drag.y);
    if (place) select(latest, drag, place);
  };
  const timer = setInterval(() => {
    if (scrollAtEdge(latest.current.scroller.current, drag)) reach();
  }, 40);
  const stop = () => {
    clearInterval(timer);
    events.abort();
  };
  const { signal } = events;
  window.addEventListener(
    'mousemove',
    event => {
      if (Math.abs(event.clientX - drag.x) + Math.abs(event.clientY - drag.y) < 2) return;
      [drag.x, drag.y] = [event.clientX, event.clientY];
      reach();
    },
    { signal },
  );
  window.addEventListener(
    'mouseup',
    event => {
      stop();
      const { onClick, onEnd, view } = latest.current;
      if (rangeOf(drag.selected)) return onEnd();
      const place = view.current?.placeAt(event.clientX, event.clientY);
      if (place) onClick(place, event.clientX, event.clientY);
    },
    { signal },
  );
  return stop;
}

function scrollAtEdge(scroller: HTMLElement | null, drag: Drag): boolean {
  if (!scroller) return false;
  const box = scroller.getBoundingClientRect();
  const above = box.top + EDGE - drag.y;
  const below = drag.y - (box.bottom - EDGE);
  const by = above > 0 ? -above : Math.max(below, 0);
  if (by === 0) return false;
  scroller.scrollTop += Math.max(-60, Math.min(60, by));
  return true;
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, input, textarea, a, [role="toolbar"]') !== null;
}

function isScrollbar(event: MouseEvent, scroller: HTMLElement | null): boolean {
  if (!scroller) return true;
  const box = scroller.getBoundingClientRect();
  return event.clientX - box.left > scroller.clientWidth || event.clientY - box.top > scroller.clientHeight;
}
