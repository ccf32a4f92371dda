import { Failure } from '../../../shared/contract/result.ts';
import type { Db } from './library.ts';
import { run, type SqlValue } from './statement.ts';

/** Sets columns of one row, by its id; the columns are named by the program, their values bound. Throws `notFound`. */
export function updateRow(
  db: Db,
  table: 'source' | 'excerpt' | 'dossier',
  id: string,
  values: Readonly<Record<string, SqlValue>>,
): void {
  const assignments = Object.keys(values).map(column => `${column} = ?`);
  const text = `UPDATE ${table} SET ${assignments.join(', ')} WHERE id = ?`;
  if (run(db, text, ...Object.values(values), id) === 0) throw new Failure('notFound', { noun: table });
}
