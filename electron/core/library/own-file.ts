import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { Failure } from '../../../shared/contract/result.ts';
import { SQLITE_HEADER } from './inspect-file.ts';

/** Refuses as `fileExists` a path that leads to the given library's own file, through links and other spellings too. */
export function refuseOwnFile(path: string, libraryPath: string): void {
  if (isSameFile(path, libraryPath)) throw new Failure('fileExists', { file: basename(path) });
}

/** Refuses as `fileExists` a path where a paper would take the place of a library, this one or any other. */
export function refuseLibraryFile(path: string): void {
  if (extname(path).toLowerCase() === '.valija' || beginsLikeLibrary(path)) {
    throw new Failure('fileExists', { file: basename(path) });
  }
}

function isSameFile(a: string, b: string): boolean {
  try {
    const [one, other] = [statSync(a, { bigint: true }), statSync(b, { bigint: true })];
    // Some network drives number no files: there the resolved paths decide.
    return (
      (one.ino !== 0n && one.ino === other.ino && one.dev === other.dev) ||
      realpathSync(a) === realpathSync(b)
    );
  } catch {
    return false;
  }
}

function beginsLikeLibrary(path: string): boolean {
  try {
    const handle = openSync(path, 'r');
    try {
      const start = Buffer.alloc(SQLITE_HEADER.length);
      readSync(handle, start, 0, start.length, 0);
      return start.toString('latin1') === SQLITE_HEADER;
    } finally {
      closeSync(handle);
    }
  } catch {
    return false;
  }
}
