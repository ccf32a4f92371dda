import type { Language } from '../../../shared/model/common.ts';
import type { Db } from './library.ts';
import { plainText, readDossierBody, readExcerptBody, readSourceBody } from './search-body.ts';
import { all, first, run } from './statement.ts';
import { readTags } from './tags.ts';
import { stemText } from './words.ts';

/** What has an entry. A dossier's (its title and meeting) is found among the parts. */
export type EntryKind = 'source' | 'page' | 'excerpt' | 'section' | 'dossier';

interface Entry {
  kind: EntryKind;
  targetId: string;
  sourceId: string | null;
  dossierId: string | null;
  language: Language | null;
  title: string;
  body: string;
  facets: string[];
}

/** Keys a kind may have: enough for every page ever printed, and still exact as a number. */
const KEYS_PER_KIND = 2 ** 40;

/**
 * Each kind has its own range of keys, so that a search for some kinds reads only their part of the index, and «highest key first»
 * means titles and parts, then excerpts, then pages, the newest of each first.
 */
const range: Record<EntryKind, number> = { page: 0, excerpt: 1, section: 2, dossier: 2, source: 3 };

/** The keys of a kind's entries: from `low` (inclusive) to `high` (exclusive). */
export function keysOf(kind: EntryKind): { low: number; high: number } {
  const low = range[kind] * KEYS_PER_KIND;
  return { low, high: low + KEYS_PER_KIND };
}

/** Facet tokens: filters live inside the index. Letters and digits only, so that each is one token. */
export const facet = {
  any: 'any',
  tag: (key: number) => `t${key}`,
  language: (language: Language) => `l${language}`,
  year: (year: number) => `y${year < 0 ? `m${-year}` : year}`,
  /** Ten years from a year that ends in 0. */
  decade: (year: number) => `d${year < 0 ? `m${-year}` : year}`,
  source: (id: string) => `s${id.replaceAll('-', '')}`,
};

interface SourceFacets {
  language: Language | null;
  facets: string[];
}

function readSourceFacets(db: Db, id: string): SourceFacets & { title: string } {
  const row = first<{ title: string; language: Language | null; year: number | null }>(
    db,
    'SELECT title, language, year FROM source WHERE id = ?',
    id,
  )!;
  const facets = [facet.any, facet.source(id), ...readTags(db, 'source', id).map(tag => facet.tag(tag.key))];
  if (row.year !== null) facets.push(facet.year(row.year), facet.decade(Math.floor(row.year / 10) * 10));
  return { ...row, facets };
}

function write(db: Db, entry: Entry): void {
  const key = takeKey(db, entry);
  const facets = entry.language ? [...entry.facets, facet.language(entry.language)] : entry.facets;
  run(
    db,
    'INSERT INTO search (rowid, title, title_stems, body, stems, facets) VALUES (?, ?, ?, ?, ?, ?)',
    key,
    entry.title,
    stemText(entry.title, entry.language),
    entry.body,
    stemText(entry.body, entry.language),
    facets.join(' '),
  );
}

/** An entry that is made anew keeps its key. */
function takeKey(db: Db, { kind, targetId, sourceId, dossierId }: Entry): number {
  const known = first<{ key: number }>(db, 'SELECT key FROM search_entry WHERE target_id = ?', targetId);
  if (known) {
    run(db, 'DELETE FROM search WHERE rowid = ?', known.key);
    return known.key;
  }
  const { low, high } = keysOf(kind);
  // Two plain statements: one with RETURNING opens a savepoint, at which FTS5 writes out what it has gathered, page by page.
  const { key } = first<{ key: number }>(
    db,
    'SELECT coalesce(max(key), ?) + 1 AS key FROM search_entry WHERE key >= ? AND key < ?',
    low,
    low,
    high,
  )!;
  run(
    db,
    'INSERT INTO search_entry (key, kind, target_id, source_id, dossier_id) VALUES (?, ?, ?, ?, ?)',
    key,
    kind,
    targetId,
    sourceId,
    dossierId,
  );
  return key;
}

function removeEntry(db: Db, targetId: string): void {
  const entry = first<{ key: number }>(
    db,
    'DELETE FROM search_entry WHERE target_id = ? RETURNING key',
    targetId,
  );
  if (entry) run(db, 'DELETE FROM search WHERE rowid = ?', entry.key);
}

/** Makes the entry of a source's title and metadata anew. */
export function indexSource(db: Db, id: string): void {
  const { title, language, facets } = readSourceFacets(db, id);
  const entry = { kind: 'source', targetId: id, sourceId: id, dossierId: null } as const;
  write(db, { ...entry, language, title, body: readSourceBody(db, id), facets });
}

