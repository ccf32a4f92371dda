import type { ReactNode } from 'react';
import styles from './screen-title.module.css';

/** The head of a screen: its title, a line beside it, and its actions at the right. */
export function ScreenTitle(props: { title: string; detail?: ReactNode; children?: ReactNode }) {
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <h1 className={styles.title}>{props.title}</h1>
        {props.detail && <p className={styles.detail}>{props.detail}</p>}
      </div>
      <div className={styles.actions}>{props.children}</div>
    </header>
  );
}
