import type { Section } from '../../../../shared/model/dossier.ts';
import { useAction } from '../../../api.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { useToasts } from '../../../app/toasts.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import { placeAfterMove } from './move-part.ts';

/** What can be done with the parts of the outline. */
export interface OutlineActions {
  moveBy(section: Section, by: number): void;
  /** Moves a part behind another one (null: to the front). */
  moveTo(id: string, after: string | null): void;
  rename(section: Section, title: string): void;
  setIncluded(section: Section, included: boolean): void;
  trash(section: Section): void;
}

/** What can be done with the parts of the outline; throwing away can be undone, moving is announced to screen readers. */
export function useOutlineActions(announce: (text: string) => void): OutlineActions {
  const { t } = useMessages();
  const toasts = useToasts();
  const { dossier, part, selectPart, saving } = useDossierWork();
  const move = useAction('sections.move');
  const trash = useAction('sections.trash');
  const restore = useAction('sections.restore');
  const ids = dossier.sections.map(section => section.id);
  const { saver } = saving;

  return {
    moveBy(section, by) {
      const after = placeAfterMove(ids, section.id, by);
      if (after === undefined) return;
      const position = ids.indexOf(section.id) + by + 1;
      const text = t('dossier.outline.moved', { title: section.title, position, total: ids.length });
      move.mutate({ id: section.id, after }, { onSuccess: () => announce(text) });
    },
    moveTo: (id, after) => move.mutate({ id, after }),
    rename(section, title) {
      if (title && title !== section.title) void saver.change(section.id, { title }, 'now');
    },
    setIncluded: (section, included) => void saver.change(section.id, { included }, 'now'),
    async trash(section) {
      await saver.flush(section.id);
      const index = ids.indexOf(section.id);
      const neighbour = ids[index + 1] ?? ids[index - 1];
      if (section.id === part?.id && neighbour) selectPart(neighbour);
      const undo = () => restore.mutate({ id: section.id }, { onSuccess: () => selectPart(section.id) });
      trash.mutate(
        { id: section.id },
        {
          onSuccess: () =>
            toasts.show({
              text: t('dossier.outline.trashed', { title: section.title }),
              action: { label: t('dossier.undo'), run: undo, isUndo: true },
            }),
        },
      );
    },
  };
}
