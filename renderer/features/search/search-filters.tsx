import { useCall } from '../../api.ts';
import { useMessages } from '../../app/i18n.tsx';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/select.tsx';
import styles from './search-filters.module.css';
import {
  hitKinds,
  isNarrowed,
  noFilters,
  setSearchFilters,
  useSearchFilters,
} from './search-filters-store.ts';
import { YearField } from './year-field.tsx';

const ANY = '';

/** Narrows the search by kind, tag, language and years. */
export function SearchFiltersBar() {
  const { t } = useMessages();
  const filters = useSearchFilters();
  const tags = useCall('tags.list', {}).data?.items ?? [];
  return (
    <div className={styles.filters}>
      <Select
        label={t('library.search.kind')}
        isLabelHidden
        value={filters.kind ?? ANY}
        onChange={kind => setSearchFilters({ kind: kind === ANY ? null : kind })}
        options={[
          { id: ANY, label: t('library.search.anyKind') },
          ...hitKinds.map(kind => ({ id: kind, label: t(`library.search.kind.${kind}`) })),
        ]}
      />
      <Select
        label={t('library.filterTag')}
        isLabelHidden
        value={filters.tag ?? ANY}
        onChange={tag => setSearchFilters({ tag: tag || null })}
        options={[
          { id: ANY, label: t('library.allTags') },
          ...tags.map(({ name }) => ({ id: name, label: name })),
        ]}
      />
      <Select
        label={t('library.field.language')}
        isLabelHidden
        value={filters.language ?? ANY}
        onChange={language => setSearchFilters({ language: language === ANY ? null : language })}
        options={[
          { id: ANY, label: t('library.search.anyLanguage') },
          { id: 'es', label: t('app.language.es') },
          { id: 'en', label: t('app.language.en') },
        ]}
      />
      <YearField
        label={t('library.search.fromYear')}
        value={filters.fromYear}
        onChange={fromYear => setSearchFilters({ fromYear })}
      />
      <YearField
        label={t('library.search.toYear')}
        value={filters.toYear}
        onChange={toYear => setSearchFilters({ toYear })}
      />
      {isNarrowed(filters) && (
        <Button variant="quiet" onPress={() => setSearchFilters(noFilters)}>
          {t('library.search.clearFilters')}
        </Button>
      )}
    </div>
  );
}
