import type { Db } from '../../electron/core/library/library.ts';

/** What SQLite says of a whole database, pages and foreign keys; empty when it is sound. */
export function checkDatabase(db: Db): unknown[] {
  const lines = db.prepare('PRAGMA integrity_check').pluck().all();
  return [...lines.filter(line => line !== 'ok'), ...db.prepare('PRAGMA foreign_key_check').all()];
}
