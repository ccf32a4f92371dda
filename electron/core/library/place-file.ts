import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Failure } from '../../../shared/contract/result.ts';

/** Gives a finished temporary file its name without ever writing over another file; throws `fileExists`. */
export function placeNewFile(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
    rmSync(temporary);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new Failure('fileExists', { file: basename(path) });
    }
    // FAT and some network drives know no links.
    if (existsSync(path)) throw new Failure('fileExists', { file: basename(path) });
    renameSync(temporary, path);
  }
  syncFolder(dirname(path));
}

/** Makes a rename survive a power cut; Windows does not open folders and does not need it. */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Not every system lets a folder be synchronised; the rename itself has happened.
  }
}
