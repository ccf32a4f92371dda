import { describeFailure, useMessages } from '../../app/i18n.tsx';
import { isNarrowed, useSearchFilters } from './search-filters-store.ts';
import styles from './search-nothing.module.css';
import type { SearchAnswer } from './use-search.ts';

/** Says that nothing was found, or what went wrong; announces the count of hits. */
export function SearchNothing({ answer }: { answer: SearchAnswer }) {
  const { t } = useMessages();
  const narrowed = isNarrowed(useSearchFilters());
  const nothing = answer.text !== '' && !answer.isPending && answer.hits.length === 0;
  return (
    <>
      <p role="status" className="visuallyHidden">
        {answer.text && !answer.isPending ? t('library.search.count', { count: answer.hits.length }) : ''}
      </p>
      {answer.error !== null && (
        <p role="alert" className={styles.line}>
          {describeFailure(answer.error, t)}
        </p>
      )}
      {nothing && answer.error === null && (
        <p className={styles.line}>
          {t(narrowed ? 'library.search.noneNarrowed' : 'library.search.none', { text: answer.text })}
        </p>
      )}
    </>
  );
}
