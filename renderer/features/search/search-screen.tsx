import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { SearchHit } from '../../../shared/contract/search-calls.ts';
import { useCommands } from '../../app/commands.tsx';
import { useMessages } from '../../app/i18n.tsx';
import { useNavigation } from '../../app/navigation.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ScreenTitle } from '../../components/screen-title.tsx';
import { routeOfHit } from './route-of-hit.ts';
import { SearchFiltersBar } from './search-filters.tsx';
import { useSearchFilters } from './search-filters-store.ts';
import { SearchInput } from './search-input.tsx';
import { SearchNothing } from './search-nothing.tsx';
import { SearchResults } from './search-results.tsx';
import styles from './search-screen.module.css';
import { useSearchBox } from './use-search-box.ts';

/** Hits of a kind at first: few while all kinds share the screen, many when one has it alone. */
const PER_KIND = 10;
const ONE_KIND = 50;

/** The search with all its results, group by group. */
export function SearchScreen({ text: startText }: { text: string }) {
  const { t } = useMessages();
  const { navigate } = useNavigation();
  const [text, setText] = useState(startText);
  const filters = useSearchFilters();
  const input = useRef<HTMLInputElement>(null);
  const remember = (hit: SearchHit) => {
    // So that the way back comes to the same words.
    navigate({ screen: 'search', text }, { replace: true });
    navigate(routeOfHit(hit));
  };
  const search = useSearchBox(text, filters.kind === null ? PER_KIND : ONE_KIND, remember);
  useEffect(() => input.current?.focus(), []);
  useCommands([
    {
      id: 'search.open',
      titleKey: 'app.command.search',
      shortcut: ['Mod+F', '/'],
      run: () => input.current?.focus(),
    },
  ]);
  return (
    <div className={styles.screen}>
      <ScreenTitle title={t('library.search.title')} />
      <div className={styles.ask}>
        <SearchInput
          inputRef={input}
          text={text}
          onText={setText}
          listId={search.listId}
          activeId={search.activeId}
          isOpen={search.answer.hits.length > 0}
          onKeyDown={search.press}
          isLarge
        />
        <SearchFiltersBar />
      </div>
      <div className={styles.results}>
        {text.trim() === '' ? (
          <EmptyState icon={Search} title={t('library.search.empty')} text={t('library.search.emptyText')} />
        ) : (
          <>
            <SearchNothing answer={search.answer} />
            <SearchResults
              id={search.listId}
              groups={search.answer.groups}
              active={search.active}
              onOpen={remember}
              canShowMore
            />
          </>
        )}
      </div>
    </div>
  );
}
