import { type RefObject, useEffect, useState } from 'react';

/** How long (ms) nothing scrolls before it counts as resting. */
const REST = 80;

/** A number that changes each time the scrolling of an element comes to rest: what was out of sight may be drawn now. */
export function useScrollRest(scroller: RefObject<HTMLElement | null>): number {
  const [rests, setRests] = useState(0);
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    let timer: ReturnType<typeof setTimeout>;
    const onScroll = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setRests(count => count + 1), REST);
    };
    box.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      box.removeEventListener('scroll', onScroll);
    };
  }, [scroller]);
  return rests;
}
