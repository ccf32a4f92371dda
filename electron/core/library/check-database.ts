import type { Db } from './library.ts';

/** The tables to check one by one, SQLite's own schema table (and with it the list of free pages) first. */
export function listTables(db: Db): string[] {
  const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
  return ['sqlite_schema', ...names.map(String)];
}

/**
 * What SQLite's integrity and foreign key checks say of one table and its indexes, empty when sound. A check cannot be stopped, so
 * they are asked table by table; pages that belong to no table at all are not noticed, and hold nothing.
 */
export function checkTable(db: Db, table: string): string[] {
  const name = `"${table.replaceAll('"', '""')}"`;
  const lines = db.prepare(`PRAGMA integrity_check(${name})`).pluck().all().map(String);
  const broken = db.prepare(`PRAGMA foreign_key_check(${name})`).all() as { table: string; rowid: number }[];
  return [
    ...lines.filter(line => line !== 'ok'),
    ...broken.map(({ table, rowid }) => `foreign key of ${table} ${rowid}`),
  ];
}
