import { type MouseEvent, useCallback, useMemo, useRef, useState } from 'react';
import type { Reader } from '../state/use-reader.ts';
import { excerptAt } from '../text/excerpt-ranges.ts';
import { partsOfSegments } from '../text/range-parts.ts';
import type { MarksActions } from './marks-context.ts';
import type { ClientBox } from './place-view.ts';

/** An excerpt whose note is shown, and the box (window, CSS pixels) it is shown at. */
export interface Hint {
  id: string;
  box: ClientBox;
}

/** Finds the excerpt under a point of the window; null where there is none. */
export function excerptUnder(reader: Reader, x: number, y: number): Hint | null {
  const view = reader.view.current;
  const place = view?.placeAt(x, y);
  if (!view || !place) return null;
  // The place is the nearest there is, and rounding may put it at the excerpt's end: both sides are looked at.
  const ranges = reader.excerpts.ranges.get(place.page);
  const before = { page: place.page, offset: place.offset - 1 };
  const id = excerptAt(ranges, place) ?? excerptAt(ranges, before);
  const excerpt = id === null ? undefined : reader.excerpts.byId.get(id);
  if (!excerpt) return null;
  const box = view.boxesOf(partsOfSegments(excerpt.segments)).find(candidate => contains(candidate, x, y));
  return box ? { id: excerpt.id, box } : null;
}

function contains(box: ClientBox, x: number, y: number): boolean {
  return x >= box.left && x <= box.left + box.width && y >= box.top && y <= box.top + box.height;
}

/** Shows an excerpt's note while the mouse rests on its mark or the mark has the focus. */
export function useHint(reader: Reader) {
  const [hint, setHint] = useState<Hint | null>(null);
  const latest = useRef(reader);
  latest.current = reader;
  const frame = useRef(0);
  const onMouseMove = useCallback((event: MouseEvent) => {
    const { clientX, clientY, buttons, target } = event;
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      const onTools = target instanceof Element && target.closest('[role="toolbar"]') !== null;
      const next = buttons || onTools ? null : excerptUnder(latest.current, clientX, clientY);
      setHint(before => (before?.id === next?.id ? before : next));
    });
  }, []);
  const onMouseLeave = useCallback(() => {
    cancelAnimationFrame(frame.current);
    setHint(null);
  }, []);
  const marks = useMemo<MarksActions>(
    () => ({
      excerptOf: id => latest.current.excerpts.byId.get(id),
      choose: id => latest.current.choose(id),
      hint(id) {
        const excerpt = id === null ? undefined : latest.current.excerpts.byId.get(id);
        const box = excerpt && latest.current.view.current?.boxesOf(partsOfSegments(excerpt.segments))[0];
        setHint(excerpt && box ? { id: excerpt.id, box } : null);
      },
    }),
    [],
  );
  return { hint, marks, onMouseMove, onMouseLeave };
}
