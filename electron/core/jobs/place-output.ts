import { createHash } from 'node:crypto';
import { renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../../../shared/contract/result.ts';
import { insertCopy, type NewCopy, removeCopy, renameCopy } from '../library/issued-copies.ts';
import { act } from '../library/journal.ts';
import type { Db } from '../library/library.ts';
import { placeNewFile, syncFolder } from '../library/place-file.ts';
import { asWriteFailure } from '../map-error.ts';
import { firstFree } from './name-files.ts';
import { stopIfAborted } from './pause.ts';
import { writeTemporary } from './write-temporary.ts';

/** Where files go: one file that may take the place of an older one, or a folder in which nothing is ever replaced. */
export type ExportTarget = { kind: 'file'; path: string } | { kind: 'folder'; path: string };

/** A finished file on its way to its place. */
export interface FinishedFile {
  bytes: Uint8Array;
  /** The name it gets in a folder, if that is free. */
  name: string;
  signal: AbortSignal;
  /** The line of the issue log that comes with it, made from the file's own hash. */
  issue?: (fileName: string, sha256: string) => NewCopy;
}

/**
 * Writes a file whole or not at all, a numbered copy together with its line in the issue log; gives its path and hash. Null
 * where another export has taken the copy's number meanwhile: nothing was written.
 */
export async function placeOutput(
  db: Db,
  target: ExportTarget,
  file: FinishedFile,
): Promise<{ path: string; sha256: string } | null> {
  const folder = target.kind === 'folder' ? target.path : dirname(target.path);
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const named = target.kind === 'folder' ? join(folder, firstFree(folder, file.name)) : target.path;
  try {
    const temporary = await writeTemporary(folder, file.bytes);
    try {
      stopIfAborted(file.signal);
      const copy = file.issue?.(basename(named), sha256);
      if (copy && !issueCopy(db, copy)) return null;
      const path = giveName(db, temporary, target, named, copy);
      return { path, sha256 };
    } finally {
      rmSync(temporary, { force: true });
    }
  } catch (error) {
    throw asWriteFailure(error, named);
  }
}

/** The line is in the log before the file has its name: a power cut may leave a number without a file, never the reverse. */
function issueCopy(db: Db, copy: NewCopy): boolean {
  return act(db, { name: 'copies.issue', targets: [copy.id], at: copy.issuedAt }, () => insertCopy(db, copy));
}

function giveName(
  db: Db,
  temporary: string,
  target: ExportTarget,
  named: string,
  copy: NewCopy | undefined,
): string {
  let path: string;
  try {
    path = target.kind === 'file' ? replaceFile(temporary, named) : addFile(temporary, named);
  } catch (error) {
    if (copy) removeCopy(db, copy.id);
    throw error;
  }
  if (copy && basename(path) !== copy.fileName) renameCopy(db, copy.id, basename(path));
  return path;
}

function replaceFile(temporary: string, path: string): string {
  try {
    renameSync(temporary, path);
  } catch (error) {
    // The folder took the temporary file: what refuses is the older file, open elsewhere (as Windows says it) or read-only.
    if (statSync(path, { throwIfNoEntry: false })?.isFile() && REFUSED.has(errnoOf(error))) {
      throw new Failure('fileBusy', { file: basename(path) }, String(error));
    }
    throw error;
  }
  syncFolder(dirname(path));
  return path;
}

const REFUSED = new Set(['EPERM', 'EACCES', 'EBUSY', 'ETXTBSY']);

function errnoOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function addFile(temporary: string, named: string): string {
  const folder = dirname(named);
  for (;;) {
    const path = join(folder, firstFree(folder, basename(named)));
    try {
      placeNewFile(temporary, path);
      return path;
    } catch (error) {
      // Somebody wrote a file of this name just now: the next one.
      if (!(error instanceof Failure && error.code === 'fileExists')) throw error;
    }
  }
}
