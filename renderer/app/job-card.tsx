import { X } from 'lucide-react';
import type { Job } from '../../shared/model/job.ts';
import { CallFailure, useAction } from '../api.ts';
import { Button } from '../components/button.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { ImportOutcomes } from '../features/library/import-outcomes.tsx';
import { describeJobResult } from './describe-job.ts';
import { describeFailure, useMessages } from './i18n.tsx';
import styles from './job-card.module.css';

/** One job: its progress while it runs, then its outcome. */
export function JobCard({ job }: { job: Job }) {
  const { t } = useMessages();
  const cancel = useAction('jobs.cancel');
  const isStopping = cancel.isPending || cancel.isSuccess;
  return (
    <section className={styles.card} aria-label={t(`app.job.${job.kind}`)}>
      {job.state === 'running' ? (
        <div className={styles.running}>
          <div className={styles.progress}>
            <ProgressBar
              label={t(`app.job.${job.kind}`)}
              done={job.progress.done}
              total={job.progress.total}
            />
            <p className={styles.detail}>{isStopping ? t('app.jobStopping') : job.progress.label}</p>
          </div>
          <IconButton
            label={t('app.jobCancel')}
            icon={X}
            isDisabled={isStopping}
            onPress={() => cancel.mutate({ id: job.id })}
          />
        </div>
      ) : (
        <Ended job={job} />
      )}
    </section>
  );
}

function Ended({ job }: { job: Job }) {
  const { t } = useMessages();
  const text =
    job.state === 'cancelled'
      ? t('error.cancelled')
      : job.error
        ? describeFailure(new CallFailure(job.error), t)
        : describeJobResult(job.result, t);
  return (
    <>
      <h3 className={styles.kind}>{t(`app.job.${job.kind}`)}</h3>
      <p className={job.state === 'failed' ? styles.bad : styles.detail}>{text}</p>
      {job.result?.kind === 'import' && <ImportOutcomes outcomes={job.result.outcomes} />}
      {job.result?.kind === 'export' && job.result.files[0] && (
        <ExportActions file={job.result.files[0].file} />
      )}
      {job.result?.kind === 'verify' && job.result.damage.length > 0 && (
        <ul className={styles.outcomes}>
          {job.result.damage.map(line => (
            <li key={line} className={styles.bad}>
              {line}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function ExportActions({ file }: { file: string }) {
  const { t } = useMessages();
  const open = useAction('shell.openFile');
  const show = useAction('shell.showFile');
  return (
    <div className={styles.actions}>
      <Button onPress={() => open.mutate({ file })}>{t('app.openFile')}</Button>
      <Button variant="quiet" onPress={() => show.mutate({ file })}>
        {t('app.showFile')}
      </Button>
    </div>
  );
}
