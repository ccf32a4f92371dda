import { expect, test } from 'vitest';
import { FORMAT_VERSION, migrate, readFormatVersion } from '../../../electron/core/library/migrate.ts';
import { openDatabase } from '../../../electron/core/library/open-database.ts';
import { emptyDocument } from '../../../shared/document/schema.ts';
import { generatedPartKinds, partKinds } from '../../../shared/model/part-kinds.ts';

/** Everything a library of format 1 consists of; a change here would break libraries that exist. */
const tables = [
  'dossier',
  'excerpt',
  'excerpt_segment',
  'excerpt_tag',
  'file',
  'journal',
  'page',
  'search',
  'search_entry',
  'section',
  'section_citation',
  'section_quote',
  'setting',
  'source',
  'source_tag',
  'source_version',
  'tag',
];

test('format 1 has its tables, all strict, and sound foreign keys', () => {
  const db = openDatabase(':memory:', { create: true });
  migrate(db, 1);
  expect(readFormatVersion(db)).toBe(1);
  const found = db
    .prepare(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'search_[a-df-z]*' ORDER BY name",
    )
    .all() as { name: string; sql: string }[];
  expect(found.map(table => table.name)).toEqual(tables);
  for (const { name, sql } of found) if (name !== 'search') expect(sql, name).toMatch(/STRICT/);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.close();
});

test('migrating again changes nothing', () => {
  const db = openDatabase(':memory:', { create: true });
  migrate(db);
  const before = db.prepare('SELECT sql FROM sqlite_schema').all();
  migrate(db);
  expect(readFormatVersion(db)).toBe(FORMAT_VERSION);
  expect(db.prepare('SELECT sql FROM sqlite_schema').all()).toEqual(before);
  db.close();
});

test('a step that fails leaves the format as it was', () => {
  const db = openDatabase(':memory:', { create: true });
  db.exec('CREATE TABLE excerpt (a)');
  expect(() => migrate(db)).toThrow(/already exists/);
  expect(readFormatVersion(db)).toBe(0);
  expect(db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'source'").get()).toEqual({ n: 0 });
  db.close();
});

test('format 2 finds the dossiers of format 1 by their titles', () => {
  const db = openDatabase(':memory:', { create: true });
  migrate(db, 1);
  db.exec(`INSERT INTO dossier (id, template_id, title, subtitle, ministry, language, meeting, paper, created_at, updated_at)
    VALUES ('d', 't', 'Gabinete binacional', '', '', 'es',
      '{"mechanism":"","counterpart":"Bolivia","level":"","place":"","date":"","languages":[],"axes":[]}', 'a4', '', '')`);
  migrate(db, 2);
  const found = db
    .prepare("SELECT rowid FROM search WHERE search MATCH 'gabinete AND bolivia'")
    .pluck()
    .all();
  expect(found).toEqual([db.prepare("SELECT key FROM search_entry WHERE target_id = 'd'").pluck().get()]);
  expect(readFormatVersion(db)).toBe(2);
  db.close();
});

test('format 3 keeps inside what was written before, but for what the program writes by itself', () => {
  const db = openDatabase(':memory:', { create: true });
  migrate(db, 2);
  db.exec(`INSERT INTO dossier (id, template_id, title, subtitle, ministry, language, meeting, paper, created_at, updated_at)
    VALUES ('d', 't', 'Gabinete', '', '', 'es', '{}', 'a4', '', '')`);
  const insert =
    db.prepare(`INSERT INTO section (id, dossier_id, position, kind, title, included, text, revision, updated_at)
    VALUES (?, 'd', 0, ?, '', 1, ?, 1, '')`);
  for (const kind of partKinds) insert.run(kind, kind, JSON.stringify(emptyDocument()));
  const words = { type: 'paragraph', content: [{ type: 'text', text: 'Control de copias' }] };
  insert.run('noted', 'cover', JSON.stringify({ type: 'doc', content: [words] }));
  migrate(db, 3);
  const open = db.prepare("SELECT id FROM section WHERE disclosure <> 'internal' ORDER BY id").pluck().all();
  expect(open).toEqual([...generatedPartKinds].sort());
  const lax = db
    .prepare("SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 's%'")
    .all();
  expect(lax).toEqual([]);
  db.close();
});

test('format 4 keeps the dossiers of format 3 in the house style, and those of a style that goes', () => {
  const db = openDatabase(':memory:', { create: true });
  migrate(db, 3);
  db.exec(`INSERT INTO dossier (id, template_id, title, subtitle, ministry, language, meeting, paper, created_at, updated_at)
    VALUES ('d', 't', 'Gabinete', '', '', 'es', '{}', 'a4', '', '')`);
  migrate(db, 4);
  const style = () => db.prepare('SELECT id, citation_style_id FROM dossier').all();
  expect(style()).toEqual([{ id: 'd', citation_style_id: null }]);
  db.exec(
    `INSERT INTO citation_style (id, title, kind, csl, sha256, added_at) VALUES ('s', 'E', 'note', '', '', '')`,
  );
  db.exec(`UPDATE dossier SET citation_style_id = 's'`);
  expect(() => db.exec(`UPDATE dossier SET citation_style_id = 'x'`)).toThrow(/FOREIGN KEY/);
  db.exec(`DELETE FROM citation_style`);
  expect(style()).toEqual([{ id: 'd', citation_style_id: null }]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.close();
});
