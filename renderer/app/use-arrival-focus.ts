import { type RefObject, useEffect, useRef } from 'react';
import { catchFocus, type FocusCatcher } from './catch-focus.ts';
import { useNavigation } from './navigation.tsx';
import { keyOf } from './screen.tsx';

/** Brings the keyboard into each screen that is entered, and back into it when what had the focus goes away. */
export function useArrivalFocus(main: RefObject<HTMLElement | null>): void {
  const { route } = useNavigation();
  const catcher = useRef<FocusCatcher | null>(null);
  useEffect(() => {
    if (!main.current) return;
    const made = catchFocus(main.current);
    catcher.current = made;
    return () => made.stop();
  }, [main]);
  const screen = keyOf(route);
  const entered = useRef(screen);
  useEffect(() => {
    if (entered.current === screen) return;
    entered.current = screen;
    catcher.current?.arrive();
  }, [screen]);
}
