import type { QuoteSegment } from '../../../shared/anchoring/selector.ts';
import { Failure } from '../../../shared/contract/result.ts';
import type { Name } from '../../../shared/model/common.ts';
import type { ExcerptDetails, QuoteStatus } from '../../../shared/model/excerpt.ts';
import { type MarkingColumns, readMarking } from './columns.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Db } from './library.ts';
import { all, first, run, type SqlValue } from './statement.ts';
import { readTags, setTags } from './tags.ts';
import { updateRow } from './update-row.ts';

/** An excerpt as stored, with what is needed of its source to cite it. */
export interface StoredExcerpt extends ExcerptDetails {
  id: string;
  sourceId: string;
  exact: string;
  segments: QuoteSegment[];
  firstLabel: string | null;
  lastLabel: string | null;
  source: {
    title: string;
    authors: Name[];
    publisher: string;
    issued: string;
    language: ExcerptDetails['language'];
    paged: boolean;
  };
  status: QuoteStatus;
  verifiedAt: string;
  createdAt: string;
  updatedAt: string;
  trashedAt: string | null;
}

interface ExcerptRow extends MarkingColumns {
  id: string;
  source_id: string;
  exact: string;
  note: string;
  language: ExcerptDetails['language'];
  translation: string;
  status: QuoteStatus;
  verified_at: string;
  created_at: string;
  updated_at: string;
  trashed_at: string | null;
  first_page: number;
  first_offset: number;
  source_title: string;
  source_authors: string;
  source_publisher: string;
  source_issued: string;
  source_language: ExcerptDetails['language'];
  source_format: string;
}

const SELECT = `SELECT excerpt.*, source.title AS source_title, source.authors AS source_authors,
  source.publisher AS source_publisher, source.issued AS source_issued, source.language AS source_language,
  source.format AS source_format
  FROM excerpt JOIN source ON source.id = excerpt.source_id`;

function toExcerpt(db: Db, row: ExcerptRow): StoredExcerpt {
  const segments = readSegments(db, row.id);
  return {
    id: row.id,
    sourceId: row.source_id,
    exact: row.exact,
    segments,
    firstLabel: readLabel(db, row.source_id, segments[0]!.page),
    lastLabel: readLabel(db, row.source_id, segments.at(-1)!.page),
    source: {
      title: row.source_title,
      authors: JSON.parse(row.source_authors),
      publisher: row.source_publisher,
      issued: row.source_issued,
      language: row.source_language,
      paged: row.source_format === 'pdf',
    },
    note: row.note,
    language: row.language,
    translation: row.translation,
    tags: readTags(db, 'excerpt', row.id).map(tag => tag.name),
    marking: readMarking(row),
    status: row.status,
    verifiedAt: row.verified_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    trashedAt: row.trashed_at,
  };
}

/** The segments of an excerpt in order. */
export function readSegments(db: Db, excerptId: string): QuoteSegment[] {
  return all<QuoteSegment>(
    db,
    `SELECT page, start, "end", exact, prefix, suffix FROM excerpt_segment WHERE excerpt_id = ? ORDER BY position`,
    excerptId,
  );
}

function readLabel(db: Db, sourceId: string, page: number): string | null {
  const row = first<{ label: string | null }>(
    db,
    'SELECT label FROM page WHERE source_id = ? AND idx = ?',
    sourceId,
    page,
  );
  return row?.label ?? null;
}

/** An excerpt by its id, also from the trash, or null. */
export function findExcerpt(db: Db, id: string): StoredExcerpt | null {
  const row = first<ExcerptRow>(db, `${SELECT} WHERE excerpt.id = ?`, id);
  return row ? toExcerpt(db, row) : null;
}

/** An excerpt by its id, also from the trash; throws `notFound`. */
export function getExcerpt(db: Db, id: string): StoredExcerpt {
  const excerpt = findExcerpt(db, id);
  if (!excerpt) throw new Failure('notFound', { noun: 'excerpt' });
  return excerpt;
}

/** Adds an excerpt, verified as it is made. */
export function insertExcerpt(
  db: Db,
  excerpt: {
    id: string;
    sourceId: string;
    exact: string;
    segments: readonly QuoteSegment[];
    at: string;
    details: ExcerptDetails;
  },
): void {
  run(
    db,
    `INSERT INTO excerpt (id, source_id, exact, first_page, first_offset, note, translation, status, verified_at,
       created_at, updated_at) VALUES (?, ?, '', 0, 0, '', '', 'exact', ?, ?, ?)`,
    excerpt.id,
    excerpt.sourceId,
    excerpt.at,
    excerpt.at,
    excerpt.at,
  );
  placeExcerpt(db, excerpt.id, excerpt);
  updateExcerpt(db, excerpt.id, excerpt.details, excerpt.at);
}

