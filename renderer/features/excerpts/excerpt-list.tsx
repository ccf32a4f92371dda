import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { Excerpt } from '../../../shared/model/excerpt.ts';
import { useMessages } from '../../app/i18n.tsx';
import { useKeptState } from '../../app/kept-state.tsx';
import { ExcerptCard } from './excerpt-card.tsx';
import styles from './excerpt-list.module.css';

interface Props {
  excerpts: readonly Excerpt[];
  /** Asks for the dialog that puts an excerpt into a dossier. */
  onAdd(id: string): void;
  /** The end of what is loaded came in sight. */
  onEnd(): void;
}

/** First guess of a card's height, CSS pixels; each is measured once it is drawn. */
const CARD_HEIGHT = 132;

/** Excerpts one below another; only those in sight are drawn. */
export function ExcerptList({ excerpts, onAdd, onEnd }: Props) {
  const { t } = useMessages();
  const scroll = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useKeptState('excerpts.opened', '');
  const [cameFrom] = useState(opened);
  const rows = useVirtualizer({
    count: excerpts.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => CARD_HEIGHT,
    getItemKey: index => excerpts[index]?.id ?? index,
    overscan: 6,
  });
  const drawn = rows.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (excerpts.length > 0 && last >= excerpts.length - 10) onEnd();
  }, [last, excerpts.length, onEnd]);
  const start = excerpts.findIndex(excerpt => excerpt.id === cameFrom);
  useEffect(() => {
    if (start >= 0) rows.scrollToIndex(start, { align: 'center' });
  }, [start, rows]);
  return (
    <div ref={scroll} className={styles.scroll}>
      <ul
        className={styles.list}
        aria-label={t('library.excerpts')}
        style={{
          paddingTop: drawn[0]?.start ?? 0,
          paddingBottom: rows.getTotalSize() - (drawn.at(-1)?.end ?? 0),
        }}
      >
        {drawn.map(row => {
          const excerpt = excerpts[row.index];
          if (!excerpt) return null;
          return (
            <li
              key={row.key}
              ref={rows.measureElement}
              data-index={row.index}
              aria-posinset={row.index + 1}
              aria-setsize={excerpts.length}
            >
              <ExcerptCard
                excerpt={excerpt}
                isLatest={excerpt.id === opened}
                onOpened={setOpened}
                onAdd={onAdd}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
