import type { DocumentJson } from '../../../shared/model/dossier.ts';
import { presentExcerpt } from '../excerpts/present-excerpt.ts';
import { createVerifier } from '../excerpts/verify-excerpts.ts';
import { getDossier } from '../library/dossiers.ts';
import { findExcerpt } from '../library/excerpts.ts';
import type { Db } from '../library/library.ts';
import { listSections, readReferences } from '../library/sections.ts';
import { getSource } from '../library/sources.ts';
import { first } from '../library/statement.ts';
import { checkText } from './check-text.ts';
import type { DossierSnapshot, SnapshotExcerpt } from './snapshot.ts';
import type { Templates } from './templates.ts';

/** A part's text that is not saved yet, for the preview. */
export interface Draft {
  sectionId: string;
  text: DocumentJson;
}

/** Reads everything a dossier's paper is made from; every quote is verified against its source as it is now. Throws `notFound`. */
export function takeSnapshot(
  db: Db,
  templates: Templates,
  dossierId: string,
  draft?: Draft,
): DossierSnapshot {
  const dossier = getDossier(db, dossierId);
  const sections = listSections(db, dossierId).filter(section => section.included);
  const references = sections.map(section => {
    if (draft?.sectionId !== section.id) return readReferences(db, section.id);
    const text = checkText(draft.text);
    section.text = text.json;
    return text;
  });
  const excerptIds = references.flatMap(text => text.excerptIds);
  const excerpts = readExcerpts(db, excerptIds, dossier.updatedAt);
  const quoted = Object.values(excerpts).map(excerpt => excerpt.sourceId);
  const sources: DossierSnapshot['sources'] = {};
  for (const id of [...quoted, ...references.flatMap(text => text.sourceIds)]) {
    if (!sources[id] && hasSource(db, id)) sources[id] = getSource(db, id);
  }
  return { dossier, sections, excerpts, sources, markingSchemes: templates.listMarkings() };
}

function readExcerpts(db: Db, ids: readonly string[], at: string): Record<string, SnapshotExcerpt> {
  const verifier = createVerifier(db);
  const excerpts: Record<string, SnapshotExcerpt> = {};
  for (const id of new Set(ids)) {
    const stored = findExcerpt(db, id);
    if (!stored) continue;
    const verification = verifier.verify(id);
    excerpts[id] = { ...presentExcerpt(stored), status: verification.status, verifiedAt: at, verification };
  }
  return excerpts;
}

function hasSource(db: Db, id: string): boolean {
  return first(db, 'SELECT 1 FROM source WHERE id = ?', id) !== undefined;
}
