import { useLayoutEffect, useState } from 'react';
import type { Reader } from '../state/use-reader.ts';
import type { ClientBox } from './place-view.ts';
import styles from './reading-surface.module.css';
import { useScrollRest } from './use-scroll-rest.ts';

/** The caret, at the selection's moving end, drawn in the scrolled content. */
export function Caret({ reader }: { reader: Reader }) {
  const { view, scroller, selection, percent, pages, page } = reader;
  const [box, setBox] = useState<ClientBox | null>(null);
  const rests = useScrollRest(scroller);
  useLayoutEffect(() => {
    const frame = scroller.current?.getBoundingClientRect();
    const place = selection?.focus ?? { page, offset: 0 };
    const caret = percent > 0 && rests >= 0 && pages ? view.current?.caretBox(place) : null;
    if (!frame || !caret || !scroller.current) return setBox(null);
    setBox({
      left: caret.left - frame.left + scroller.current.scrollLeft,
      top: caret.top - frame.top + scroller.current.scrollTop,
      width: 2,
      height: caret.height,
    });
  }, [view, scroller, selection, percent, rests, pages, page]);
  if (!box) return null;
  const { left, top, height } = box;
  return (
    <div
      className={styles.caret}
      data-flow={!reader.isPaged || undefined}
      style={{ left, top, height }}
      aria-hidden
    />
  );
}
