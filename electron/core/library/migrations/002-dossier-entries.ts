import type { Db } from '../library.ts';
import { indexDossier } from '../search-index.ts';
import { all } from '../statement.ts';

/** Format 2: dossiers are found by their titles and meetings. */
export function addDossierEntries(db: Db): void {
  const dossiers = all<{ id: string }>(db, 'SELECT id FROM dossier WHERE trashed_at IS NULL ORDER BY id');
  for (const { id } of dossiers) indexDossier(db, id);
}
