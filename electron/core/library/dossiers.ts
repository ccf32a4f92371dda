import { Failure } from '../../../shared/contract/result.ts';
import type { DossierDetails, DossierSummary } from '../../../shared/model/dossier.ts';
import { type MarkingColumns, readMarking } from './columns.ts';
import type { Db } from './library.ts';
import { all, first, run, type SqlValue } from './statement.ts';
import { updateRow } from './update-row.ts';

interface DossierRow extends MarkingColumns {
  id: string;
  template_id: string;
  title: string;
  subtitle: string;
  ministry: string;
  language: DossierSummary['language'];
  meeting: string;
  paper: DossierSummary['paper'];
  citation_style_id: string | null;
  created_at: string;
  updated_at: string;
  trashed_at: string | null;
  section_count: number;
  quote_count: number;
}

const SELECT = `SELECT dossier.*,
  (SELECT count(*) FROM section WHERE dossier_id = dossier.id AND trashed_at IS NULL) AS section_count,
  (SELECT count(*) FROM section_quote JOIN section ON section.id = section_id
     WHERE dossier_id = dossier.id AND trashed_at IS NULL) AS quote_count
  FROM dossier`;

function toSummary(row: DossierRow): DossierSummary {
  return {
    id: row.id,
    templateId: row.template_id,
    title: row.title,
    subtitle: row.subtitle,
    ministry: row.ministry,
    language: row.language,
    meeting: JSON.parse(row.meeting),
    marking: readMarking(row),
    paper: row.paper,
    citationStyleId: row.citation_style_id,
    sectionCount: row.section_count,
    quoteCount: row.quote_count,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    trashedAt: row.trashed_at,
  };
}

/** A dossier without its parts, also from the trash; throws `notFound`. */
export function getDossier(db: Db, id: string): DossierSummary {
  const dossier = findDossier(db, id);
  if (!dossier) throw new Failure('notFound', { noun: 'dossier' });
  return dossier;
}

/** A dossier without its parts, also from the trash, or null. */
export function findDossier(db: Db, id: string): DossierSummary | null {
  const row = first<DossierRow>(db, `${SELECT} WHERE dossier.id = ?`, id);
  return row ? toSummary(row) : null;
}

/** Dossiers outside the trash, the last changed first. */
export function listDossiers(db: Db): DossierSummary[] {
  const rows = all<DossierRow>(db, `${SELECT} WHERE trashed_at IS NULL ORDER BY updated_at DESC, id DESC`);
  return rows.map(toSummary);
}

/** Adds a dossier without parts. */
export function insertDossier(
  db: Db,
  dossier: { id: string; templateId: string; at: string; details: DossierDetails },
): void {
  const { details } = dossier;
  run(
    db,
    `INSERT INTO dossier (id, template_id, title, subtitle, ministry, language, meeting, paper, created_at, updated_at,
       marking_scheme, marking_level, citation_style_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    dossier.id,
    dossier.templateId,
    details.title,
    details.subtitle,
    details.ministry,
    details.language,
    JSON.stringify(details.meeting),
    details.paper,
    dossier.at,
    dossier.at,
    details.marking?.scheme ?? null,
    details.marking?.level ?? null,
    details.citationStyleId,
  );
}

/** Changes what the user may edit of a dossier; fields left out stay. Throws `notFound`. */
export function updateDossier(db: Db, id: string, changes: Partial<DossierDetails>, at: string): void {
  const values: Record<string, SqlValue> = { updated_at: at };
  for (const field of ['title', 'subtitle', 'ministry', 'language', 'paper'] as const) {
    const value = changes[field];
    if (value !== undefined) values[field] = value;
  }
  if (changes.meeting !== undefined) values.meeting = JSON.stringify(changes.meeting);
  if (changes.marking !== undefined) {
    values.marking_scheme = changes.marking?.scheme ?? null;
    values.marking_level = changes.marking?.level ?? null;
  }
  if (changes.citationStyleId !== undefined) values.citation_style_id = changes.citationStyleId;
  updateRow(db, 'dossier', id, values);
}

/** Marks a dossier as changed; its time is the date of its PDF. */
export function touchDossier(db: Db, id: string, at: string): void {
  run(db, 'UPDATE dossier SET updated_at = ? WHERE id = ?', at, id);
}
