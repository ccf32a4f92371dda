import { Failure } from '../../../shared/contract/result.ts';
import type { DocumentJson, Section } from '../../../shared/model/dossier.ts';
import { usualDisclosure } from '../../../shared/model/part-kinds.ts';
import { type MarkingColumns, readMarking } from './columns.ts';
import type { Db } from './library.ts';
import { all, first, run, type SqlValue } from './statement.ts';

interface SectionRow extends MarkingColumns {
  id: string;
  dossier_id: string;
  kind: Section['kind'];
  title: string;
  included: number;
  disclosure: Section['disclosure'];
  text: string;
  revision: number;
  updated_at: string;
}

/** A checked text and what it refers to. */
export interface CheckedText {
  json: DocumentJson;
  excerptIds: readonly string[];
  sourceIds: readonly string[];
  imageIds: readonly string[];
}

/** What an update of a part may change. */
export interface SectionChanges {
  title?: string;
  included?: boolean;
  disclosure?: Section['disclosure'];
  marking?: Section['marking'];
  text?: CheckedText;
}

function toSection(row: SectionRow): Section {
  return {
    id: row.id,
    dossierId: row.dossier_id,
    kind: row.kind,
    title: row.title,
    included: row.included === 1,
    disclosure: row.disclosure,
    marking: readMarking(row),
    text: JSON.parse(row.text),
    revision: row.revision,
    updatedAt: row.updated_at,
  };
}

/** A part by its id, also from the trash; throws `notFound`. */
export function getSection(db: Db, id: string): Section {
  const row = first<SectionRow>(db, 'SELECT * FROM section WHERE id = ?', id);
  if (!row) throw new Failure('notFound', { noun: 'section' });
  return toSection(row);
}

/** Whether a part lies in the trash. */
export function isSectionTrashed(db: Db, id: string): boolean {
  return first(db, 'SELECT 1 FROM section WHERE id = ? AND trashed_at IS NOT NULL', id) !== undefined;
}

/** The parts of a dossier outside the trash, in order. */
export function listSections(db: Db, dossierId: string): Section[] {
  return all<SectionRow>(
    db,
    'SELECT * FROM section WHERE dossier_id = ? AND trashed_at IS NULL ORDER BY position, id',
    dossierId,
  ).map(toSection);
}

/** Adds a part at the end of a dossier. */
export function insertSection(
  db: Db,
  section: {
    id: string;
    dossierId: string;
    kind: Section['kind'];
    title: string;
    text: CheckedText;
    at: string;
  },
): void {
  run(
    db,
    `INSERT INTO section (id, dossier_id, position, kind, title, included, disclosure, text, revision, updated_at)
     VALUES (?, ?, (SELECT coalesce(max(position), -1) + 1 FROM section WHERE dossier_id = ?), ?, ?, 1, ?, ?, 1, ?)`,
    section.id,
    section.dossierId,
    section.dossierId,
    section.kind,
    section.title,
    usualDisclosure(section.kind),
    JSON.stringify(section.text.json),
    section.at,
  );
  writeReferences(db, section.id, section.text);
}

/** Saves a part made on `revision`; throws `conflict` where another save came first, `notFound`. */
export function updateSection(
  db: Db,
  id: string,
  revision: number,
  changes: SectionChanges,
  at: string,
): void {
  const values: Record<string, SqlValue> = { updated_at: at };
  if (changes.title !== undefined) values.title = changes.title;
  if (changes.included !== undefined) values.included = changes.included ? 1 : 0;
  if (changes.disclosure !== undefined) values.disclosure = changes.disclosure;
  if (changes.text !== undefined) values.text = JSON.stringify(changes.text.json);
  if (changes.marking !== undefined) {
    values.marking_scheme = changes.marking?.scheme ?? null;
    values.marking_level = changes.marking?.level ?? null;
  }
  const assignments = Object.keys(values).map(column => `${column} = ?`);
  const changed = run(
    db,
    `UPDATE section SET ${assignments.join(', ')}, revision = revision + 1 WHERE id = ? AND revision = ?`,
    ...Object.values(values),
    id,
    revision,
  );
  if (changed === 0) throw new Failure('conflict', { stored: getSection(db, id).revision, given: revision });
  if (changes.text) writeReferences(db, id, changes.text);
}

function writeReferences(db: Db, id: string, text: CheckedText): void {
  run(db, 'DELETE FROM section_quote WHERE section_id = ?', id);
  run(db, 'DELETE FROM section_citation WHERE section_id = ?', id);
  run(db, 'DELETE FROM section_image WHERE section_id = ?', id);
  for (const [position, excerptId] of text.excerptIds.entries()) {
    run(
      db,
      'INSERT INTO section_quote (section_id, position, excerpt_id) VALUES (?, ?, ?)',
      id,
      position,
      excerptId,
    );
  }
  for (const sourceId of text.sourceIds) {
    run(db, 'INSERT INTO section_citation (section_id, source_id) VALUES (?, ?)', id, sourceId);
  }
  for (const imageId of text.imageIds) {
    run(db, 'INSERT INTO section_image (section_id, image_id) VALUES (?, ?)', id, imageId);
  }
}

/** Puts a part behind another one of its dossier, or first when `after` is null; trashed parts keep their neighbours. */
export function moveSection(db: Db, id: string, after: string | null): void {
  const { dossierId } = getSection(db, id);
  const ids = all<{ id: string }>(
    db,
    'SELECT id FROM section WHERE dossier_id = ? AND id <> ? ORDER BY position, id',
    dossierId,
    id,
  ).map(row => row.id);
  const at = after === null ? 0 : ids.indexOf(after) + 1;
  if (after !== null && at === 0) throw new Failure('notFound', { noun: 'section' });
  ids.splice(at, 0, id);
  for (const [position, sectionId] of ids.entries()) {
    run(db, 'UPDATE section SET position = ? WHERE id = ?', position, sectionId);
  }
}

/** Ids of the excerpts that a dossier's parts quote, in order, each once. */
export function listQuotedExcerptIds(db: Db, dossierId: string, includedOnly: boolean): string[] {
  const rows = all<{ excerpt_id: string }>(
    db,
    `SELECT excerpt_id FROM section_quote JOIN section ON section.id = section_id
     WHERE dossier_id = ? AND trashed_at IS NULL AND (included = 1 OR NOT ?)
     ORDER BY section.position, section.id, section_quote.position`,
    dossierId,
    includedOnly ? 1 : 0,
  );
  return [...new Set(rows.map(row => row.excerpt_id))];
}

/** What a part's stored text quotes and cites, without reading the text. */
export function readReferences(db: Db, id: string): Pick<CheckedText, 'excerptIds' | 'sourceIds'> {
  const quotes = all<{ excerpt_id: string }>(
    db,
    'SELECT excerpt_id FROM section_quote WHERE section_id = ? ORDER BY position',
    id,
  );
  const citations = all<{ source_id: string }>(
    db,
    'SELECT source_id FROM section_citation WHERE section_id = ?',
    id,
  );
  return {
    excerptIds: quotes.map(quote => quote.excerpt_id),
    sourceIds: citations.map(citation => citation.source_id),
  };
}
