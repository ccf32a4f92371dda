import { CircleCheck, type LucideIcon, MoveRight, TriangleAlert } from 'lucide-react';
import type { QuoteStatus } from '../../shared/model/excerpt.ts';
import { useMessages } from '../app/i18n.tsx';
import styles from './status-badge.module.css';

const icons: Record<QuoteStatus, LucideIcon> = {
  exact: CircleCheck,
  moved: MoveRight,
  changed: TriangleAlert,
};

/** How a quote stands against its source: verified, moved or changed. */
export function StatusBadge({ status }: { status: QuoteStatus }) {
  const { t } = useMessages();
  const Icon = icons[status];
  return (
    <span className={styles.badge} data-status={status}>
      <Icon aria-hidden className={styles.icon} />
      {t(`app.status.${status}`)}
    </span>
  );
}
