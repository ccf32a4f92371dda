import type { Statement } from 'better-sqlite3';
import type { Db } from './library.ts';

const prepared = new WeakMap<Db, Map<string, Statement>>();

/** The prepared statement of a text, made once per connection; values are bound, never written into the text. */
export function statement(db: Db, text: string): Statement {
  let statements = prepared.get(db);
  if (!statements) {
    statements = new Map();
    prepared.set(db, statements);
  }
  let found = statements.get(text);
  if (!found) {
    found = db.prepare(text);
    statements.set(text, found);
  }
  return found;
}

/** A value that SQLite takes. */
export type SqlValue = string | number | bigint | Uint8Array | null;

/** Runs a statement that gives no rows; answers how many rows it changed. */
export function run(db: Db, text: string, ...values: SqlValue[]): number {
  return statement(db, text).run(...values).changes;
}

/** The first row of a query, or undefined. The caller names the row's type: it is the query's own columns. */
export function first<Row>(db: Db, text: string, ...values: SqlValue[]): Row | undefined {
  return statement(db, text).get(...values) as Row | undefined;
}

/** Every row of a query. The caller names the row's type: it is the query's own columns. */
export function all<Row>(db: Db, text: string, ...values: SqlValue[]): Row[] {
  return statement(db, text).all(...values) as Row[];
}
