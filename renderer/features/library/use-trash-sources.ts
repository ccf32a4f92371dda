import type { Source } from '../../../shared/model/source.ts';
import { call, reportFailure } from '../../api.ts';
import { useMessages } from '../../app/i18n.tsx';
import { useToasts } from '../../app/toasts.tsx';
import { titleOf } from './describe-source.ts';

/** Gives the action that moves sources to the trash, with its undo. */
export function useTrashSources(): (sources: readonly Source[]) => void {
  const { t } = useMessages();
  const toasts = useToasts();
  return sources => {
    const ids = sources.map(source => source.id);
    const [first] = sources;
    const undo = () => void call('sources.restore', { ids }).catch(reportFailure);
    call('sources.trash', { ids }).then(
      () =>
        toasts.show({
          text: t('library.trashed', { count: ids.length, title: first ? titleOf(first) : '' }),
          action: { label: t('app.undo'), run: undo, isUndo: true },
        }),
      reportFailure,
    );
  };
}
