import type { Db } from '../library.ts';

/** Format 4: citation styles that the user brought, and the one that a dossier is set in (null: the house style). */
export function addCitationStyles(db: Db): void {
  db.exec(`
CREATE TABLE citation_style (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  csl TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  added_at TEXT NOT NULL
) STRICT;

ALTER TABLE dossier ADD COLUMN citation_style_id TEXT REFERENCES citation_style (id) ON DELETE SET NULL;
CREATE INDEX dossier_by_citation_style ON dossier (citation_style_id) WHERE citation_style_id IS NOT NULL;
`);
}
