import Database from 'better-sqlite3';
import type { Db } from './library.ts';

/** How a library's database is opened: with a password, and whether the file may be made. */
export interface DatabaseOptions {
  password?: string;
  create: boolean;
}

/** Milliseconds to wait for another process before a library counts as in use. */
const BUSY_TIMEOUT = 300;

/**
 * Opens a connection and keys it (scheme of SQLCipher 4). `PRAGMA key` never fails: a wrong password shows at the first read,
 * as SQLITE_NOTADB.
 */
export function openDatabase(path: string, options: DatabaseOptions): Db {
  const db = new Database(path, { fileMustExist: !options.create, timeout: BUSY_TIMEOUT });
  try {
    if (options.password !== undefined) keyDatabase(db, options.password);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function keyDatabase(db: Db, password: string): void {
  db.pragma(`cipher = 'sqlcipher'`);
  db.pragma('legacy = 4');
  // In hexadecimal, so that no character of a password can be read as SQL or end it early.
  db.pragma(`hexkey = '${Buffer.from(password.normalize('NFC')).toString('hex')}'`);
}

/**
 * Takes the library for this process alone and sets it for safety: every acknowledged write survives a power cut, and large sorts
 * never spill plain text into the temporary folder.
 */
export function takeDatabase(db: Db): void {
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('temp_store = 2');
  db.pragma('foreign_keys = ON');
  // What is removed for good leaves no words in the file's free pages.
  db.pragma('secure_delete = ON');
  db.pragma('trusted_schema = OFF');
  db.exec('BEGIN IMMEDIATE; COMMIT');
}

/**
 * Closes a connection so that one whole file is left, which a read-only folder can also hold: no WAL beside it. Where the disk is too
 * full for that, the WAL stays, holds what was acknowledged, and is taken in at the next opening.
 */
export function closeDatabase(db: Db): void {
  if (!db.open) return;
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.pragma('journal_mode = DELETE');
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  } finally {
    db.close();
  }
}

/** Gives back the room that a write which did not fit has taken in the WAL. */
export function releaseLog(db: Db): void {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  }
}
