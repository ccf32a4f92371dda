import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** See {@link EmptyState}. */
export interface EmptyStateProps {
  icon?: LucideIcon;
  title: string;
  /** What this place is for and how to begin. */
  text: ReactNode;
  /** The button that begins. */
  action?: ReactNode;
}

/** What an empty place says: what it is for, and how to begin. */
export function EmptyState({ icon: Icon, title, text, action }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      {Icon && <Icon aria-hidden className={styles.icon} />}
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{text}</p>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
