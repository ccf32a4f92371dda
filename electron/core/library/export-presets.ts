import { defaultPreset, type ExportPreset, exportPresetSchema } from '../../../shared/model/output.ts';
import type { Db } from './library.ts';
import { first, run } from './statement.ts';

/** How a dossier was last exported; the usual preset when it never was, or when what is kept is of another version. */
export function readPreset(db: Db, dossierId: string): ExportPreset {
  const row = first<{ preset: string }>(
    db,
    'SELECT preset FROM export_preset WHERE dossier_id = ?',
    dossierId,
  );
  const kept = row && exportPresetSchema.safeParse(JSON.parse(row.preset));
  return kept?.success ? kept.data : structuredClone(defaultPreset);
}

/** Keeps how a dossier is exported, in place of what was kept. */
export function savePreset(db: Db, dossierId: string, preset: ExportPreset, at: string): void {
  run(
    db,
    `INSERT INTO export_preset (dossier_id, preset, updated_at) VALUES (?, ?, ?)
     ON CONFLICT (dossier_id) DO UPDATE SET preset = excluded.preset, updated_at = excluded.updated_at`,
    dossierId,
    JSON.stringify(preset),
    at,
  );
}
