import { createHash, randomUUID } from 'node:crypto';
import { closeSync, createReadStream, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../../../shared/contract/result.ts';
import { asWriteFailure } from '../map-error.ts';
import type { Library } from './library.ts';
import { refuseOwnFile } from './own-file.ts';
import { syncFolder } from './place-file.ts';

/** A written backup: its length and its SHA-256, so that a copy can be told whole. */
export interface Backup {
  byteLength: number;
  sha256: string;
}

/**
 * Writes a whole copy of an open library, with the same password, under a temporary name first; an older backup of that name stays
 * until the new one is whole. VACUUM INTO keeps the key (`db.backup()` does not) but leaves an empty file on a full disk.
 */
export async function backupLibrary(library: Library, path: string): Promise<Backup> {
  refuseOwnFile(path, library.path);
  const temporary = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    library.db.prepare('VACUUM INTO ?').run(temporary);
    const { size } = statSync(temporary);
    if (size === 0) throw new Failure('diskFull', { file: basename(path) });
    const sha256 = await hashWhole(temporary);
    syncFile(temporary);
    renameSync(temporary, path);
    syncFolder(dirname(path));
    return { byteLength: size, sha256 };
  } catch (error) {
    throw asWriteFailure(error, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

async function hashWhole(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
