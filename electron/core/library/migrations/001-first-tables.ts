import type { Db } from '../library.ts';

const MARKING = `marking_scheme TEXT, marking_level TEXT, CHECK ((marking_scheme IS NULL) = (marking_level IS NULL))`;

const sources = `
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE file (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  added_at TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  file_id TEXT NOT NULL REFERENCES file (id),
  format TEXT NOT NULL,
  media_type TEXT NOT NULL,
  file_name TEXT NOT NULL,
  page_count INTEGER NOT NULL,
  warnings TEXT NOT NULL,
  type TEXT NOT NULL,
  title TEXT NOT NULL,
  title_key TEXT NOT NULL,
  authors TEXT NOT NULL,
  issued TEXT NOT NULL,
  year INTEGER,
  publisher TEXT NOT NULL,
  container_title TEXT NOT NULL,
  url TEXT NOT NULL,
  language TEXT,
  note TEXT NOT NULL,
  added_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  trashed_at TEXT,
  ${MARKING}
) STRICT;
CREATE INDEX source_by_added ON source (added_at, id);
CREATE INDEX source_by_title ON source (title_key, id);
CREATE INDEX source_by_issued ON source (issued, id);
CREATE INDEX source_by_file ON source (file_id);
CREATE INDEX source_by_year ON source (year) WHERE year IS NOT NULL;

-- Originals that a newer version of the same document has replaced.
CREATE TABLE source_version (
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  file_id TEXT NOT NULL REFERENCES file (id),
  file_name TEXT NOT NULL,
  replaced_at TEXT NOT NULL,
  PRIMARY KEY (source_id, replaced_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_version_by_file ON source_version (file_id);

CREATE TABLE page (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  idx INTEGER NOT NULL,
  label TEXT,
  text TEXT NOT NULL,
  layout BLOB NOT NULL,
  UNIQUE (source_id, idx)
) STRICT;
`;

const excerpts = `
CREATE TABLE excerpt (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  exact TEXT NOT NULL,
  first_page INTEGER NOT NULL,
  first_offset INTEGER NOT NULL,
  note TEXT NOT NULL,
  language TEXT,
  translation TEXT NOT NULL,
  status TEXT NOT NULL,
  verified_at TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  trashed_at TEXT,
  ${MARKING}
) STRICT;
CREATE INDEX excerpt_by_place ON excerpt (source_id, first_page, first_offset, id);
CREATE INDEX excerpt_by_created ON excerpt (created_at, id);

CREATE TABLE excerpt_segment (
  excerpt_id TEXT NOT NULL REFERENCES excerpt (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  page INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  PRIMARY KEY (excerpt_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE tag (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE source_tag (
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  tag_key INTEGER NOT NULL REFERENCES tag (key) ON DELETE CASCADE,
  PRIMARY KEY (source_id, tag_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_tag_by_tag ON source_tag (tag_key);
CREATE TABLE excerpt_tag (
  excerpt_id TEXT NOT NULL REFERENCES excerpt (id) ON DELETE CASCADE,
  tag_key INTEGER NOT NULL REFERENCES tag (key) ON DELETE CASCADE,
  PRIMARY KEY (excerpt_id, tag_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX excerpt_tag_by_tag ON excerpt_tag (tag_key);
`;

const dossiers = `
CREATE TABLE dossier (
  id TEXT PRIMARY KEY,
  template_id TEXT NOT NULL,
  title TEXT NOT NULL,
  subtitle TEXT NOT NULL,
  ministry TEXT NOT NULL,
  language TEXT NOT NULL,
  meeting TEXT NOT NULL,
  paper TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  trashed_at TEXT,
  ${MARKING}
) STRICT;

CREATE TABLE section (
  id TEXT PRIMARY KEY,
  dossier_id TEXT NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  included INTEGER NOT NULL,
  text TEXT NOT NULL,
  revision INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  trashed_at TEXT,
  ${MARKING}
) STRICT;
CREATE INDEX section_by_dossier ON section (dossier_id, position);

-- What a part's text quotes and cites, so that use is known without reading texts. A text may name what this library does not have.
CREATE TABLE section_quote (
  section_id TEXT NOT NULL REFERENCES section (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  excerpt_id TEXT NOT NULL,
  PRIMARY KEY (section_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX section_quote_by_excerpt ON section_quote (excerpt_id);
CREATE TABLE section_citation (
  section_id TEXT NOT NULL REFERENCES section (id) ON DELETE CASCADE,
  source_id TEXT NOT NULL,
  PRIMARY KEY (section_id, source_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX section_citation_by_source ON section_citation (source_id);
`;

const journalAndSearch = `
CREATE TABLE journal (
  key INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  action TEXT NOT NULL,
  targets TEXT NOT NULL
) STRICT;

-- One row of the index: what it is of. Its words are in \`search\`, which keeps no copy of the text. Each kind has a range of keys of its own.
CREATE TABLE search_entry (
  key INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  target_id TEXT NOT NULL UNIQUE,
  source_id TEXT,
  dossier_id TEXT
) STRICT;
CREATE INDEX search_entry_by_source ON search_entry (source_id);
CREATE INDEX search_entry_by_dossier ON search_entry (dossier_id);

CREATE VIRTUAL TABLE search USING fts5 (
  title, title_stems, body, stems, facets,
  content = '', contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO search (search, rank) VALUES ('rank', 'bm25(6.0, 6.0, 1.0, 1.0, 0.0)');
`;

/** Format 1: sources, excerpts, dossiers, journal and search. */
export function createFirstTables(db: Db): void {
  db.exec(sources + excerpts + dossiers + journalAndSearch);
}
