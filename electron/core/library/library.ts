import type Database from 'better-sqlite3';

/** A connection to a library file. */
export type Db = Database.Database;

/** The open library: its connection and where it lies. */
export interface Library {
  db: Db;
  /** Absolute path of the file. */
  path: string;
  encrypted: boolean;
}
