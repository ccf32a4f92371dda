import { useMemo, useRef } from 'react';
import { useAction } from '../../../api.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { useToasts } from '../../../app/toasts.tsx';
import { copyText } from '../selection/copy-text.ts';
import { type Reader, rangeOfExcerpt } from '../state/use-reader.ts';
import type { ExcerptActions } from './excerpt-card.tsx';

/** The actions of the list's excerpts; `edit` is told apart because the list shows its form. */
export function useExcerptActions(reader: Reader, edit: (id: string) => void): ExcerptActions {
  const { t } = useMessages();
  const toasts = useToasts();
  const trash = useAction('excerpts.trash');
  const restore = useAction('excerpts.restore');
  const reanchor = useAction('excerpts.reanchor', {
    onSuccess: excerpt => {
      toasts.show({ text: t('reader.reanchored'), tone: 'good' });
      reader.jumpToExcerpt(excerpt);
    },
  });
  const now = { reader, t, toasts, trash, restore, reanchor, edit };
  const latest = useRef(now);
  latest.current = now;
  return useMemo<ExcerptActions>(
    () => ({
      jump(excerpt) {
        const { reader } = latest.current;
        const found = reader.excerpts.verifications.get(excerpt.id)?.segments;
        reader.choose(excerpt.id);
        reader.jump(rangeOfExcerpt(found && found.length > 0 ? { segments: found } : excerpt));
      },
      edit: ({ id }) => latest.current.edit(id),
      trash({ id }) {
        const { trash, restore, toasts, t } = latest.current;
        const undo = () => restore.mutate({ ids: [id] });
        trash.mutate(
          { ids: [id] },
          {
            onSuccess: () =>
              toasts.show({
                text: t('reader.trashed'),
                action: { label: t('reader.undo'), run: undo, isUndo: true },
              }),
          },
        );
      },
      copy({ exact, citation }) {
        const { t, toasts } = latest.current;
        copyText(t('reader.cited', { words: exact, citation })).then(
          () => toasts.show({ text: t('reader.copied'), tone: 'good' }),
          () => toasts.show({ text: t('reader.copyFailed'), tone: 'bad' }),
        );
      },
      reanchor: ({ id }) => latest.current.reanchor.mutate({ id }),
    }),
    [],
  );
}