/** Gives an excerpt its words and its place in the source; it counts as verified at `at`. */
export function placeExcerpt(
  db: Db,
  id: string,
  place: { exact: string; segments: readonly QuoteSegment[]; at: string },
): void {
  const start = place.segments[0]!;
  run(
    db,
    `UPDATE excerpt SET exact = ?, first_page = ?, first_offset = ?, status = 'exact', verified_at = ?, updated_at = ?
     WHERE id = ?`,
    place.exact,
    start.page,
    start.start,
    place.at,
    place.at,
    id,
  );
  run(db, 'DELETE FROM excerpt_segment WHERE excerpt_id = ?', id);
  for (const [position, segment] of place.segments.entries()) {
    run(
      db,
      `INSERT INTO excerpt_segment (excerpt_id, position, page, start, "end", exact, prefix, suffix)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      position,
      segment.page,
      segment.start,
      segment.end,
      segment.exact,
      segment.prefix,
      segment.suffix,
    );
  }
}

/** Changes what the user may edit of an excerpt; fields left out stay. Throws `notFound`. */
export function updateExcerpt(db: Db, id: string, changes: Partial<ExcerptDetails>, at: string): void {
  const values: Record<string, SqlValue> = { updated_at: at };
  for (const field of ['note', 'language', 'translation'] as const) {
    const value = changes[field];
    if (value !== undefined) values[field] = value;
  }
  if (changes.marking !== undefined) {
    values.marking_scheme = changes.marking?.scheme ?? null;
    values.marking_level = changes.marking?.level ?? null;
  }
  updateRow(db, 'excerpt', id, values);
  if (changes.tags) setTags(db, 'excerpt', id, changes.tags);
}

/** Records how a verification found an excerpt; true where that differs from what was known. */
export function recordStatus(db: Db, id: string, status: QuoteStatus, at: string): boolean {
  const known = first<{ status: QuoteStatus }>(db, 'SELECT status FROM excerpt WHERE id = ?', id)?.status;
  run(db, 'UPDATE excerpt SET status = ?, verified_at = ? WHERE id = ?', status, at, id);
  return known !== status;
}

/** Ids of excerpts, outside the trash unless `trashed`; all of them, or those of one source. */
export function listExcerptIds(db: Db, query: { sourceId?: string; trashed?: boolean } = {}): string[] {
  const conditions = ['1'];
  const values: SqlValue[] = [];
  if (!query.trashed) conditions.push('trashed_at IS NULL');
  if (query.sourceId) {
    conditions.push('source_id = ?');
    values.push(query.sourceId);
  }
  const where = conditions.join(' AND ');
  return all<{ id: string }>(
    db,
    `SELECT id FROM excerpt WHERE ${where} ORDER BY source_id, first_page, first_offset, id`,
    ...values,
  ).map(row => row.id);
}

/** Excerpts outside the trash: of one source in reading order, else newest first; `next` is the cursor of the following ones. */
export function listExcerpts(
  db: Db,
  query: { sourceId?: string; tag?: string; after: string | null; limit: number },
): { items: StoredExcerpt[]; next: string | null } {
  const conditions = ['excerpt.trashed_at IS NULL', 'source.trashed_at IS NULL'];
  const values: SqlValue[] = [];
  if (query.sourceId !== undefined) {
    conditions.push('excerpt.source_id = ?');
    values.push(query.sourceId);
  }
  if (query.tag !== undefined) {
    conditions.push(
      `excerpt.id IN (SELECT excerpt_id FROM excerpt_tag JOIN tag ON tag.key = tag_key WHERE name = ?)`,
    );
    values.push(query.tag);
  }
  const byPlace = query.sourceId !== undefined;
  if (query.after !== null) {
    conditions.push(
      byPlace
        ? '(excerpt.first_page, excerpt.first_offset, excerpt.id) > (?, ?, ?)'
        : '(excerpt.created_at, excerpt.id) < (?, ?)',
    );
    values.push(
      ...decodeCursor(query.after, byPlace ? ['number', 'number', 'string'] : ['string', 'string']),
    );
  }
  const order = byPlace
    ? 'excerpt.first_page, excerpt.first_offset, excerpt.id'
    : 'excerpt.created_at DESC, excerpt.id DESC';
  const rows = all<ExcerptRow>(
    db,
    `${SELECT} WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ?`,
    ...values,
    query.limit + 1,
  );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const cursor =
    last && (byPlace ? [last.first_page, last.first_offset, last.id] : [last.created_at, last.id]);
  return {
    items: page.map(row => toExcerpt(db, row)),
    next: rows.length > query.limit && cursor ? encodeCursor(cursor) : null,
  };
}
