import { Activity } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { dismissJobs, useJobs } from '../api.ts';
import { Button as PlainButton } from '../components/button.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { useMessages } from './i18n.tsx';
import { JobCard } from './job-card.tsx';
import styles from './job-tray.module.css';

/** Running and ended work: progress, cancelling, and what came of it. */
export function JobTray() {
  const { t } = useMessages();
  const jobs = [...useJobs()].reverse();
  const running = jobs.filter(job => job.state === 'running');
  const ended = jobs.filter(job => job.state !== 'running');
  const first = running[0];
  return (
    <DialogTrigger>
      <Button className={styles.button ?? ''} aria-label={t('app.jobs', { running: running.length })}>
        <Activity aria-hidden />
        {first && (
          <span className={styles.running}>
            <ProgressBar
              label={t(`app.job.${first.kind}`)}
              isLabelHidden
              done={first.progress.done}
              total={first.progress.total}
            />
          </span>
        )}
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom end">
        <Dialog aria-label={t('app.jobsTitle')} className={styles.dialog ?? ''}>
          <h2 className={styles.title}>{t('app.jobsTitle')}</h2>
          {jobs.length === 0 && <p className={styles.nothing}>{t('app.jobsNone')}</p>}
          {jobs.map(job => (
            <JobCard key={job.id} job={job} />
          ))}
          {ended.length > 0 && (
            <div className={styles.foot}>
              <PlainButton variant="quiet" onPress={() => dismissJobs(ended.map(job => job.id))}>
                {t('app.jobsClear')}
              </PlainButton>
            </div>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
