import { basename } from 'node:path';
import type { JobResult } from '../../../shared/model/job.ts';
import type { ExportedFile, ExportPreset } from '../../../shared/model/output.ts';
import type { CoreContext } from '../core-context.ts';
import type { ComposedOutput } from '../dossier/compose-output.ts';
import { readResources } from '../dossier/read-resources.ts';
import type { DossierSnapshot } from '../dossier/snapshot.ts';
import { takeSnapshot } from '../dossier/take-snapshot.ts';
import { countStatuses, missingQuote, recordVerifications } from '../excerpts/verify-excerpts.ts';
import { nextCopyNumber } from '../library/issued-copies.ts';
import { refuseLibraryFile, refuseOwnFile } from '../library/own-file.ts';
import { listQuotedExcerptIds } from '../library/sections.ts';
import { timestamp } from '../timestamp.ts';
import type { JobControl } from './job-runner.ts';
import { nameFile } from './name-files.ts';
import { pause } from './pause.ts';
import { type ExportTarget, placeOutput } from './place-output.ts';
import { needsFolderPages, type PlannedFile, planFiles } from './plan-export.ts';

/** What is exported, how, and where to. */
export interface ExportInput {
  id: string;
  preset: ExportPreset;
  password: string | null;
  target: ExportTarget;
}

/** What the files of one export share. */
interface Export {
  context: CoreContext;
  input: ExportInput;
  control: JobControl;
  snapshot: DossierSnapshot;
  /** How many files there are to make, and the highest number that its copies will bear. */
  files: number;
  lastNumber: number;
  /** Pages of the folder by anchor, once it has been laid out. */
  folderPages: Record<string, number> | null;
}

/**
 * Job `export`: verifies every quote, records how it stands, and writes each output, each whole or not at all. A failure or a
 * cancel leaves the files that are whole by then, which the job's result names, and every older file as it was.
 */
export async function exportDossier(
  context: CoreContext,
  input: ExportInput,
  control: JobControl,
): Promise<JobResult> {
  await pause(control.signal);
  const { db, path } = context.library.current();
  if (input.target.kind === 'file') {
    refuseOwnFile(input.target.path, path);
    refuseLibraryFile(input.target.path);
  }
  const snapshot = takeSnapshot(db, context.templates, input.id, undefined, input.preset);
  const quotes = countStatuses(recordAnswers(context, snapshot));
  const planned = planFiles(input.preset);
  const numbered = planned.filter(file => file.recipient).length;
  const lastNumber = nextCopyNumber(db, input.id) - 1 + numbered;
  const work: Export = {
    context,
    input,
    control,
    snapshot,
    files: planned.length,
    lastNumber,
    folderPages: null,
  };
  const result: JobResult = { kind: 'export', files: [], empty: [], quotes };
  for (const [index, file] of planned.entries()) {
    const written = await writePlanned(work, file, index + 1);
    if (written) result.files.push(written);
    else result.empty.push({ kind: file.kind, format: file.format });
    control.keep(structuredClone(result));
  }
  return result;
}

/** The answers for the quotes of the included parts; one whose excerpt is gone, or in the trash, is not printed and counts as changed. */
function recordAnswers(context: CoreContext, snapshot: DossierSnapshot) {
  const { db } = context.library.current();
  const present = Object.values(snapshot.excerpts).filter(excerpt => excerpt.trashedAt === null);
  const answers = present.map(excerpt => excerpt.verification);
  const at = timestamp(context.ports);
  const changed = db.transaction(() => recordVerifications(db, answers, at)).immediate();
  if (changed) context.events.changed('excerpts');
  const quoted = listQuotedExcerptIds(db, snapshot.dossier.id, true);
  const missing = quoted.filter(id => snapshot.excerpts[id]?.trashedAt !== null);
  return [...answers, ...missing.map(missingQuote)];
}

