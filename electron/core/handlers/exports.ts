import type { CoreHandlers, ParsedInput } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/contract/result.ts';
import type { ExportPreset, IssuedCopy } from '../../../shared/model/output.ts';
import type { CoreContext } from '../core-context.ts';
import { exportDossier } from '../jobs/export-dossier.ts';
import { planFiles } from '../jobs/plan-export.ts';
import { writeRecallList } from '../jobs/write-recall-list.ts';
import { getDossier } from '../library/dossiers.ts';
import { readPreset, savePreset } from '../library/export-presets.ts';
import { listCopies, updateCopies } from '../library/issued-copies.ts';
import { act } from '../library/journal.ts';
import type { Db } from '../library/library.ts';
import { timestamp } from '../timestamp.ts';

type ExportHandlers = Pick<
  CoreHandlers,
  Extract<keyof CoreHandlers, `exports.${string}` | `copies.${string}`> | 'dossiers.export'
>;

/** Handlers on the outputs of dossiers and on the numbered copies that were issued. */
export function createExportHandlers(context: CoreContext): ExportHandlers {
  const { ports, events, templates } = context;
  const db = () => context.library.current().db;
  return {
    'exports.preset': ({ id }) => {
      getDossier(db(), id);
      return readPreset(db(), id);
    },
    'exports.savePreset': ({ id, preset }) => {
      keepPreset(context, id, preset);
      return {};
    },
    'exports.themes': () => ({ items: templates.listThemes() }),
    'dossiers.export': input => startExport(context, input),
    'copies.list': ({ id }) => ({ items: listKnownCopies(db(), id) }),
    'copies.update': ({ ids, changes }) => {
      const at = timestamp(ports);
      const items = act(db(), { name: 'copies.update', targets: ids, at }, () =>
        updateCopies(db(), ids, changes, at),
      );
      events.changed('copies');
      return { items };
    },
    'copies.recallList': ({ id, file }) => {
      listKnownCopies(db(), id);
      const path = ports.files.resolve(file);
      return {
        jobId: context.jobs.start('export', control => writeRecallList(context, { id, path }, control)),
      };
    },
  };
}

/** The log outlives its dossier; `notFound` only where neither is known. */
function listKnownCopies(db: Db, id: string): IssuedCopy[] {
  const copies = listCopies(db, id);
  if (copies.length === 0) getDossier(db, id);
  return copies;
}

function startExport(
  context: CoreContext,
  { id, preset, password, target }: ParsedInput<'dossiers.export'>,
): { jobId: string } {
  if (target.kind === 'file' && planFiles(preset).length !== 1)
    throw new Failure('invalidInput', {}, 'several files go into a folder');
  if (preset.permissions && password === null)
    throw new Failure('invalidInput', {}, 'a protected PDF needs a password');
  const { files } = context.ports;
  const place =
    target.kind === 'file'
      ? { kind: 'file' as const, path: files.resolve(target.file) }
      : { kind: 'folder' as const, path: files.resolve(target.folder) };
  keepPreset(context, id, preset);
  const input = { id, preset, password, target: place };
  return { jobId: context.jobs.start('export', control => exportDossier(context, input, control)) };
}

function keepPreset(context: CoreContext, id: string, preset: ExportPreset): void {
  const { db } = context.library.current();
  const at = timestamp(context.ports);
  act(db, { name: 'exports.savePreset', targets: [id], at }, () => {
    getDossier(db, id);
    savePreset(db, id, preset, at);
  });
  context.events.changed('exports');
}
