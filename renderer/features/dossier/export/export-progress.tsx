import type { Job } from '../../../../shared/model/job.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { ProgressBar } from '../../../components/progress-bar.tsx';
import styles from './export.module.css';

/** How far the files are: which one is made, of how many, and its pages. */
export function ExportProgress({ job }: { job: Job | null }) {
  const { t } = useMessages();
  const { done, total, output } = job?.progress ?? { done: 0, total: 0, output: undefined };
  const name = output && {
    output: t(`export.output.${output.kind}`),
    copy: output.copy === null ? 'none' : String(output.copy),
  };
  const label = name
    ? t('outputs.making', { output: t('export.progressOpen', name) })
    : t('outputs.starting');
  return (
    <div className={styles.running}>
      <ProgressBar label={label} done={done} total={total} />
      {output && output.files > 1 && (
        <p className={styles.fileOf}>{t('outputs.fileOf', { file: output.file, files: output.files })}</p>
      )}
    </div>
  );
}
