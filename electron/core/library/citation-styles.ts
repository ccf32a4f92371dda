import { Failure } from '../../../shared/contract/result.ts';
import type { CitationStyle } from '../../../shared/model/citation-style.ts';
import type { Db } from './library.ts';
import { all, first, run } from './statement.ts';

interface StyleRow {
  id: string;
  title: string;
  kind: CitationStyle['kind'];
  added_at: string;
}

const FACTS = 'id, title, kind, added_at';

function toStyle({ id, title, kind, added_at }: StyleRow): CitationStyle {
  return { id, title, kind, addedAt: added_at };
}

/** Adds a style; throws where one with this SHA-256 is there already. */
export function insertStyle(db: Db, style: CitationStyle & { csl: string; sha256: string }): void {
  const { id, title, kind, csl, sha256, addedAt } = style;
  run(
    db,
    `INSERT INTO citation_style (${FACTS}, csl, sha256) VALUES (?, ?, ?, ?, ?, ?)`,
    id,
    title,
    kind,
    addedAt,
    csl,
    sha256,
  );
}

/** The library's styles by title. */
export function listStyles(db: Db): CitationStyle[] {
  return all<StyleRow>(db, `SELECT ${FACTS} FROM citation_style ORDER BY title, id`).map(toStyle);
}

/** A style by its id; throws `notFound`. */
export function getStyle(db: Db, id: string): CitationStyle {
  const row = first<StyleRow>(db, `SELECT ${FACTS} FROM citation_style WHERE id = ?`, id);
  if (!row) throw new Failure('notFound', { noun: 'style' });
  return toStyle(row);
}

/** The style whose text has this SHA-256, if there is one. */
export function findStyleByHash(db: Db, sha256: string): CitationStyle | undefined {
  const row = first<StyleRow>(db, `SELECT ${FACTS} FROM citation_style WHERE sha256 = ?`, sha256);
  return row && toStyle(row);
}

/** A style's CSL, if the library has it. */
export function readCsl(db: Db, id: string): string | undefined {
  return first<{ csl: string }>(db, 'SELECT csl FROM citation_style WHERE id = ?', id)?.csl;
}

/** Removes a style; dossiers set in it go back to the house style. Throws `notFound`. */
export function removeStyle(db: Db, id: string): void {
  if (run(db, 'DELETE FROM citation_style WHERE id = ?', id) === 0)
    throw new Failure('notFound', { noun: 'style' });
}