/** Makes the entries of a source's pages anew; needed only when its text or what it can be filtered by changes. */
export function indexPages(db: Db, sourceId: string): void {
  const { language, facets } = readSourceFacets(db, sourceId);
  const pages = all<{ id: string; text: string }>(
    db,
    "SELECT id, text FROM page WHERE source_id = ? AND text <> '' ORDER BY idx",
    sourceId,
  );
  for (const { id, text } of pages) {
    write(db, {
      kind: 'page',
      targetId: id,
      sourceId,
      dossierId: null,
      language,
      title: '',
      body: text,
      facets,
    });
  }
}

/** Makes the entry of an excerpt anew, with its source's filters beside its own. */
export function indexExcerpt(db: Db, id: string): void {
  const row = first<{ source_id: string; language: Language | null }>(
    db,
    'SELECT source_id, language FROM excerpt WHERE id = ?',
    id,
  )!;
  const source = readSourceFacets(db, row.source_id);
  const tags = readTags(db, 'excerpt', id).map(tag => facet.tag(tag.key));
  write(db, {
    kind: 'excerpt',
    targetId: id,
    sourceId: row.source_id,
    dossierId: null,
    language: row.language ?? source.language,
    title: '',
    body: readExcerptBody(db, id),
    facets: [...new Set([...source.facets, ...tags])],
  });
}

/** Makes the entry of a dossier's part anew. */
export function indexSection(db: Db, id: string): void {
  const row = first<{ dossier_id: string; title: string; text: string; language: Language }>(
    db,
    `SELECT dossier_id, section.title, text, language FROM section JOIN dossier ON dossier.id = dossier_id
     WHERE section.id = ?`,
    id,
  )!;
  write(db, {
    kind: 'section',
    targetId: id,
    sourceId: null,
    dossierId: row.dossier_id,
    language: row.language,
    title: row.title,
    body: plainText(JSON.parse(row.text)),
    facets: [facet.any],
  });
}

/** Makes the entry of a dossier's title, subtitle and meeting anew. */
export function indexDossier(db: Db, id: string): void {
  const row = first<{ title: string; language: Language }>(
    db,
    'SELECT title, language FROM dossier WHERE id = ?',
    id,
  )!;
  write(db, {
    kind: 'dossier',
    targetId: id,
    sourceId: null,
    dossierId: id,
    language: row.language,
    title: row.title,
    body: readDossierBody(db, id),
    facets: [facet.any],
  });
}

/** Takes a source with its pages and excerpts out of the index. */
export function unindexSource(db: Db, sourceId: string): void {
  unindexWhere(db, 'source_id', sourceId);
}

/** Takes a source's pages alone out of the index. */
export function unindexPages(db: Db, sourceId: string): void {
  const pages = all<{ id: string }>(db, 'SELECT id FROM page WHERE source_id = ?', sourceId);
  for (const { id } of pages) removeEntry(db, id);
}

/** Takes a dossier and its parts out of the index. */
export function unindexDossier(db: Db, dossierId: string): void {
  unindexWhere(db, 'dossier_id', dossierId);
}

/** Takes one excerpt or part out of the index. */
export function unindexTarget(db: Db, targetId: string): void {
  removeEntry(db, targetId);
}

function unindexWhere(db: Db, column: 'source_id' | 'dossier_id', id: string): void {
  run(db, `DELETE FROM search WHERE rowid IN (SELECT key FROM search_entry WHERE ${column} = ?)`, id);
  run(db, `DELETE FROM search_entry WHERE ${column} = ?`, id);
}

/** Brings everything of a source into the index that belongs there: title, pages, excerpts outside the trash. */
export function indexWholeSource(db: Db, sourceId: string): void {
  indexSource(db, sourceId);
  indexPages(db, sourceId);
  indexExcerptsOf(db, sourceId);
}

/** Makes the entries of a source's excerpts outside the trash anew. */
export function indexExcerptsOf(db: Db, sourceId: string): void {
  const excerpts = all<{ id: string }>(
    db,
    'SELECT id FROM excerpt WHERE source_id = ? AND trashed_at IS NULL',
    sourceId,
  );
  for (const { id } of excerpts) indexExcerpt(db, id);
}

/** Brings a dossier and its parts outside the trash into the index. */
export function indexWholeDossier(db: Db, dossierId: string): void {
  indexDossier(db, dossierId);
  const sections = all<{ id: string }>(
    db,
    'SELECT id FROM section WHERE dossier_id = ? AND trashed_at IS NULL',
    dossierId,
  );
  for (const { id } of sections) indexSection(db, id);
}
