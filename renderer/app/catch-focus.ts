/** Names the element of a screen that takes the keyboard on arrival; without one the screen's heading does. */
export const arrivalMark = 'data-arrival';

/** Milliseconds left to dialogs and fields to take or give back the focus themselves. */
const PATIENCE = 100;

/** See {@link catchFocus}. */
export interface FocusCatcher {
  /** A new screen is coming: the keyboard goes into it as soon as it stands. */
  arrive(): void;
  stop(): void;
}

/**
 * Catches a focus that falls to the page's body because what had it is gone, and brings it into the screen in `main`:
 * to the element marked {@link arrivalMark}, else to the heading. Whoever presses the pointer elsewhere is let go.
 */
export function catchFocus(main: HTMLElement): FocusCatcher {
  const page = main.ownerDocument;
  let last: Element | null = null;
  let isArriving = true;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    timer = undefined;
    const isLost = isArriving || (last !== null && !last.isConnected);
    if (page.activeElement !== page.body) isArriving = false;
    // Under an open dialog the screen must not take the keyboard.
    else if (isLost && !main.closest('[inert], [aria-hidden="true"]')) enter();
  }
  function enter(): void {
    const target =
      main.querySelector<HTMLElement>(`[${arrivalMark}]`) ?? main.querySelector<HTMLElement>('h1');
    if (!target) return;
    if (target.tagName === 'H1') target.tabIndex = -1;
    target.focus({ preventScroll: true });
    isArriving = false;
  }
  const lookSoon = () => {
    if (page.activeElement === page.body) timer ??= setTimeout(look, PATIENCE);
  };
  const onFocus = (event: FocusEvent) => {
    last = event.target instanceof Element ? event.target : null;
    isArriving = false;
  };
  const onPointer = () => {
    last = null;
    isArriving = false;
  };
  const changes = new MutationObserver(lookSoon);
  changes.observe(page.body, { childList: true, subtree: true });
  page.addEventListener('focusin', onFocus);
  page.addEventListener('pointerdown', onPointer, true);
  lookSoon();
  return {
    arrive() {
      isArriving = true;
      lookSoon();
    },
    stop() {
      clearTimeout(timer);
      changes.disconnect();
      page.removeEventListener('focusin', onFocus);
      page.removeEventListener('pointerdown', onPointer, true);
    },
  };
}
