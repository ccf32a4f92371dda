import { documentSchema } from '../../../shared/document/schema.ts';
import type { Name } from '../../../shared/model/common.ts';
import type { DocumentJson, Meeting } from '../../../shared/model/dossier.ts';
import type { Db } from './library.ts';
import type { EntryKind } from './search-index.ts';
import { first } from './statement.ts';
import { readTags } from './tags.ts';

function joinLines(lines: readonly string[]): string {
  return lines.filter(line => line !== '').join('\n');
}

/** What of a source is searched beside its title and pages: notes, authors, publisher, container, tags, file name. */
export function readSourceBody(db: Db, id: string): string {
  const row = first<{ note: string; authors: string; publisher: string; container: string; file: string }>(
    db,
    `SELECT note, authors, publisher, container_title AS container, file_name AS file FROM source WHERE id = ?`,
    id,
  )!;
  const authors = (JSON.parse(row.authors) as Name[]).map(name =>
    'literal' in name ? name.literal : `${name.given} ${name.family}`.trim(),
  );
  const tags = readTags(db, 'source', id).map(tag => tag.name);
  return joinLines([row.note, authors.join(' · '), row.publisher, row.container, tags.join(' · '), row.file]);
}

/** What of an excerpt is searched: its words, note, translation and tags. */
export function readExcerptBody(db: Db, id: string): string {
  const row = first<{ exact: string; note: string; translation: string }>(
    db,
    'SELECT exact, note, translation FROM excerpt WHERE id = ?',
    id,
  )!;
  const tags = readTags(db, 'excerpt', id).map(tag => tag.name);
  return joinLines([row.exact, row.note, row.translation, tags.join(' · ')]);
}

/** What of a dossier is searched beside its title: subtitle, ministry, and the meeting's mechanism, counterpart, place and axes. */
export function readDossierBody(db: Db, id: string): string {
  const row = first<{ subtitle: string; ministry: string; meeting: string }>(
    db,
    'SELECT subtitle, ministry, meeting FROM dossier WHERE id = ?',
    id,
  )!;
  const { mechanism, counterpart, level, place, axes }: Meeting = JSON.parse(row.meeting);
  return joinLines([row.subtitle, mechanism, counterpart, level, place, axes.join(' · '), row.ministry]);
}

/** The words of a part's text, one line a block. */
export function plainText(text: DocumentJson): string {
  const node = documentSchema.nodeFromJSON(text);
  return node.textBetween(0, node.content.size, '\n', ' ').trim();
}

/** Everything of an entry that is searched: its title and body. */
export function readEntryText(db: Db, { kind, targetId }: { kind: EntryKind; targetId: string }): string {
  return readText[kind](db, targetId);
}

const readText: Record<EntryKind, (db: Db, id: string) => string> = {
  source: (db, id) => {
    const row = first<{ title: string }>(db, 'SELECT title FROM source WHERE id = ?', id);
    return joinLines([row!.title, readSourceBody(db, id)]);
  },
  page: (db, id) => first<{ text: string }>(db, 'SELECT text FROM page WHERE id = ?', id)!.text,
  excerpt: readExcerptBody,
  section: (db, id) => {
    const row = first<{ title: string; text: string }>(
      db,
      'SELECT title, text FROM section WHERE id = ?',
      id,
    );
    return joinLines([row!.title, plainText(JSON.parse(row!.text))]);
  },
  dossier: (db, id) => {
    const row = first<{ title: string }>(db, 'SELECT title FROM dossier WHERE id = ?', id);
    return joinLines([row!.title, readDossierBody(db, id)]);
  },
};
