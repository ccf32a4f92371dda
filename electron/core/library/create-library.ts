import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../../../shared/contract/result.ts';
import { asWriteFailure, codeOf } from '../map-error.ts';
import { APPLICATION_ID } from './format.ts';
import type { Library } from './library.ts';
import { migrate } from './migrate.ts';
import { closeDatabase, openDatabase } from './open-database.ts';
import { openLibrary } from './open-library.ts';
import { placeNewFile } from './place-file.ts';
import { run } from './statement.ts';

/** What a new library is born with. */
export interface LibraryBirth {
  id: string;
  createdAt: string;
  password?: string;
}

/**
 * Makes a library file and opens it. It is written under a temporary name first, so that a failure leaves nothing.
 * Throws `fileExists`, `readOnly`, `diskFull` or `folderMissing`.
 */
export function createLibrary(path: string, birth: LibraryBirth): Library {
  const file = basename(path);
  if (existsSync(path)) throw new Failure('fileExists', { file });
  const temporary = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    writeEmptyLibrary(temporary, birth);
    placeNewFile(temporary, path);
  } catch (error) {
    for (const ending of ['', '-wal', '-journal']) rmSync(temporary + ending, { force: true });
    throw asFailure(error, path);
  }
  return openLibrary(path, birth.password);
}

function writeEmptyLibrary(path: string, birth: LibraryBirth): void {
  const db = openDatabase(path, { password: birth.password, create: true });
  try {
    db.pragma('page_size = 4096');
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma('synchronous = FULL');
    migrate(db);
    run(db, 'INSERT INTO setting (key, value) VALUES (?, ?)', 'libraryId', birth.id);
    run(db, 'INSERT INTO setting (key, value) VALUES (?, ?)', 'createdAt', birth.createdAt);
  } finally {
    closeDatabase(db);
  }
}

function asFailure(error: unknown, path: string): unknown {
  // better-sqlite3 looks for the folder itself and throws a TypeError that names none.
  const failure = asWriteFailure(error, path);
  const code = codeOf(failure);
  return failure instanceof Failure || !code
    ? failure
    : new Failure(code, { file: basename(path) }, String(error));
}
