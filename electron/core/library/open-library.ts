import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type ErrorCode, Failure } from '../../../shared/contract/result.ts';
import { codeOf } from '../map-error.ts';
import { APPLICATION_ID } from './format.ts';
import { readHolder, writeHolder } from './holder-note.ts';
import { type FileKind, inspectFile } from './inspect-file.ts';
import type { Db, Library } from './library.ts';
import { FORMAT_VERSION, migrate, readFormatVersion } from './migrate.ts';
import { openDatabase, takeDatabase } from './open-database.ts';

/**
 * Opens a library for this process alone. Throws `unreadable`, `readOnly`, `notALibrary`, `wrongPassword`, `newerLibrary`,
 * `libraryInUse` or `libraryDamaged`, each with the file's name; a file that is refused is not touched.
 */
export function openLibrary(path: string, password?: string): Library {
  const file = basename(path);
  const kind = inspectFile(path);
  if (kind === 'other') throw new Failure('notALibrary', { file });
  if (kind === 'encrypted' && password === undefined)
    throw new Failure('wrongPassword', { file, given: false });
  const db = openDatabase(path, { password: kind === 'encrypted' ? password : undefined, create: false });
  try {
    checkIdentity(db, path, kind);
    takeDatabase(db);
    migrate(db);
    writeHolder(path);
    return { db, path, encrypted: kind === 'encrypted' };
  } catch (error) {
    db.close();
    throw asFailure(error, path);
  }
}

function checkIdentity(db: Db, path: string, kind: FileKind): void {
  const file = basename(path);
  const hadLog = existsSync(`${path}-wal`);
  if (readIdentity(db, path, kind) !== APPLICATION_ID) throw new Failure('notALibrary', { file });
  const version = readFormatVersion(db);
  if (version > FORMAT_VERSION) throw new Failure('newerLibrary', { file, version });
  if (version < 1) throw new Failure('notALibrary', { file });
  if (!hadLog && statSync(path).size < sizeByHeader(db)) {
    throw new Failure('libraryDamaged', { file }, 'the file is shorter than its header says');
  }
}

/** The first read: SQLITE_NOTADB here means a wrong password, or damage where the file is not made of whole pages. */
function readIdentity(db: Db, path: string, kind: FileKind): number {
  const file = basename(path);
  try {
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return Number(db.pragma('application_id', { simple: true }));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB')) throw error;
    const whole = statSync(path).size % 4096 === 0;
    if (kind === 'encrypted' && whole) throw new Failure('wrongPassword', { file, given: true });
    throw new Failure(kind === 'encrypted' ? 'notALibrary' : 'libraryDamaged', { file });
  }
}

function sizeByHeader(db: Db): number {
  const pages = Number(db.pragma('page_count', { simple: true }));
  return pages * Number(db.pragma('page_size', { simple: true }));
}

function asFailure(error: unknown, path: string): unknown {
  const file = basename(path);
  if (error instanceof Failure)
    return Object.keys(error.details).length ? error : new Failure(error.code, { file });
  const code: ErrorCode | null = isCannotOpen(error) ? 'readOnly' : codeOf(error);
  if (!code) return error;
  const details: Record<string, string> = { file };
  if (code === 'libraryInUse') details.holder = readHolder(path);
  return new Failure(code, details, String(error));
}

/** A readable file that SQLite cannot open lies where its log cannot be written. */
function isCannotOpen(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CANTOPEN');
}
