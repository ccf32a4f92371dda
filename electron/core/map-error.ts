import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { type CallError, type ErrorCode, Failure } from '../../shared/contract/result.ts';
import { NO_HOLDER } from './library/holder-note.ts';

const BY_SQLITE_CODE: [prefix: string, code: ErrorCode][] = [
  ['SQLITE_FULL', 'diskFull'],
  ['SQLITE_READONLY', 'readOnly'],
  ['SQLITE_CORRUPT', 'libraryDamaged'],
  ['SQLITE_NOTADB', 'libraryDamaged'],
  ['SQLITE_BUSY', 'libraryInUse'],
  ['SQLITE_LOCKED', 'libraryInUse'],
  ['SQLITE_PERM', 'readOnly'],
  ['SQLITE_TOOBIG', 'tooLarge'],
];

const BY_ERRNO: Partial<Record<string, ErrorCode>> = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EBUSY: 'fileBusy',
  ETXTBSY: 'fileBusy',
  EROFS: 'readOnly',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
  ENOENT: 'unreadable',
  EISDIR: 'unreadable',
  ENOTDIR: 'unreadable',
  ELOOP: 'unreadable',
  ENAMETOOLONG: 'unreadable',
  EIO: 'unreadable',
  ENODEV: 'unreadable',
  ENXIO: 'unreadable',
  ESTALE: 'unreadable',
  ENOTCONN: 'unreadable',
};

/** The code of an expected failure that an error stands for, or null for a bug. */
export function codeOf(error: unknown): ErrorCode | null {
  if (error instanceof Failure) return error.code;
  if (error instanceof Database.SqliteError) {
    return BY_SQLITE_CODE.find(([prefix]) => error.code.startsWith(prefix))?.[1] ?? null;
  }
  const errno = error instanceof Error && 'code' in error ? String(error.code) : '';
  return BY_ERRNO[errno] ?? null;
}

/** What went wrong as plain data; a bug becomes `internal` and is written to `log`. `file` is the name to put in the message. */
export function toCallError(error: unknown, file: string, log: (line: string) => void): CallError {
  if (error instanceof Failure) return error.toCallError();
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  if (code === 'libraryInUse') return { code, message, details: { file, holder: NO_HOLDER } };
  if (code) return { code, message, details: { file } };
  log(error instanceof Error ? (error.stack ?? message) : message);
  return { code: 'internal', message, details: {} };
}

/** Codes that speak of the place where a file should be written, as what they mean for a file to write. */
const WRITE_FAILURES: Partial<Record<ErrorCode, ErrorCode>> = {
  diskFull: 'diskFull',
  readOnly: 'readOnly',
  fileBusy: 'fileBusy',
  unreadable: 'readOnly',
};

/** What a file that could not be written ends in: a failure that names this file and not the open library; anything else stays. */
export function asWriteFailure(error: unknown, path: string): unknown {
  if (error instanceof Failure) return error;
  const file = basename(path);
  if (isFolder(dirname(path)) === false) return new Failure('folderMissing', { file }, String(error));
  if (isFolder(path)) return new Failure('fileExists', { file }, String(error));
  const cannotOpen = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CANTOPEN');
  const code = cannotOpen ? 'readOnly' : WRITE_FAILURES[codeOf(error) ?? 'internal'];
  return code ? new Failure(code, { file }, String(error)) : error;
}

/** Null where the system does not say. */
function isFolder(path: string): boolean | null {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return null;
  }
}
