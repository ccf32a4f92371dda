import { documentSchema } from '../../../shared/document/schema.ts';
import type { Name } from '../../../shared/model/common.ts';
import type { DocumentJson } from '../../../shared/model/dossier.ts';
import type { Db } from './library.ts';
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

/** The words of a part's text, one line a block. */
export function plainText(text: DocumentJson): string {
  const node = documentSchema.nodeFromJSON(text);
  return node.textBetween(0, node.content.size, '\n', ' ').trim();
}
