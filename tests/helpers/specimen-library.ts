import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assembleDossier } from '../../electron/cli/assemble-dossier.ts';
import { readDossierFile } from '../../electron/cli/dossier-commands.ts';
import { expandFolders } from '../../electron/cli/expand-folders.ts';
import { Output } from '../../electron/cli/output.ts';
import { Session } from '../../electron/cli/session.ts';
import { createFileTokens } from '../../electron/core/file-tokens.ts';
import { defaultPreset, type ExportedFile, type ExportPreset } from '../../shared/model/output.ts';
import { createIds, resourcesDir } from './open-core.ts';

/** The languages that the specimen dossier is written in. */
export const specimenLanguages = ['es', 'en'] as const;

/** See {@link specimenLanguages}. */
export type SpecimenLanguage = (typeof specimenLanguages)[number];

/** A written file with its bytes. */
export interface Exported extends ExportedFile {
  bytes: Uint8Array;
}

/** A library with the sample documents and the specimen dossier in both languages. */
export interface SpecimenLibrary {
  /** Exports a dossier into a folder of its own; gives the files with their bytes. */
  exportAs(language: SpecimenLanguage, changes: Partial<ExportPreset>): Promise<Exported[]>;
  /** How the last verification judged the quotes of an export. */
  verified(): Promise<string[]>;
  close(): Promise<void>;
}

/** Makes it from an empty folder, as the command line does; the clock moves one second an ask, from 1 December 2018. */
export async function openSpecimenLibrary(): Promise<SpecimenLibrary> {
  const folder = mkdtempSync(join(tmpdir(), 'valija-specimen-'));
  const session = openSession(folder);
  await session.call('library.create', { file: session.grant(join(folder, 'muestra.valija')) });
  const files = expandFolders([join(resourcesDir, 'sample', 'documents')]).map(path => session.grant(path));
  await session.runJob('import', () => session.call('sources.import', { files }));
  const ids = new Map<SpecimenLanguage, string>();
  for (const language of specimenLanguages) {
    const path = join(resourcesDir, 'sample', `specimen-${language}.json`);
    ids.set(language, (await assembleDossier(session, readDossierFile(session, path))).id);
  }
  return {
    exportAs: (language, changes) => exportAs(session, ids.get(language)!, folder, changes),
    async verified() {
      const { items } = await session.call('excerpts.list', { limit: 1000 });
      const { items: verdicts } = await session.call('excerpts.verify', { ids: items.map(each => each.id) });
      return verdicts.map(verdict => verdict.status);
    },
    async close() {
      await session.core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function openSession(folder: string): Session {
  let time = Date.UTC(2018, 11, 1, 12);
  const ports = {
    now: () => {
      time += 1000;
      return time;
    },
    newId: createIds(),
    files: createFileTokens(),
    resourcesDir,
    settingsFile: join(folder, 'settings.json'),
    log: (line: string) => {
      throw new Error(line);
    },
  };
  return new Session(ports, new Output(true), 'es');
}

async function exportAs(
  session: Session,
  id: string,
  folder: string,
  changes: Partial<ExportPreset>,
): Promise<Exported[]> {
  const into = mkdtempSync(join(folder, 'salida-'));
  const target = { kind: 'folder', folder: session.grant(into) } as const;
  const preset = { ...defaultPreset, ...changes };
  const { files } = await session.runJob('export', () =>
    session.call('dossiers.export', { id, preset, password: null, target }),
  );
  return files.map(file => ({ ...file, bytes: new Uint8Array(readFileSync(join(into, file.fileName))) }));
}
