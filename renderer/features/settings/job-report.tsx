import type { Job } from '../../../shared/model/job.ts';
import { useCall } from '../../api.ts';
import { useMessages } from '../../app/i18n.tsx';
import { JobCard } from '../../app/job-card.tsx';
import { useNavigation } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import styles from './settings-screen.module.css';

/** A job's progress and outcome; after a verification, the quotes that no longer match, with the way to them. */
export function JobReport({ job }: { job: Job }) {
  const weak = job.result?.kind === 'verify' ? job.result.notExact : [];
  return (
    <div role="status">
      <JobCard job={job} />
      {weak.length > 0 && <WeakQuotes ids={weak} />}
    </div>
  );
}

function WeakQuotes({ ids }: { ids: string[] }) {
  const { t } = useMessages();
  const { navigate } = useNavigation();
  const excerpts = useCall('excerpts.get', { ids }).data?.items ?? [];
  return (
    <ul className={styles.weak}>
      {excerpts.map(excerpt => (
        <li key={excerpt.id} className={styles.weakLine}>
          <StatusBadge status={excerpt.status} />
          <span className={styles.weakWords}>{excerpt.exact}</span>
          <Button
            variant="quiet"
            onPress={() => navigate({ screen: 'source', sourceId: excerpt.sourceId, excerptId: excerpt.id })}
          >
            {t('library.seeInSource')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
