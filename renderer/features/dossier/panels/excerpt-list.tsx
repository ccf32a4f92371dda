import { useVirtualizer } from '@tanstack/react-virtual';
import { type DragEvent, type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { findLevel } from '../../../../shared/model/compare-markings.ts';
import type { Excerpt } from '../../../../shared/model/excerpt.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { StatusBadge } from '../../../components/status-badge.tsx';
import { excerptTransferType } from '../editor/excerpt-commands.ts';
import { MarkingPill } from '../marking-pill.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import { usePartReferences } from '../state/use-part-references.ts';
import styles from './excerpts-panel.module.css';

/** See {@link ExcerptList}. */
export interface ExcerptListProps {
  excerpts: readonly Excerpt[];
  chosen: string | null;
  onChoose: (id: string) => void;
  onInsert: (id: string) => void;
  onNearEnd: () => void;
}

/** Excerpts in a list of one tab stop: arrows choose, Enter inserts, the mouse drags; only those in sight are drawn. */
export function ExcerptList({ excerpts, chosen, onChoose, onInsert, onNearEnd }: ExcerptListProps) {
  const { t } = useMessages();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const used = useUsedExcerpts();
  const rows = useVirtualizer({
    count: excerpts.length,
    getScrollElement: () => box.current,
    estimateSize: () => 132,
    getItemKey: index => excerpts[index]?.id ?? index,
    overscan: 4,
  });
  const items = rows.getVirtualItems();
  const isNearEnd = (items.at(-1)?.index ?? 0) >= excerpts.length - 5;
  useEffect(() => {
    if (isNearEnd) onNearEnd();
  }, [isNearEnd, onNearEnd]);

  const index = excerpts.findIndex(excerpt => excerpt.id === chosen);
  const choose = (to: number) => {
    const at = Math.max(0, Math.min(excerpts.length - 1, to));
    const excerpt = excerpts[at];
    if (!excerpt) return;
    onChoose(excerpt.id);
    rows.scrollToIndex(at);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const run: Record<string, () => void> = {
      ArrowDown: () => choose(index + 1),
      ArrowUp: () => choose(index - 1),
      Home: () => choose(0),
      End: () => choose(excerpts.length - 1),
      Enter: () => chosen && onInsert(chosen),
    };
    // After a click an option has the keyboard: its keys pass here once more on their way up.
    if (!run[event.key] || event.defaultPrevented) return;
    event.preventDefault();
    run[event.key]?.();
  };
  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label={t('dossier.excerpts.list')}
      aria-activedescendant={index >= 0 ? `${id}-${chosen}` : undefined}
      className={styles.list}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (index < 0) choose(0);
      }}
    >
      <div role="presentation" className={styles.rows} style={{ height: rows.getTotalSize() }}>
        {items.map(item => {
          const excerpt = excerpts[item.index];
          if (!excerpt) return null;
          return (
            // The keys of an option are heard by its list, which holds the keyboard.
            <div
              key={item.key}
              id={`${id}-${excerpt.id}`}
              ref={rows.measureElement}
              data-index={item.index}
              role="option"
              tabIndex={-1}
              aria-selected={excerpt.id === chosen}
              aria-posinset={item.index + 1}
              aria-setsize={excerpts.length}
              className={styles.row}
              style={{ transform: `translateY(${item.start}px)` }}
              draggable
              onDragStart={event => startDrag(event, excerpt)}
              onClick={() => onChoose(excerpt.id)}
              onKeyDown={onKeyDown}
              onDoubleClick={() => onInsert(excerpt.id)}
            >
              <ExcerptSummary excerpt={excerpt} isUsed={used.has(excerpt.id)} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function startDrag(event: DragEvent, excerpt: Excerpt): void {
  event.dataTransfer.setData(excerptTransferType, excerpt.id);
  event.dataTransfer.setData('text/plain', `«${excerpt.exact}» ${excerpt.citation}`);
  event.dataTransfer.effectAllowed = 'copy';
}

function ExcerptSummary({ excerpt, isUsed }: { excerpt: Excerpt; isUsed: boolean }) {
  const { t } = useMessages();
  const { schemes, quotes } = useDossierWork();
  return (
    <>
      <p className={styles.words} lang={excerpt.language ?? undefined}>
        {excerpt.exact}
      </p>
      <p className={styles.facts}>
        <StatusBadge status={quotes.statusOf(excerpt.id) ?? excerpt.status} />
        <span>{excerpt.citation}</span>
        <MarkingPill level={findLevel(schemes, excerpt.marking)} isShort />
        {isUsed && <span className={styles.used}>{t('dossier.excerpts.used')}</span>}
      </p>
      {excerpt.tags.length > 0 && <p className={styles.rowTags}>{excerpt.tags.join(' · ')}</p>}
    </>
  );
}

function useUsedExcerpts(): ReadonlySet<string> {
  const references = usePartReferences();
  return new Set([...references.values()].flatMap(part => part.excerptIds));
}
