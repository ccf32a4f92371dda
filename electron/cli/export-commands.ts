import { existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Failure } from '../../shared/contract/result.ts';
import type { JobResult } from '../../shared/model/job.ts';
import type { ExportedFile, ExportPreset } from '../../shared/model/output.ts';
import { planFiles } from '../core/jobs/plan-export.ts';
import { describeSize } from './describe.ts';
import { exitCodes } from './exit-codes.ts';
import { type ExportOptions, readExportPreset } from './export-options.ts';
import { findDossier } from './find-dossier.ts';
import { readSecret, type Session } from './session.ts';

type ExportResult = Extract<JobResult, { kind: 'export' }>;

/** Where an export goes: one file, or a folder that is there. */
interface Target {
  kind: 'file' | 'folder';
  path: string;
}

/** Exports the outputs of a dossier, named by id or title, into one file or into a folder. */
export async function exportDossier(
  session: Session,
  dossier: string,
  path: string,
  options: ExportOptions,
): Promise<number> {
  const id = await findDossier(session, dossier);
  const wanted = await readExportPreset(session, id, options);
  const password = readSecret(options.pdfPasswordFile, 'VALIJA_PDF_PASSWORD') ?? null;
  checkOptions(session, wanted, options, password);
  const preset = { ...wanted, permissions: password === null ? null : choosePermissions(wanted, options) };
  const target = chooseTarget(preset, path, options.force ?? false);
  const result = await runExport(session, { id, preset, password, target });
  session.output.value(describeResult(result, target));
  return reportExport(session, result, target);
}

/** What was remembered, and less where an option says so. */
function choosePermissions({ permissions }: ExportPreset, { print, copy }: ExportOptions) {
  return { print: print && (permissions?.print ?? true), copy: copy && (permissions?.copy ?? true) };
}

/** What would be left undone in silence is refused: copies that are no PDF, rights or a remembered protection without a password. */
function checkOptions(
  session: Session,
  { outputs, recipients, permissions }: ExportPreset,
  { print, copy }: ExportOptions,
  password: string | null,
): void {
  if (recipients.length > 0 && !outputs.some(output => output.format === 'pdf'))
    throw new Failure('invalidInput', { spoken: session.say('cli.copiesArePdf') });
  if (password === null && !(print && copy))
    throw new Failure('invalidInput', { spoken: session.say('cli.rightsNeedPassword') });
  if (password === null && permissions)
    throw new Failure('invalidInput', { spoken: session.say('cli.rememberedIsLocked') });
}

/** Runs one export to its end. */
export function runExport(
  session: Session,
  input: { id: string; preset: ExportPreset; password: string | null; target: Target },
): Promise<ExportResult> {
  const { target, ...rest } = input;
  const token = session.grant(target.path);
  return session.runJob('export', () =>
    session.call('dossiers.export', {
      ...rest,
      target: target.kind === 'file' ? { kind: 'file', file: token } : { kind: 'folder', folder: token },
    }),
  );
}

/** A folder takes several files, and whatever goes to a path that is one or ends like one; only a file may be written over. */
function chooseTarget(preset: ExportPreset, path: string, force: boolean): Target {
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  if (isFolder || /[/\\]$/.test(path) || planFiles(preset).length > 1) {
    if (!isFolder) makeFolder(path);
    return { kind: 'folder', path: resolve(path) };
  }
  if (existsSync(path) && !force) throw new Failure('fileExists', { file: basename(path) });
  return { kind: 'file', path: resolve(path) };
}

function makeFolder(path: string): void {
  if (existsSync(path)) throw new Failure('fileExists', { file: basename(path) });
  try {
    mkdirSync(path, { recursive: true });
  } catch {
    throw new Failure('readOnly', { file: basename(path) });
  }
}

/** Tells of each file and its notices; `partial` where a quote is not exact, an output was empty or an original left out. */
export function reportExport(session: Session, result: ExportResult, target: Target): number {
  const { output } = session;
  for (const file of result.files) reportFile(session, file, target);
  // The formats of one output leave out the same passages: once is enough.
  for (const line of new Set(result.files.flatMap(file => describeNotices(session, file))))
    output.error(line);
  for (const { kind } of result.empty) {
    const what = session.say(`export.output.${kind}`);
    output.error(`${what}: ${session.say('export.notice.emptyOutput')}`);
  }
  output.line(session.say('cli.exportQuotes', result.quotes));
  const isLeftOut = result.files.some(file => file.notices.some(notice => notice.code === 'annexLeftOut'));
  const { moved, changed } = result.quotes;
  return moved + changed > 0 || result.empty.length > 0 || isLeftOut ? exitCodes.partial : exitCodes.ok;
}

function reportFile(session: Session, file: ExportedFile, target: Target): void {
  const { output } = session;
  const what = session.say(`export.output.${file.kind}`);
  const copy = file.copy && session.say('export.copy', { number: file.copy.number });
  const heading = [what, copy, file.copy?.recipient.name].filter(Boolean).join(', ');
  output.line(session.say('cli.exported', { output: heading, path: pathOf(file, target) }));
  output.line(
    session.say('cli.exportSummary', {
      pages: file.pageCount ?? 0,
      size: describeSize(file.byteLength),
      standards: file.standards.join(', ') || 'none',
      sha256: file.sha256,
    }),
  );
}

function describeNotices(session: Session, { kind, notices }: ExportedFile): string[] {
  const what = session.say(`export.output.${kind}`);
  return notices.map(({ code, details }) => `${what}: ${session.say(`export.notice.${code}`, details)}`);
}

function pathOf(file: ExportedFile, { kind, path }: Target): string {
  return join(kind === 'file' ? dirname(path) : path, file.fileName);
}

/** An export as JSON: tokens are of this run alone, so that paths stand in their place. */
function describeResult(result: ExportResult, target: Target) {
  const files = result.files.map(({ file: _token, ...file }) => ({
    ...file,
    path: pathOf({ ...file, file: '' }, target),
  }));
  return { files, empty: result.empty, quotes: result.quotes };
}
