import { Failure } from '../../../shared/contract/result.ts';
import type { IssuedCopy } from '../../../shared/model/output.ts';
import type { Db } from './library.ts';
import { all, first, run, type SqlValue } from './statement.ts';

interface CopyRow {
  id: string;
  dossier_id: string;
  dossier_title: string;
  kind: IssuedCopy['kind'];
  number: number;
  recipient: string;
  issued_at: string;
  file_name: string;
  page_count: number;
  sha256: string;
  state: IssuedCopy['state'];
  state_at: string;
  note: string;
}

/** A copy on its way into the log, with the title that its dossier has now. */
export interface NewCopy extends Omit<IssuedCopy, 'state' | 'stateAt' | 'note'> {
  dossierTitle: string;
}

function toCopy(row: CopyRow): IssuedCopy {
  return {
    id: row.id,
    dossierId: row.dossier_id,
    kind: row.kind,
    number: row.number,
    recipient: JSON.parse(row.recipient),
    issuedAt: row.issued_at,
    fileName: row.file_name,
    pageCount: row.page_count,
    sha256: row.sha256,
    state: row.state,
    stateAt: row.state_at,
    note: row.note,
  };
}

/** The numbered copies of a dossier, the last number first; also of a dossier that is no longer there. */
export function listCopies(db: Db, dossierId: string): IssuedCopy[] {
  const text = 'SELECT * FROM issued_copy WHERE dossier_id = ? ORDER BY number DESC';
  return all<CopyRow>(db, text, dossierId).map(toCopy);
}

/** The title that a dossier had when its last copy was issued; undefined where none was. */
export function readIssuedTitle(db: Db, dossierId: string): string | undefined {
  const text = 'SELECT dossier_title FROM issued_copy WHERE dossier_id = ? ORDER BY number DESC LIMIT 1';
  return first<{ dossier_title: string }>(db, text, dossierId)?.dossier_title;
}

/** The number after the highest that was ever issued of a dossier. */
export function nextCopyNumber(db: Db, dossierId: string): number {
  const text = 'SELECT coalesce(max(number), 0) + 1 AS next FROM issued_copy WHERE dossier_id = ?';
  return first<{ next: number }>(db, text, dossierId)!.next;
}

/** Writes a copy into the log, out with its recipient; false where another export has taken its number meanwhile. */
export function insertCopy(db: Db, copy: NewCopy): boolean {
  const changed = run(
    db,
    `INSERT INTO issued_copy (id, dossier_id, dossier_title, kind, number, recipient, issued_at, file_name, page_count,
       sha256, state, state_at, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'out', ?, '')
     ON CONFLICT (dossier_id, number) DO NOTHING`,
    copy.id,
    copy.dossierId,
    copy.dossierTitle,
    copy.kind,
    copy.number,
    JSON.stringify(copy.recipient),
    copy.issuedAt,
    copy.fileName,
    copy.pageCount,
    copy.sha256,
    copy.issuedAt,
  );
  return changed > 0;
}

/** Takes back a line whose file could not be placed: that copy never was. */
export function removeCopy(db: Db, id: string): void {
  run(db, 'DELETE FROM issued_copy WHERE id = ?', id);
}

/** Notes the name that a copy's file got in the end. */
export function renameCopy(db: Db, id: string, fileName: string): void {
  run(db, 'UPDATE issued_copy SET file_name = ? WHERE id = ?', fileName, id);
}

/** Notes what became of copies; a new state bears the time. Gives them as they are then; throws `notFound`. */
export function updateCopies(
  db: Db,
  ids: readonly string[],
  changes: Partial<Pick<IssuedCopy, 'state' | 'note'>>,
  at: string,
): IssuedCopy[] {
  return ids.map(id => {
    const { state, note } = getCopy(db, id);
    const values: SqlValue[] = [changes.state ?? state, changes.note ?? note];
    const isNew = changes.state !== undefined && changes.state !== state;
    run(
      db,
      `UPDATE issued_copy SET state = ?, note = ?, state_at = CASE WHEN ? THEN ? ELSE state_at END WHERE id = ?`,
      ...values,
      isNew ? 1 : 0,
      at,
      id,
    );
    return getCopy(db, id);
  });
}

function getCopy(db: Db, id: string): IssuedCopy {
  const row = first<CopyRow>(db, 'SELECT * FROM issued_copy WHERE id = ?', id);
  if (!row) throw new Failure('notFound', { noun: 'copy' });
  return toCopy(row);
}
