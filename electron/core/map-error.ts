import Database from 'better-sqlite3';
import { type CallError, type ErrorCode, Failure } from '../../shared/contract/result.ts';

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
  EROFS: 'readOnly',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
  ENOENT: 'unreadable',
  EISDIR: 'unreadable',
  ENOTDIR: 'unreadable',
  ELOOP: 'unreadable',
  ENAMETOOLONG: 'unreadable',
  EIO: 'unreadable',
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
  if (code) return { code, message, details: { file } };
  log(error instanceof Error ? (error.stack ?? message) : message);
  return { code: 'internal', message, details: {} };
}
