import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';

/**
 * A line beside an open library, «user@machine», for whoever finds it locked. The lock is SQLite's own: the note only says whose it is,
 * and one that a crash has left means nothing.
 */
function noteOf(path: string): string {
  return `${path}-holder`;
}

/** Leaves the note of this process; a library is as well open without it. */
export function writeHolder(path: string): void {
  try {
    writeFileSync(noteOf(path), `${readUser()}@${hostname()}\n`);
  } catch {
    // A full disk must not keep a library shut.
  }
}

/** What {@link readHolder} gives where nobody left a note; the message's own word for it. */
export const NO_HOLDER = 'none';

/** Who holds a locked library. */
export function readHolder(path: string): string {
  try {
    return readFileSync(noteOf(path), 'utf8').split('\n')[0]!.slice(0, 200) || NO_HOLDER;
  } catch {
    return NO_HOLDER;
  }
}

/** Takes the note away again. */
export function removeHolder(path: string): void {
  rmSync(noteOf(path), { force: true });
}

function readUser(): string {
  try {
    return userInfo().username;
  } catch {
    return '?';
  }
}
