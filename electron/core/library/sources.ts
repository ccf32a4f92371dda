import { Failure } from '../../../shared/contract/result.ts';
import type { Source, SourceFormat, SourceMetadata } from '../../../shared/model/source.ts';
import { foldText, type MarkingColumns, readMarking, readYear } from './columns.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Db } from './library.ts';
import { all, first, run, type SqlValue } from './statement.ts';
import { readTags, setTags } from './tags.ts';
import { updateRow } from './update-row.ts';

/** What an import knows of a source beside its metadata. */
export interface SourceOrigin {
  format: SourceFormat;
  mediaType: string;
  fileName: string;
  pageCount: number;
  warnings: Source['warnings'];
}

interface SourceRow extends MarkingColumns {
  id: string;
  format: SourceFormat;
  media_type: string;
  file_name: string;
  page_count: number;
  warnings: string;
  type: Source['type'];
  title: string;
  title_key: string;
  authors: string;
  issued: string;
  publisher: string;
  container_title: string;
  url: string;
  language: Source['language'];
  note: string;
  added_at: string;
  updated_at: string;
  trashed_at: string | null;
  sha256: string;
  size: number;
  excerpt_count: number;
}

const SELECT = `SELECT source.*, file.sha256, file.size,
  (SELECT count(*) FROM excerpt WHERE source_id = source.id AND trashed_at IS NULL) AS excerpt_count
  FROM source JOIN file ON file.id = source.file_id`;

function toSource(db: Db, row: SourceRow): Source {
  return {
    id: row.id,
    type: row.type,
    title: row.title,
    authors: JSON.parse(row.authors),
    issued: row.issued,
    publisher: row.publisher,
    containerTitle: row.container_title,
    url: row.url,
    language: row.language,
    note: row.note,
    marking: readMarking(row),
    tags: readTags(db, 'source', row.id).map(tag => tag.name),
    format: row.format,
    mediaType: row.media_type,
    fileName: row.file_name,
    fileSize: row.size,
    sha256: row.sha256,
    pageCount: row.page_count,
    excerptCount: row.excerpt_count,
    warnings: JSON.parse(row.warnings),
    addedAt: row.added_at,
    updatedAt: row.updated_at,
    trashedAt: row.trashed_at,
  };
}

/** A source by its id, also from the trash; throws `notFound`. */
export function getSource(db: Db, id: string): Source {
  const row = first<SourceRow>(db, `${SELECT} WHERE source.id = ?`, id);
  if (!row) throw new Failure('notFound', { noun: 'source' });
  return toSource(db, row);
}

/** The original file of a source, also from the trash; undefined where there is no such source. */
export function readOriginal(
  db: Db,
  id: string,
): { bytes: Uint8Array<ArrayBuffer>; mediaType: string; fileName: string } | undefined {
  return first(
    db,
    `SELECT bytes, media_type AS mediaType, file_name AS fileName FROM source JOIN file ON file.id = file_id
     WHERE source.id = ?`,
    id,
  );
}

/** The source whose present original has this hash, also from the trash, or null. */
export function findSourceByHash(db: Db, sha256: string): { id: string; trashed: boolean } | null {
  const row = first<{ id: string; trashed: number }>(
    db,
    `SELECT source.id, trashed_at IS NOT NULL AS trashed FROM source JOIN file ON file.id = file_id
     WHERE sha256 = ? ORDER BY trashed LIMIT 1`,
    sha256,
  );
  return row ? { id: row.id, trashed: row.trashed === 1 } : null;
}

/** Adds a source whose original is stored already. */
export function insertSource(
  db: Db,
  source: { id: string; fileId: string; at: string; origin: SourceOrigin; metadata: SourceMetadata },
): void {
  run(
    db,
    `INSERT INTO source (id, file_id, format, media_type, file_name, page_count, warnings, added_at, updated_at,
       type, title, title_key, authors, issued, publisher, container_title, url, note)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', '', '[]', '', '', '', '', '')`,
    source.id,
    source.fileId,
    ...originValues(source.origin),
    source.at,
    source.at,
  );
  updateSource(db, source.id, source.metadata, source.at);
}

