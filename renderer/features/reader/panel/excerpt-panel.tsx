import { useVirtualizer } from '@tanstack/react-virtual';
import { TextQuote } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Excerpt } from '../../../../shared/model/excerpt.ts';
import { useAction } from '../../../api.ts';
import { describeFailure, useMessages } from '../../../app/i18n.tsx';
import { useToasts } from '../../../app/toasts.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import type { Reader } from '../state/use-reader.ts';
import { DetailsForm } from './details-form.tsx';
import { DraftForm } from './draft-form.tsx';
import { ExcerptCard } from './excerpt-card.tsx';
import styles from './panel.module.css';
import { QuoteWords } from './quote-words.tsx';
import { useExcerptActions } from './use-excerpt-actions.ts';

/** The pane beside the text: the form for a new excerpt, and the excerpts of this source in reading order. */
export function ExcerptPanel({ reader }: { reader: Reader }) {
  const { t } = useMessages();
  const { items, isLoading, error } = reader.excerpts;
  return (
    <aside className={styles.panel} aria-label={t('reader.excerpts')}>
      <header className={styles.panelHead}>
        <h2 className={styles.panelTitle}>{t('reader.excerpts')}</h2>
        {items.length > 0 && <span className={styles.count}>{items.length}</span>}
      </header>
      {reader.draft && <DraftForm key={draftKey(reader.draft)} reader={reader} draft={reader.draft} />}
      {error !== null && <p className={styles.failure}>{describeFailure(error, t)}</p>}
      {!isLoading && items.length === 0 && !reader.draft && (
        <EmptyState icon={TextQuote} title={t('reader.emptyTitle')} text={t('reader.emptyText')} />
      )}
      {items.length > 0 && <ExcerptList reader={reader} />}
    </aside>
  );
}

function draftKey({ range }: NonNullable<Reader['draft']>): string {
  return JSON.stringify(range);
}

/** Guess (CSS pixels) of the height of a card that is not drawn yet. */
const USUAL_HEIGHT = 160;

function ExcerptList({ reader }: { reader: Reader }) {
  const { t } = useMessages();
  const [editedId, setEditedId] = useState<string | null>(null);
  const actions = useExcerptActions(reader, setEditedId);
  const box = useRef<HTMLDivElement>(null);
  const { items, verifications } = reader.excerpts;
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: index => items[index]!.id,
    overscan: 4,
    gap: 8,
    paddingEnd: 24,
  });
  const chosen = items.findIndex(excerpt => excerpt.id === reader.chosenId);
  useEffect(() => {
    if (chosen >= 0) virtualizer.scrollToIndex(chosen, { align: 'auto' });
  }, [virtualizer, chosen]);
  return (
    <div ref={box} className={styles.list}>
      <ul
        className={styles.listInner}
        style={{ height: virtualizer.getTotalSize() }}
        aria-label={t('reader.excerptList')}
      >
        {virtualizer.getVirtualItems().map(row => {
          const excerpt = items[row.index]!;
          return (
            <li
              key={row.key}
              ref={virtualizer.measureElement}
              data-index={row.index}
              aria-setsize={items.length}
              aria-posinset={row.index + 1}
              className={styles.row}
              style={{ top: row.start }}
            >
              {editedId === excerpt.id ? (
                <EditForm excerpt={excerpt} isPaged={reader.isPaged} onEnd={() => setEditedId(null)} />
              ) : (
                <ExcerptCard
                  excerpt={excerpt}
                  verification={verifications.get(excerpt.id)}
                  isPaged={reader.isPaged}
                  isChosen={reader.chosenId === excerpt.id}
                  actions={actions}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function EditForm({ excerpt, isPaged, onEnd }: { excerpt: Excerpt; isPaged: boolean; onEnd(): void }) {
  const { t } = useMessages();
  const toasts = useToasts();
  const { id, note, language, translation, tags, marking } = excerpt;
  const details = { note, language, translation, tags, marking };
  const restore = useAction('excerpts.update');
  const update = useAction('excerpts.update', {
    onSuccess() {
      onEnd();
      const run = () => restore.mutate({ id, changes: details });
      toasts.show({ text: t('reader.edited'), action: { label: t('reader.undo'), run, isUndo: true } });
    },
  });
  return (
    <div className={styles.card} data-chosen>
      <DetailsForm
        label={t('reader.editExcerpt')}
        details={details}
        saveLabel={t('reader.save')}
        isSaving={update.isPending}
        onSave={changes => update.mutate({ id, changes })}
        onCancel={onEnd}
      >
        <QuoteWords exact={excerpt.exact} language={language} pages={isPaged ? excerpt : null} />
      </DetailsForm>
    </div>
  );
}
