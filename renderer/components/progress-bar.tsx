import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import { useMessages } from '../app/i18n.tsx';
import styles from './progress-bar.module.css';

/** See {@link ProgressBar}. */
export interface ProgressBarProps {
  label: string;
  isLabelHidden?: boolean;
  done: number;
  /** 0 while unknown: the bar then only shows that something goes on. */
  total: number;
}

/** How far some work has come. */
export function ProgressBar({ label, isLabelHidden = false, done, total }: ProgressBarProps) {
  const { t } = useMessages();
  const counted = total > 0 ? t('app.progress', { done, total }) : '';
  return (
    <AriaProgressBar
      aria-label={label}
      value={done}
      maxValue={Math.max(total, 1)}
      isIndeterminate={total === 0}
      valueLabel={counted}
      className={styles.bar ?? ''}
    >
      {({ percentage }) => (
        <>
          {!isLabelHidden && (
            <div className={styles.words}>
              <span className={styles.label}>{label}</span>
              <span>{counted}</span>
            </div>
          )}
          <div className={styles.track} data-unknown={total === 0 || undefined}>
            <div className={styles.fill} style={{ width: `${percentage ?? 30}%` }} />
          </div>
        </>
      )}
    </AriaProgressBar>
  );
}