function originValues({ format, mediaType, fileName, pageCount, warnings }: SourceOrigin): SqlValue[] {
  return [format, mediaType, fileName, pageCount, JSON.stringify(warnings)];
}

/** Puts a newer original in place of a source's present one, which is kept as an earlier version. */
export function replaceOriginal(
  db: Db,
  id: string,
  replacement: { fileId: string; at: string; origin: SourceOrigin },
): void {
  run(
    db,
    `INSERT INTO source_version (source_id, file_id, file_name, replaced_at)
     SELECT id, file_id, file_name, ? FROM source WHERE id = ?`,
    replacement.at,
    id,
  );
  run(
    db,
    `UPDATE source SET format = ?, media_type = ?, file_name = ?, page_count = ?, warnings = ?, file_id = ?, updated_at = ?
     WHERE id = ?`,
    ...originValues(replacement.origin),
    replacement.fileId,
    replacement.at,
    id,
  );
  run(db, 'DELETE FROM page WHERE source_id = ?', id);
}

/** How each field of the metadata is stored; tags apart. */
const columns: {
  [K in keyof Omit<SourceMetadata, 'tags'>]: (value: SourceMetadata[K]) => Record<string, SqlValue>;
} = {
  type: type => ({ type }),
  title: title => ({ title, title_key: foldText(title) }),
  authors: authors => ({ authors: JSON.stringify(authors) }),
  issued: issued => ({ issued, year: readYear(issued) }),
  publisher: publisher => ({ publisher }),
  containerTitle: container_title => ({ container_title }),
  url: url => ({ url }),
  language: language => ({ language }),
  note: note => ({ note }),
  marking: marking => ({ marking_scheme: marking?.scheme ?? null, marking_level: marking?.level ?? null }),
};

/** Changes what the user may edit of a source; fields left out stay. Throws `notFound`. */
export function updateSource(db: Db, id: string, changes: Partial<SourceMetadata>, at: string): void {
  const values: Record<string, SqlValue> = { updated_at: at };
  for (const [field, store] of Object.entries(columns)) {
    const value = changes[field as keyof typeof columns];
    if (value !== undefined)
      Object.assign(values, (store as (value: unknown) => Record<string, SqlValue>)(value));
  }
  updateRow(db, 'source', id, values);
  if (changes.tags) setTags(db, 'source', id, changes.tags);
}

/** How sources may be listed: newest first, by title, by date of the document (newest first). */
export type SourceOrder = 'added' | 'title' | 'issued';

const orders = {
  added: { column: 'added_at', comparison: '<', direction: 'DESC' },
  title: { column: 'title_key', comparison: '>', direction: 'ASC' },
  issued: { column: 'issued', comparison: '<', direction: 'DESC' },
} as const;

/** Sources outside the trash, `limit` at a time; `next` is the cursor of the following ones. */
export function listSources(
  db: Db,
  query: { order: SourceOrder; tag?: string; after: string | null; limit: number },
): { items: Source[]; next: string | null } {
  const { column, comparison, direction } = orders[query.order];
  const conditions = ['source.trashed_at IS NULL'];
  const values: SqlValue[] = [];
  if (query.tag !== undefined) {
    conditions.push(
      `source.id IN (SELECT source_id FROM source_tag JOIN tag ON tag.key = tag_key WHERE name = ?)`,
    );
    values.push(query.tag);
  }
  if (query.after !== null) {
    conditions.push(`(source.${column}, source.id) ${comparison} (?, ?)`);
    values.push(...decodeCursor(query.after, ['string', 'string']));
  }
  const rows = all<SourceRow>(
    db,
    `${SELECT} WHERE ${conditions.join(' AND ')} ORDER BY source.${column} ${direction}, source.id ${direction} LIMIT ?`,
    ...values,
    query.limit + 1,
  );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const next = rows.length > query.limit && last ? encodeCursor([last[column], last.id]) : null;
  return { items: page.map(row => toSource(db, row)), next };
}
