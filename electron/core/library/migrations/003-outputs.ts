import type { Db } from '../library.ts';

/** Format 3: how far parts may go, how dossiers were last exported, numbered copies, pictures. */
export function addOutputs(db: Db): void {
  db.exec(`
ALTER TABLE section ADD COLUMN disclosure TEXT NOT NULL DEFAULT 'internal';
-- What was written before anybody could say how far it may go stays inside; what the program writes by itself goes with the rest.
UPDATE section SET disclosure = 'handOver' WHERE kind IN ('cover', 'contents', 'sources') AND text NOT LIKE '%"text":%';

CREATE TABLE export_preset (
  dossier_id TEXT PRIMARY KEY REFERENCES dossier (id) ON DELETE CASCADE,
  preset TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The issue log. It outlives its dossier: who holds a copy must be known for as long as the library is kept.
CREATE TABLE issued_copy (
  id TEXT PRIMARY KEY,
  dossier_id TEXT NOT NULL,
  dossier_title TEXT NOT NULL,
  kind TEXT NOT NULL,
  number INTEGER NOT NULL,
  recipient TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  file_name TEXT NOT NULL,
  page_count INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  state TEXT NOT NULL,
  state_at TEXT NOT NULL,
  note TEXT NOT NULL,
  UNIQUE (dossier_id, number)
) STRICT;

CREATE TABLE image (
  id TEXT PRIMARY KEY,
  file_id TEXT NOT NULL UNIQUE REFERENCES file (id),
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  pixel_width INTEGER NOT NULL,
  pixel_height INTEGER NOT NULL,
  profile_dropped INTEGER NOT NULL,
  -- The picture as it is printed: upright, no larger than paper needs.
  print BLOB NOT NULL,
  added_at TEXT NOT NULL
) STRICT;

-- Which pictures a part's text shows, so that use is known without reading texts.
CREATE TABLE section_image (
  section_id TEXT NOT NULL REFERENCES section (id) ON DELETE CASCADE,
  image_id TEXT NOT NULL,
  PRIMARY KEY (section_id, image_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX section_image_by_image ON section_image (image_id);
`);
}
