import { FileText, ListTree, type LucideIcon, Quote, ScrollText } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { SearchHit } from '../../../shared/contract/search-calls.ts';
import { type Translate, useMessages } from '../../app/i18n.tsx';
import { Button } from '../../components/button.tsx';
import type { HitKind } from './search-filters-store.ts';
import styles from './search-results.module.css';
import type { HitGroup } from './use-search.ts';

const icons: Record<HitKind, LucideIcon> = {
  source: FileText,
  page: ScrollText,
  excerpt: Quote,
  section: ListTree,
};

interface Props {
  /** Id of the list, for the field that moves through it. */
  id: string;
  groups: readonly HitGroup[];
  active: SearchHit | null;
  onOpen(hit: SearchHit): void;
  /** Whether groups offer to show more of themselves. */
  canShowMore: boolean;
}

/** The hits grouped by kind; the field that owns them keeps the focus. */
export function SearchResults({ id, groups, active, onOpen, canShowMore }: Props) {
  const { t } = useMessages();
  return (
    <div className={styles.results}>
      <div id={id} role="listbox" aria-label={t('library.search.results')}>
        {groups.map(group => (
          <HitGroupList key={group.kind} listId={id} group={group} active={active} onOpen={onOpen} />
        ))}
      </div>
      {canShowMore &&
        groups
          .filter(group => group.hasMore)
          .map(group => (
            <Button key={group.kind} variant="quiet" onPress={group.showMore}>
              {t(`library.search.more.${group.kind}`)}
            </Button>
          ))}
    </div>
  );
}

interface GroupProps {
  listId: string;
  group: HitGroup;
  active: SearchHit | null;
  onOpen(hit: SearchHit): void;
}

function HitGroupList({ listId, group, active, onOpen }: GroupProps) {
  const { t } = useMessages();
  const headId = `${listId}-${group.kind}`;
  return (
    <fieldset aria-labelledby={headId} className={styles.group}>
      <h3 id={headId} role="presentation" className={styles.head}>
        {t(`library.search.kind.${group.kind}`)}
      </h3>
      {group.hits.map(hit => (
        <HitLine
          key={hit.id + (hit.place ? `${hit.place.page}-${hit.place.offset}` : '')}
          hit={hit}
          id={hitElementId(listId, hit)}
          isActive={hit === active}
          onOpen={onOpen}
        />
      ))}
    </fieldset>
  );
}

/** The id of a hit's element in a list. */
export function hitElementId(listId: string, hit: SearchHit): string {
  return `${listId}-${hit.kind}-${hit.id}-${hit.place?.page ?? ''}-${hit.place?.offset ?? ''}`;
}

interface LineProps {
  hit: SearchHit;
  id: string;
  isActive: boolean;
  onOpen(hit: SearchHit): void;
}

function HitLine({ hit, id, isActive, onOpen }: LineProps) {
  const { t } = useMessages();
  const Icon = icons[hit.kind];
  // What was found in a title need not be said twice.
  const isTitle = hit.snippet.map(part => part.text).join('') === hit.title;
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // The focus stays in the field, whose keys move and open; the pointer only presses.
    <div
      ref={line}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={styles.hit}
      onPointerDown={event => event.preventDefault()}
      onClick={() => onOpen(hit)}
      onKeyDown={event => {
        if (event.key === 'Enter') onOpen(hit);
      }}
    >
      <Icon aria-hidden />
      <div className={styles.words}>
        <div className={styles.first}>
          <span className={styles.title}>{isTitle ? <Snippet parts={hit.snippet} /> : hit.title}</span>
          {hit.place && <span className={styles.place}>{writePlace(hit.place, t)}</span>}
        </div>
        {hit.snippet.length > 0 && !isTitle && (
          <p className={styles.snippet}>
            <Snippet parts={hit.snippet} />
          </p>
        )}
      </div>
    </div>
  );
}

function Snippet({ parts }: { parts: SearchHit['snippet'] }) {
  return parts.map((part, index) => {
    const key = `${index}-${part.text}`;
    return part.hit ? <mark key={key}>{part.text}</mark> : <span key={key}>{part.text}</span>;
  });
}

/** The printed page where there is one, else the physical. */
function writePlace(place: NonNullable<SearchHit['place']>, t: Translate): string {
  if (place.label) return t('app.labelledPage', { label: place.label });
  return t('app.physicalPage', { page: place.page + 1 });
}
