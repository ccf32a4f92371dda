import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Failure } from '../../shared/contract/result.ts';
import type { GrantedFile } from '../../shared/contract/shell-calls.ts';
import { hasKind } from './file-kinds.ts';
import { isSafeFileName } from './file-name.ts';

/** Keeps the bytes of files that come without a path, dropped on a browser's window or pasted, in a private folder until the end. */
export interface DroppedFiles {
  /** Writes one file and grants it. Throws `Failure('unsupported')` for a library, since work on a copy would be lost at the end. */
  accept(name: string, bytes: Readable): Promise<GrantedFile>;
  /** Removes all of them. */
  remove(): Promise<void>;
}

/** Makes the keeper; `grant` gives tokens. */
export function createDroppedFiles(grant: (path: string) => Promise<string>): DroppedFiles {
  let folder: Promise<string> | null = null;
  let count = 0;
  return {
    accept: async (name, bytes) => {
      if (!isSafeFileName(name)) throw new Failure('invalidInput', { file: name });
      if (!hasKind(name, 'documents') && !hasKind(name, 'image'))
        throw new Failure('unsupported', { file: name });
      folder ??= mkdtemp(join(tmpdir(), 'valija-drop-'));
      // A folder of its own for each, so that two files of one name keep it.
      const own = join(await folder, String(count++));
      await mkdir(own, { mode: 0o700 });
      const path = join(own, name);
      const target = createWriteStream(path, { mode: 0o600, flags: 'wx' });
      await pipeline(bytes, target).catch(error => giveUp(error, own, name));
      return { file: await grant(path), name, size: target.bytesWritten };
    },
    remove: async () => {
      if (folder) await rm(await folder, { recursive: true, force: true });
      folder = null;
    },
  };
}

async function giveUp(error: NodeJS.ErrnoException, own: string, name: string): Promise<never> {
  await rm(own, { recursive: true, force: true });
  throw new Failure(error.code === 'ENOSPC' ? 'diskFull' : 'unreadable', { file: name }, String(error));
}
