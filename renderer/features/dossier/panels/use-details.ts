import type { DossierDetails, Meeting } from '../../../../shared/model/dossier.ts';
import { useAction } from '../../../api.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { useToasts } from '../../../app/toasts.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';

/** Changing a dossier's details. */
export interface DetailsChange {
  change(changes: Partial<DossierDetails>): void;
  changeMeeting(changes: Partial<Meeting>): void;
}

/** Changing a dossier's details at once, with a way back. */
export function useDetails(): DetailsChange {
  const { t } = useMessages();
  const toasts = useToasts();
  const { dossier } = useDossierWork();
  const update = useAction('dossiers.update');
  const change = (changes: Partial<DossierDetails>) => {
    const before = pickBefore(dossier, changes);
    const undo = () => update.mutate({ id: dossier.id, changes: before });
    update.mutate(
      { id: dossier.id, changes },
      {
        onSuccess: () =>
          toasts.show({
            text: t('dossier.details.kept'),
            action: { label: t('dossier.undo'), run: undo, isUndo: true },
          }),
      },
    );
  };
  return {
    change,
    changeMeeting: changes => change({ meeting: { ...dossier.meeting, ...changes } }),
  };
}

function pickBefore(dossier: DossierDetails, changes: Partial<DossierDetails>): Partial<DossierDetails> {
  const keys = Object.keys(changes) as (keyof DossierDetails)[];
  return Object.fromEntries(keys.map(key => [key, dossier[key]]));
}
