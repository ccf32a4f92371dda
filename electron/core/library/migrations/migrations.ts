import type { Db } from '../library.ts';
import { createFirstTables } from './001-first-tables.ts';
import { addDossierEntries } from './002-dossier-entries.ts';
import { addOutputs } from './003-outputs.ts';
import { addCitationStyles } from './004-citation-styles.ts';

/** Every step of the library's format, in order; only ever appended to. Step n brings format n − 1 to format n. */
export const migrations: readonly ((db: Db) => void)[] = [
  createFirstTables,
  addDossierEntries,
  addOutputs,
  addCitationStyles,
];
