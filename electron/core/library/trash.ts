import { Failure } from '../../../shared/contract/result.ts';
import { removeUnusedFiles } from './files.ts';
import { removeUnusedImages } from './images.ts';
import type { Db } from './library.ts';
import {
  indexExcerpt,
  indexSection,
  indexWholeDossier,
  indexWholeSource,
  unindexDossier,
  unindexSource,
  unindexTarget,
} from './search-index.ts';
import { all, first, run } from './statement.ts';
import { removeUnusedTags } from './tags.ts';

/** What can lie in the trash. */
export type TrashKind = 'source' | 'excerpt' | 'dossier' | 'section';

const unindex: Record<TrashKind, (db: Db, id: string) => void> = {
  source: unindexSource,
  excerpt: unindexTarget,
  dossier: unindexDossier,
  section: unindexTarget,
};

/** Puts something into the trash, out of lists and search; nothing of it is lost. Throws `notFound`. */
export function trash(db: Db, kind: TrashKind, id: string, at: string): void {
  const changed = run(db, `UPDATE ${kind} SET trashed_at = coalesce(trashed_at, ?) WHERE id = ?`, at, id);
  if (changed === 0) throw new Failure('notFound', { noun: kind });
  unindex[kind](db, id);
}

/** Takes something out of the trash again. Throws `notFound`. */
export function restore(db: Db, kind: TrashKind, id: string): void {
  const changed = run(db, `UPDATE ${kind} SET trashed_at = NULL WHERE id = ?`, id);
  if (changed === 0) throw new Failure('notFound', { noun: kind });
  reindex(db, kind, id);
}

/** What lies in the trash with its owner comes back only with its owner. */
function reindex(db: Db, kind: TrashKind, id: string): void {
  const ownerIsThere = (owner: string, table: string, column: string) =>
    first(
      db,
      `SELECT 1 FROM ${table} JOIN ${owner} ON ${owner}.id = ${column} WHERE ${table}.id = ? AND ${owner}.trashed_at IS NULL`,
      id,
    ) !== undefined;
  if (kind === 'source') indexWholeSource(db, id);
  else if (kind === 'dossier') indexWholeDossier(db, id);
  else if (kind === 'excerpt') ownerIsThere('source', 'excerpt', 'source_id') && indexExcerpt(db, id);
  else ownerIsThere('dossier', 'section', 'dossier_id') && indexSection(db, id);
}

/** One thing in the trash, as the window lists it. */
export interface TrashedItem {
  kind: TrashKind;
  id: string;
  title: string;
  trashedAt: string;
}

/** What lies in the trash, the last thrown away first. */
export function listTrash(db: Db): TrashedItem[] {
  return all(
    db,
    `SELECT 'source' AS kind, id, title, trashed_at AS trashedAt FROM source WHERE trashed_at IS NOT NULL
     UNION ALL SELECT 'excerpt', id, substr(exact, 1, 200), trashed_at FROM excerpt WHERE trashed_at IS NOT NULL
     UNION ALL SELECT 'dossier', id, title, trashed_at FROM dossier WHERE trashed_at IS NOT NULL
     UNION ALL SELECT 'section', id, title, trashed_at FROM section WHERE trashed_at IS NOT NULL
     ORDER BY trashedAt DESC, id DESC`,
  );
}

/** Excerpts that a part of a dossier outside the trash quotes. */
const QUOTED = `SELECT excerpt_id FROM section_quote JOIN section ON section.id = section_id
  JOIN dossier ON dossier.id = dossier_id WHERE section.trashed_at IS NULL AND dossier.trashed_at IS NULL`;
const CITED = `SELECT section_citation.source_id FROM section_citation JOIN section ON section.id = section_id
  JOIN dossier ON dossier.id = dossier_id WHERE section.trashed_at IS NULL AND dossier.trashed_at IS NULL`;

/**
 * Removes what lies in the trash for good; gives how many things went. What a living dossier still quotes or cites stays in the trash,
 * and with a quoted excerpt its source. `now` is ISO 8601 UTC.
 */
export function emptyTrash(db: Db, now: string): number {
  let removed = 0;
  removed += run(db, 'DELETE FROM section WHERE trashed_at IS NOT NULL');
  removed += run(db, 'DELETE FROM dossier WHERE trashed_at IS NOT NULL');
  removed += run(db, `DELETE FROM excerpt WHERE trashed_at IS NOT NULL AND id NOT IN (${QUOTED})`);
  removed += run(
    db,
    `DELETE FROM source WHERE trashed_at IS NOT NULL AND id NOT IN (${CITED})
     AND id NOT IN (SELECT source_id FROM excerpt WHERE id IN (${QUOTED}))`,
  );
  removeUnusedImages(db, now);
  removeUnusedFiles(db);
  removeUnusedTags(db);
  return removed;
}