/** Makes and writes one file; null where its output has nothing to print. */
async function writePlanned(work: Export, file: PlannedFile, index: number): Promise<ExportedFile | null> {
  const { context, input } = work;
  const { db } = context.library.current();
  if (needsFolderPages(file)) await layOutFolder(work);
  for (;;) {
    const number = file.recipient ? nextCopyNumber(db, input.id) : null;
    const copy = file.recipient && number ? { number, recipient: file.recipient } : null;
    const output = await composeFile(work, file, copy, index);
    if (!output) return null;
    const written = await writeOutput(work, file, copy, output);
    if (written) return written;
    // Another export took the number meanwhile: the copy is made again under the next one.
  }
}

/** Lays the folder out where no file of this export has, for the outputs that name its pages. */
async function layOutFolder(work: Export): Promise<void> {
  if (work.folderPages) return;
  const { context, input, control, snapshot } = work;
  const request = {
    kind: 'folder',
    format: 'pdf',
    preset: input.preset,
    copy: null,
    password: null,
  } as const;
  const folder = await context.composer.compose(snapshot, request, {
    resources: readResources(context.library.current().db),
    signal: control.signal,
    quick: true,
    // What counts is where its parts stand: nothing more is painted.
    onlyPages: { from: 1, to: 1 },
  });
  work.folderPages = folder?.anchors ?? {};
}

type Copy = ExportedFile['copy'];

async function composeFile(
  work: Export,
  { kind, format }: PlannedFile,
  copy: Copy,
  index: number,
): Promise<ComposedOutput | null> {
  const { context, input, control, snapshot, files, folderPages } = work;
  const name = nameOf(work, { kind, format, copy });
  const progress = { kind, format, copy: copy?.number ?? null, file: index, files };
  const report = (done: number, total: number) => control.report(done, total, name, progress);
  report(0, 0);
  await pause(control.signal);
  const output = await context.composer.compose(
    snapshot,
    {
      kind,
      format,
      preset: input.preset,
      copy: copy && { ...copy, of: Math.max(work.lastNumber, copy.number) },
      password: format === 'pdf' ? input.password : null,
      ...(folderPages && { folderPages }),
    },
    {
      resources: readResources(context.library.current().db),
      signal: control.signal,
      onProgress: report,
    },
  );
  if (kind === 'folder' && format === 'pdf') work.folderPages ??= output?.anchors ?? {};
  return output;
}

/** Null where the copy's number was taken meanwhile. */
async function writeOutput(
  work: Export,
  { kind, format }: PlannedFile,
  copy: Copy,
  output: ComposedOutput,
): Promise<ExportedFile | null> {
  const { context, input, control } = work;
  const { bytes, pageCount, standards, notices } = output;
  const placed = await placeOutput(context.library.current().db, input.target, {
    bytes,
    name: nameOf(work, { kind, format, copy }),
    signal: control.signal,
    ...(copy && {
      issue: (fileName, sha256) => describeCopy(work, kind, copy, { fileName, sha256, pageCount }),
    }),
  });
  if (!placed) return null;
  if (copy) context.events.changed('copies');
  return {
    kind,
    format,
    copy,
    fileName: basename(placed.path),
    file: context.ports.files.grant(placed.path),
    pageCount,
    byteLength: bytes.byteLength,
    sha256: placed.sha256,
    standards,
    notices,
  };
}

function describeCopy(
  { context, input, snapshot }: Export,
  kind: PlannedFile['kind'],
  copy: NonNullable<Copy>,
  file: { fileName: string; sha256: string; pageCount: number | null },
) {
  return {
    id: context.ports.newId(),
    dossierId: input.id,
    dossierTitle: snapshot.dossier.title,
    kind,
    ...copy,
    issuedAt: timestamp(context.ports),
    ...file,
    pageCount: file.pageCount ?? 0,
  };
}

function nameOf({ snapshot }: Export, file: Pick<ExportedFile, 'kind' | 'format' | 'copy'>): string {
  const { title, language } = snapshot.dossier;
  return nameFile({ title, language, ...file });
}
