import { CallFailure, isWithoutLibrary } from '../api.ts';

/** Milliseconds after the core's end in which failures only repeat it; it is back before, or not at all. */
const ECHO = 15_000;

let lostAt: number | null = null;
let isReturning = false;

/** The core has ended, and the window says so. */
export function noteCoreLost(): void {
  lostAt = Date.now();
  isReturning = true;
}

/** The library is open again, or the user was told that it is not. */
export function noteCoreBack(): void {
  isReturning = false;
}

/**
 * Whether a failure only repeats that the core has ended, which the window has said or is about to say: the answer of
 * a call may come before the news.
 */
export async function isEchoOfAbsence(error: unknown): Promise<boolean> {
  if (!(error instanceof CallFailure) || !isWithoutLibrary(error)) return false;
  if (error.code === 'noLibrary') return isReturning;
  if (wasLostJustNow()) return true;
  await new Promise(resolve => setTimeout(resolve, 500));
  return wasLostJustNow();
}

function wasLostJustNow(): boolean {
  return lostAt !== null && Date.now() - lostAt < ECHO;
}
