import { useMessages } from '../../../app/i18n.tsx';
import { writeExcerptPages } from '../view/page-name.ts';
import styles from './panel.module.css';

/** See {@link QuoteWords}. */
export interface QuoteWordsProps {
  exact: string;
  language: string | null;
  /** Null for sources without pages. */
  pages: { firstPage: number; lastPage: number; firstLabel: string | null; lastLabel: string | null } | null;
}

/** Long words scroll, and what scrolls must be reachable by keyboard (WCAG 2.1.1). */
const SCROLLABLE = { tabIndex: 0 };

/** The exact words of an excerpt and its pages. */
export function QuoteWords({ exact, language, pages }: QuoteWordsProps) {
  const { t } = useMessages();
  return (
    <figure className={styles.quote}>
      <blockquote className={styles.words} lang={language ?? undefined} {...SCROLLABLE}>
        {exact}
      </blockquote>
      {pages && <figcaption className={styles.pages}>{writeExcerptPages(t, pages)}</figcaption>}
    </figure>
  );
}
