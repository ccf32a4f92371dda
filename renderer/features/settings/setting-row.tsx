import type { ReactNode } from 'react';
import styles from './settings-screen.module.css';

/** One setting: what it is at the left, its control at the right. */
export function SettingRow(props: { title: string; text?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <h3 className={styles.title}>{props.title}</h3>
        {props.text && <p className={styles.text}>{props.text}</p>}
      </div>
      <div className={styles.control}>{props.children}</div>
    </div>
  );
}
