import { useState } from 'react';
import type { Job } from '../../../../shared/model/job.ts';
import { CallFailure, useAction, useJob } from '../../../api.ts';
import { useChooseFile } from '../../../app/choose-file.tsx';
import { describeFailure, type Translate, useMessages } from '../../../app/i18n.tsx';

/** How the replacement of a source by a newer version stands. */
export interface Replacement {
  text: string;
  tone: 'info' | 'good' | 'warn' | 'bad';
  isRunning: boolean;
}

/** Replaces a source by a newer version of the same document, and tells what became of its excerpts. */
export function useReplace(sourceId: string) {
  const { t } = useMessages();
  const { chooseOpen } = useChooseFile();
  const [started, setStarted] = useState<{ jobId: string; fileName: string } | null>(null);
  const replace = useAction('sources.replace');
  const job = useJob(started?.jobId ?? null);
  const start = async () => {
    const file = (await chooseOpen({ purpose: 'documents' }))?.[0];
    if (!file) return;
    const fileName = file.name;
    replace.mutate(
      { id: sourceId, file: file.file },
      { onSuccess: ({ jobId }) => setStarted({ jobId, fileName }) },
    );
  };
  const replacement = started && describeReplacement(t, job, started.fileName);
  return { start: () => void start(), replacement, dismiss: () => setStarted(null) };
}

/** What a replacement's job says to the user. */
export function describeReplacement(t: Translate, job: Job | null, fileName: string): Replacement | null {
  if (!job || job.state === 'running') {
    return { text: t('reader.replacing', { file: fileName }), tone: 'info', isRunning: true };
  }
  if (job.state === 'cancelled') return null;
  if (job.error) {
    const text = describeFailure(new CallFailure(job.error), t);
    return { text: t('reader.replaceFailed', { reason: text }), tone: 'bad', isRunning: false };
  }
  if (job.result?.kind !== 'replace') return null;
  const { exact, moved, changed } = job.result;
  const tone = moved + changed > 0 ? 'warn' : 'good';
  const text = t('reader.replaced', { total: exact + moved + changed, exact, moved, changed });
  return { text, tone, isRunning: false };
}
