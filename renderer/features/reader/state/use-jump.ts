import { type RefObject, useCallback, useEffect, useState } from 'react';
import type { PlaceRange } from '../text/places.ts';
import type { PagesOfSource } from '../text/use-pages.ts';
import type { PlaceView } from '../view/place-view.ts';

/** How long (ms) a place that one jumped to stays marked. */
const FLASH = 2600;

/** Jumps to passages; one that is not loaded yet is gone to as soon as it is. */
export function useJump(view: RefObject<PlaceView | null>, pages: PagesOfSource) {
  const [target, setTarget] = useState<PlaceRange | null>(null);
  const [flash, setFlash] = useState<PlaceRange | null>(null);
  const isLoaded = target !== null && pages.pages.has(target.start.page);
  const { want } = pages;

  useEffect(() => {
    if (!target) return;
    want(target.start.page);
    if (!isLoaded) return;
    const frame = requestAnimationFrame(() => {
      view.current?.reveal(target.start, 'center');
      setTarget(null);
    });
    return () => cancelAnimationFrame(frame);
  }, [view, want, target, isLoaded]);

  useEffect(() => {
    if (!flash) return;
    const timer = setTimeout(() => setFlash(null), FLASH);
    return () => clearTimeout(timer);
  }, [flash]);

  const jump = useCallback((range: PlaceRange, { mark = true } = {}) => {
    setTarget(range);
    setFlash(mark ? range : null);
  }, []);
  return { flash, jump };
}
