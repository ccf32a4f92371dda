import { type RefObject, useEffect, useState } from 'react';

/** The inner size of an element (CSS pixels), followed as it changes. */
export function useBoxSize(ref: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  // Not a layout effect: the element may belong to a parent, whose ref is set only after its children's.
  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    const read = () =>
      setSize(before => {
        const next = { width: box.clientWidth, height: box.clientHeight };
        return next.width === before.width && next.height === before.height ? before : next;
      });
    read();
    const observer = new ResizeObserver(read);
    observer.observe(box);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
