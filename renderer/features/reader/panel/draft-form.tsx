import type { ExcerptDetails } from '../../../../shared/model/excerpt.ts';
import { useAction } from '../../../api.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { useToasts } from '../../../app/toasts.tsx';
import type { QuotedPassage } from '../selection/quote-passage.ts';
import type { Reader } from '../state/use-reader.ts';
import { DetailsForm } from './details-form.tsx';
import styles from './panel.module.css';
import { QuoteWords } from './quote-words.tsx';

/** The form that keeps a selected passage as a new excerpt. */
export function DraftForm({ reader, draft }: { reader: Reader; draft: QuotedPassage }) {
  const { t } = useMessages();
  const toasts = useToasts();
  const trash = useAction('excerpts.trash');
  const create = useAction('excerpts.create', {
    onSuccess(excerpt) {
      leave();
      reader.select(null);
      reader.choose(excerpt.id);
      const undo = () => trash.mutate({ ids: [excerpt.id] });
      toasts.show({
        text: t('reader.kept'),
        tone: 'good',
        action: { label: t('reader.undo'), run: undo, isUndo: true },
      });
    },
  });
  const leave = () => {
    reader.setDraft(null);
    reader.scroller.current?.focus({ preventScroll: true });
  };
  const save = (details: ExcerptDetails) =>
    create.mutate({ sourceId: reader.source.id, ...draft.range, details });
  const { source } = reader;
  return (
    <section className={styles.draft}>
      <h3 className={styles.draftTitle}>{t('reader.newExcerpt')}</h3>
      <DetailsForm
        label={t('reader.newExcerpt')}
        details={{ note: '', language: source.language, translation: '', tags: [], marking: source.marking }}
        saveLabel={t('reader.save')}
        isSaving={create.isPending}
        onSave={save}
        onCancel={leave}
      >
        <QuoteWords exact={draft.exact} language={source.language} pages={reader.isPaged ? draft : null} />
      </DetailsForm>
    </section>
  );
}
