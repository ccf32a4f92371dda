import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { GrantedFile } from '../../../shared/contract/shell-calls.ts';
import type { ImportOutcome, Job } from '../../../shared/model/job.ts';
import { CallFailure, call, grantDropped, reportFailure, waitForJob } from '../../api.ts';
import { useChooseFile } from '../../app/choose-file.tsx';
import { countOutcomes } from '../../app/describe-job.ts';
import { describeFailure, type Translate, useMessages } from '../../app/i18n.tsx';
import { type Toasts, useToasts } from '../../app/toasts.tsx';
import { ImportReport } from './import-report.tsx';

/** Bringing documents into the library. */
export interface Import {
  chooseAndImport(): void;
  /** Imports files that were dropped on the window. */
  importDropped(files: readonly File[]): void;
}

const ImportContext = createContext<Import | null>(null);

/** Gives the frame its import: files in, one job, and a report that names every file that failed. */
export function ImportProvider({ children }: { children: ReactNode }) {
  const { t } = useMessages();
  const toasts = useToasts();
  const { chooseOpen } = useChooseFile();
  const [report, setReport] = useState<readonly ImportOutcome[] | null>(null);
  const imports = useMemo<Import>(() => {
    const run = (files: readonly GrantedFile[]) =>
      importFiles(files).then(job => announce(job, t, toasts, setReport), reportFailure);
    return {
      chooseAndImport: () =>
        void chooseOpen({ purpose: 'documents', multiple: true }).then(files => files && run(files)),
      importDropped: dropped => void grantAll(dropped).then(run),
    };
  }, [t, toasts, chooseOpen]);
  return (
    <ImportContext value={imports}>
      {children}
      {report && <ImportReport outcomes={report} onClose={() => setReport(null)} />}
    </ImportContext>
  );
}

/** See {@link Import}. */
export function useImport(): Import {
  const imports = useContext(ImportContext);
  if (!imports) throw new Error('useImport outside ImportProvider');
  return imports;
}

/** Grants one file after another, since each may have to be copied; one that cannot be read does not stop the rest. */
async function grantAll(dropped: readonly File[]): Promise<GrantedFile[]> {
  const granted: GrantedFile[] = [];
  for (const file of dropped) {
    await grantDropped(file).then(given => granted.push(given), reportFailure);
  }
  return granted;
}

async function importFiles(files: readonly GrantedFile[]): Promise<Job | null> {
  if (files.length === 0) return null;
  const { jobId } = await call('sources.import', { files: files.map(file => file.file) });
  return waitForJob(jobId);
}

function announce(
  job: Job | null,
  t: Translate,
  toasts: Toasts,
  showReport: (outcomes: readonly ImportOutcome[]) => void,
): void {
  if (!job) return;
  if (job.error) {
    toasts.show({ text: describeFailure(new CallFailure(job.error), t), tone: 'bad' });
    return;
  }
  const outcomes = job.result?.kind === 'import' ? job.result.outcomes : [];
  if (outcomes.length === 0) return;
  const counts = countOutcomes(outcomes);
  const tone = counts.failed > 0 ? 'bad' : counts.duplicate > 0 ? 'warn' : 'good';
  toasts.show({
    text: t('app.result.import', counts),
    tone,
    action: { label: t('library.importDetail'), run: () => showReport(outcomes) },
  });
}
