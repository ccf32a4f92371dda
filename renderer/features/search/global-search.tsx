import { useEffect, useRef, useState } from 'react';
import type { SearchHit } from '../../../shared/contract/search-calls.ts';
import { useMessages } from '../../app/i18n.tsx';
import { useNavigation } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import styles from './global-search.module.css';
import { routeOfHit } from './route-of-hit.ts';
import { SearchFiltersBar } from './search-filters.tsx';
import { SearchInput } from './search-input.tsx';
import { SearchNothing } from './search-nothing.tsx';
import { SearchResults } from './search-results.tsx';
import { useSearchBox } from './use-search-box.ts';

/** Hits of each kind in the panel under the field. */
const PER_KIND = 5;

/** The header's search over everything: answers as one types, in a panel under the field. */
export function GlobalSearch({ focusSignal }: { focusSignal: number }) {
  const { t } = useMessages();
  const { navigate, route } = useNavigation();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLElement>(null);
  const search = useSearchBox(text, PER_KIND, open);
  const isShown = isOpen && text.trim() !== '';
  useEffect(() => {
    if (focusSignal === 0) return;
    input.current?.focus();
    input.current?.select();
  }, [focusSignal]);

  function open(hit: SearchHit): void {
    setOpen(false);
    setText('');
    input.current?.blur();
    navigate(routeOfHit(hit));
  }
  function openAll(): void {
    setOpen(false);
    setText('');
    navigate({ screen: 'search', text });
  }

  if (route.screen === 'search') return null;
  return (
    <search
      ref={box}
      className={styles.search}
      onBlur={event => {
        // Lists of the filters open outside of the panel: the focus is then in an overlay, not gone elsewhere.
        const next = event.relatedTarget;
        const inOverlay = next instanceof Element && next.closest('[data-trigger]') !== null;
        if (next instanceof Node && !box.current?.contains(next) && !inOverlay) setOpen(false);
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape' || !isOpen) return;
        setOpen(false);
        input.current?.focus();
      }}
    >
      <SearchInput
        inputRef={input}
        text={text}
        onText={typed => {
          setText(typed);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        listId={search.listId}
        activeId={search.activeId}
        isOpen={isShown}
        hint="/"
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) openAll();
          else search.press(event);
        }}
      />
      {isShown && (
        <div className={styles.panel}>
          <div className={styles.filters}>
            <SearchFiltersBar />
          </div>
          <div className={styles.list}>
            <SearchNothing answer={search.answer} />
            <SearchResults
              id={search.listId}
              groups={search.answer.groups}
              active={search.active}
              onOpen={open}
              canShowMore={false}
            />
          </div>
          <div className={styles.foot}>
            <Button variant="quiet" onPress={openAll}>
              {t('library.search.all')}
            </Button>
            <span className={styles.keys}>{t('library.search.keys')}</span>
          </div>
        </div>
      )}
    </search>
  );
}
