import { useEffect, useRef, useState } from 'react';
import type { Dossier } from '../../../../shared/model/dossier.ts';
import type { QuoteStatus } from '../../../../shared/model/excerpt.ts';
import type { Job, JobResult } from '../../../../shared/model/job.ts';
import { defaultPreset } from '../../../../shared/model/output.ts';
import { CallFailure, call, dismissJobs, useJob } from '../../../api.ts';
import { useChooseFile } from '../../../app/choose-file.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import { readReferences } from '../state/text-references.ts';
import { suggestFileName } from './suggest-file-name.ts';

/** What an export leaves. */
export type ExportResult = Extract<JobResult, { kind: 'export' }>;

/** A quote that is not exact; without status its excerpt is no longer in the library. */
export interface NotExact {
  excerptId: string;
  status: QuoteStatus | null;
}

/** How far an export is. */
export type ExportStep =
  | { step: 'checking' }
  | { step: 'asking'; notExact: readonly NotExact[] }
  | { step: 'choosing' }
  | { step: 'running'; job: Job | null; fileName: string }
  | { step: 'done'; result: ExportResult }
  | { step: 'cancelled' }
  | { step: 'failed'; error: unknown };

/** Exporting a dossier: saved, its quotes verified, the user asked where one is not exact, then written. */
export interface Exporting {
  state: ExportStep;
  /** Goes on although quotes are not exact, or once more after a failure. */
  proceed(): void;
  cancel(): void;
}

/** Runs one export from its verification on; `onAbandon` is called when the user chooses no file. */
export function useExport(onAbandon: () => void): Exporting {
  const { dossier, saving } = useDossierWork();
  const { chooseSave } = useChooseFile();
  const [state, setState] = useState<ExportStep>({ step: 'checking' });
  const [jobId, setJobId] = useState<string | null>(null);
  const [fileName, setFileName] = useState('');
  const job = useJob(jobId);
  const begun = useRef(false);

  const write = async () => {
    setState({ step: 'choosing' });
    const suggestedName = suggestFileName(dossier.title, dossier.meeting.date);
    const file = await chooseSave({ purpose: 'pdf', suggestedName });
    if (!file) return onAbandon();
    setFileName(file.name);
    const started = await call('dossiers.export', {
      id: dossier.id,
      preset: defaultPreset,
      password: null,
      target: { kind: 'file', file: file.file },
    });
    setJobId(started.jobId);
    setState({ step: 'running', job: null, fileName: file.name });
  };
  const check = async () => {
    await saving.saver.flushAll();
    const [{ items }, stored] = await Promise.all([
      call('dossiers.verify', { id: dossier.id }),
      call('dossiers.get', { id: dossier.id }),
    ]);
    const quoted = collectQuotes(stored);
    const { items: excerpts } = await call('excerpts.get', { ids: quoted });
    const present = new Set(excerpts.filter(excerpt => !excerpt.trashedAt).map(excerpt => excerpt.id));
    const states = new Map(
      items.filter(item => present.has(item.excerptId)).map(item => [item.excerptId, item.status]),
    );
    const notExact = findNotExact(quoted, states);
    if (notExact.length > 0) setState({ step: 'asking', notExact });
    else await write();
  };
  const orFail = (work: Promise<void>) =>
    void work.catch((error: unknown) => setState({ step: 'failed', error }));

  const start = useRef(() => orFail(check()));
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    start.current();
  }, []);

  // This dialog tells the outcome: the tray need not tell it again.
  const isOver = job !== null && job.state !== 'running';
  useEffect(() => {
    if (isOver && jobId) return () => dismissJobs([jobId]);
  }, [isOver, jobId]);

  return {
    state: readStep(state, job, fileName),
    proceed: () => orFail(write()),
    cancel: () => {
      if (jobId) void call('jobs.cancel', { id: jobId }).catch(() => {});
    },
  };
}

/** The excerpts that the printed parts quote, each once. */
function collectQuotes({ sections }: Dossier): string[] {
  const printed = sections.filter(section => section.included);
  return [...new Set(printed.flatMap(section => readReferences(section.text).excerptIds))];
}

function findNotExact(excerptIds: readonly string[], states: ReadonlyMap<string, QuoteStatus>): NotExact[] {
  return excerptIds
    .map(excerptId => ({ excerptId, status: states.get(excerptId) ?? null }))
    .filter(quote => quote.status !== 'exact');
}

function readStep(state: ExportStep, job: Job | null, fileName: string): ExportStep {
  if (state.step !== 'running' || !job) return state;
  if (job.state === 'running') return { step: 'running', job, fileName };
  if (job.state === 'cancelled') return { step: 'cancelled' };
  if (job.state === 'done' && job.result?.kind === 'export') return { step: 'done', result: job.result };
  return { step: 'failed', error: job.error ? new CallFailure(job.error) : null };
}
