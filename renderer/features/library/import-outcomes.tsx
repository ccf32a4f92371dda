import { CircleCheck, CircleX, Copy } from 'lucide-react';
import type { ImportOutcome } from '../../../shared/model/job.ts';
import { CallFailure } from '../../api.ts';
import { describeFailure, type Translate, useMessages } from '../../app/i18n.tsx';
import styles from './import-outcomes.module.css';

const icons = { imported: CircleCheck, duplicate: Copy, failed: CircleX };
const order = { failed: 0, duplicate: 1, imported: 2 };

/** Each file of an import with what became of it, failures first. */
export function ImportOutcomes({ outcomes }: { outcomes: readonly ImportOutcome[] }) {
  const { t } = useMessages();
  const sorted = outcomes.toSorted((a, b) => order[a.kind] - order[b.kind]);
  return (
    <ul className={styles.outcomes}>
      {sorted.map((outcome, index) => {
        const Icon = icons[outcome.kind];
        return (
          <li key={`${outcome.fileName} ${index}`} className={styles.outcome} data-kind={outcome.kind}>
            <Icon aria-hidden />
            <span className={styles.words}>
              <span className={styles.file}>{outcome.fileName}</span>
              <span className={styles.detail}>{describeOutcome(outcome, t)}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function describeOutcome(outcome: ImportOutcome, t: Translate): string {
  if (outcome.kind === 'failed') return describeFailure(new CallFailure(outcome.error), t);
  if (outcome.kind === 'duplicate') return t('library.outcome.duplicate');
  return t('library.outcome.imported', { warnings: outcome.warnings });
}
