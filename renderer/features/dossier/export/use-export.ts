import { useEffect, useState } from 'react';
import { formatMessage } from '../../../../shared/i18n/format-message.ts';
import type { Dossier } from '../../../../shared/model/dossier.ts';
import type { QuoteStatus } from '../../../../shared/model/excerpt.ts';
import type { Job, JobResult } from '../../../../shared/model/job.ts';
import { CallFailure, call, dismissJobs, useJob } from '../../../api.ts';
import { type ChooseFile, useChooseFile } from '../../../app/choose-file.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import { readReferences } from '../state/text-references.ts';
import { countFiles, type ExportWish, hasPdf } from './plan-export.ts';
import { suggestFileName } from './suggest-file-name.ts';

/** What an export leaves. */
export type ExportResult = Extract<JobResult, { kind: 'export' }>;

/** A quote that is not exact; without status its excerpt is no longer in the library. */
export interface NotExact {
  excerptId: string;
  status: QuoteStatus | null;
}

/** How far an export is; `written` are the files that were whole before it ended. */
export type ExportStep =
  | { step: 'asking' }
  | { step: 'checking' }
  | { step: 'notExact'; notExact: readonly NotExact[] }
  | { step: 'choosing' }
  | { step: 'running'; job: Job | null }
  | { step: 'done'; result: ExportResult }
  | { step: 'cancelled'; written: ExportResult | null }
  | { step: 'failed'; error: unknown; written: ExportResult | null };

/** Exporting a dossier: asked, saved, its quotes verified, the user asked where one is not exact, then written. */
export interface Exporting {
  state: ExportStep;
  /** Begins with what is wished. */
  start(wish: ExportWish): void;
  /** Goes on although quotes are not exact. */
  proceed(wish: ExportWish): void;
  /** Back to what is asked. */
  back(): void;
  cancel(): void;
}

/** Runs the exports of one window. */
export function useExport(): Exporting {
  const { dossier, saving } = useDossierWork();
  const chooseFile = useChooseFile();
  const [state, setState] = useState<ExportStep>({ step: 'asking' });
  const [jobId, setJobId] = useState<string | null>(null);
  const job = useJob(jobId);

  const write = async (wish: ExportWish) => {
    setState({ step: 'choosing' });
    const target = await chooseTarget(chooseFile, wish, dossier);
    if (!target) return setState({ step: 'asking' });
    // Without a PDF there is nothing to protect.
    const preset = hasPdf(wish.preset) ? wish.preset : { ...wish.preset, permissions: null };
    const password = preset.permissions ? wish.password : null;
    const started = await call('dossiers.export', { id: dossier.id, preset, password, target });
    setJobId(started.jobId);
    setState({ step: 'running', job: null });
  };
  const check = async (wish: ExportWish) => {
    setState({ step: 'checking' });
    await saving.saver.flushAll();
    const notExact = await findNotExact(dossier.id);
    if (notExact.length > 0) setState({ step: 'notExact', notExact });
    else await write(wish);
  };
  const orFail = (work: Promise<void>) =>
    void work.catch((error: unknown) => setState({ step: 'failed', error, written: null }));

  // This window tells the outcome: the tray need not tell it again.
  const isOver = job !== null && job.state !== 'running';
  useEffect(() => {
    if (isOver && jobId) return () => dismissJobs([jobId]);
  }, [isOver, jobId]);

  return {
    state: readStep(state, job),
    start: wish => orFail(check(wish)),
    proceed: wish => orFail(write(wish)),
    back() {
      setJobId(null);
      setState({ step: 'asking' });
    },
    cancel() {
      if (jobId) void call('jobs.cancel', { id: jobId }).catch(() => {});
    },
  };
}

/** A single file is given its name, several go into a folder; null when the user chooses none. */
async function chooseTarget(
  { chooseSave, chooseOpen }: ChooseFile,
  { preset }: ExportWish,
  { title, meeting, language }: Dossier,
): Promise<{ kind: 'file'; file: string } | { kind: 'folder'; folder: string } | null> {
  const [only] = preset.outputs;
  if (countFiles(preset) === 1 && only) {
    const output = formatMessage(language, `export.output.${only.kind}`);
    const name = only.kind === 'folder' ? title : `${title} - ${output}`;
    const suggestedName = suggestFileName(name, meeting.date, only.format);
    const file = await chooseSave({ purpose: only.format, suggestedName });
    return file && { kind: 'file', file: file.file };
  }
  const [folder] = (await chooseOpen({ purpose: 'folder' })) ?? [];
  return folder ? { kind: 'folder', folder: folder.file } : null;
}

/** The quotes of the printed parts that are not exact as the library stands now. */
async function findNotExact(id: string): Promise<NotExact[]> {
  const [{ items }, stored] = await Promise.all([
    call('dossiers.verify', { id }),
    call('dossiers.get', { id }),
  ]);
  const quoted = collectQuotes(stored);
  const { items: excerpts } = await call('excerpts.get', { ids: quoted });
  const present = new Set(excerpts.filter(excerpt => !excerpt.trashedAt).map(excerpt => excerpt.id));
  const states = new Map(
    items.filter(item => present.has(item.excerptId)).map(item => [item.excerptId, item.status]),
  );
  return quoted
    .map(excerptId => ({ excerptId, status: states.get(excerptId) ?? null }))
    .filter(quote => quote.status !== 'exact');
}

/** The excerpts that the printed parts quote, each once. */
function collectQuotes({ sections }: Dossier): string[] {
  const printed = sections.filter(section => section.included);
  return [...new Set(printed.flatMap(section => readReferences(section.text).excerptIds))];
}

function readStep(state: ExportStep, job: Job | null): ExportStep {
  if (state.step !== 'running' || !job) return state;
  if (job.state === 'running') return { step: 'running', job };
  const written = job.result?.kind === 'export' ? job.result : null;
  if (job.state === 'cancelled') return { step: 'cancelled', written };
  if (job.state === 'done' && written) return { step: 'done', result: written };
  return { step: 'failed', error: job.error ? new CallFailure(job.error) : null, written };
}
