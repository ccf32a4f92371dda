import type { Route } from './navigation.tsx';

let present: { library: string; history: readonly Route[] } | null = null;
let isLost = false;

/** Notes where the window is: the file of the library, and the way that led to the present screen. */
export function notePlace(library: string, history: readonly Route[]): void {
  present = { library, history };
}

/** The core has ended: the window shall come back to where it is. */
export function losePlace(): void {
  isLost = true;
}

/** Where the window was when the core ended with this library open; null when it did not. */
export function findLostPlace(library: string): readonly Route[] | null {
  return isLost && present?.library === library ? present.history : null;
}

/** The window shows a library again. */
export function forgetLostPlace(): void {
  isLost = false;
}
