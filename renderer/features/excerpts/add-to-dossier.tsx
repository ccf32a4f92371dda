import { useState } from 'react';
import type { Dossier } from '../../../shared/model/dossier.ts';
import { generatedPartKinds } from '../../../shared/model/part-kinds.ts';
import { call, useCall } from '../../api.ts';
import { describeFailure, useMessages } from '../../app/i18n.tsx';
import { useNavigation } from '../../app/navigation.tsx';
import { useToasts } from '../../app/toasts.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select } from '../../components/select.tsx';
import { appendExcerpts } from './append-excerpts.ts';

interface Props {
  excerptIds: readonly string[];
  onClose(): void;
}

/** Puts excerpts at the end of a dossier's part: what dragging does, by keyboard. */
export function AddToDossier({ excerptIds, onClose }: Props) {
  const { t } = useMessages();
  const [dossierId, setDossierId] = useState<string | null>(null);
  const [sectionId, setSectionId] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const dossiers = useCall('dossiers.list', {}).data?.items ?? [];
  const dossier = useDossier(dossierId);
  const parts = (dossier?.sections ?? []).filter(section => !generatedPartKinds.includes(section.kind));
  const add = useAdd(excerptIds, onClose, setFailure);
  return (
    <Dialog
      title={t('library.addToDossierTitle')}
      isOpen
      size="small"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={!dossier || !sectionId}
            onPress={() => dossier && sectionId && add(dossier, sectionId)}
          >
            {t('library.add')}
          </Button>
        </>
      }
    >
      {dossiers.length === 0 && <p>{t('library.noDossiers')}</p>}
      <Select
        label={t('library.kind.dossier')}
        value={dossierId}
        onChange={id => {
          setDossierId(id);
          setSectionId(null);
        }}
        options={dossiers.map(item => ({ id: item.id, label: item.title }))}
        isDisabled={dossiers.length === 0}
      />
      <Select
        label={t('library.kind.section')}
        value={sectionId}
        onChange={setSectionId}
        options={parts.map(part => ({ id: part.id, label: part.title }))}
        isDisabled={parts.length === 0}
      />
      {failure !== null && <p role="alert">{describeFailure(failure, t)}</p>}
    </Dialog>
  );
}

function useDossier(id: string | null): Dossier | null {
  return useCall('dossiers.get', { id: id ?? '' }, { enabled: id !== null }).data ?? null;
}

function useAdd(
  excerptIds: readonly string[],
  onDone: () => void,
  onFailure: (error: unknown) => void,
): (dossier: Dossier, sectionId: string) => void {
  const { t } = useMessages();
  const { navigate } = useNavigation();
  const toasts = useToasts();
  return (dossier, sectionId) => {
    addExcerpts(dossier.id, sectionId, excerptIds).then(title => {
      onDone();
      toasts.show({
        text: t('library.addedToDossier', { count: excerptIds.length, part: title }),
        tone: 'good',
        action: {
          label: t('library.openDossier'),
          run: () => navigate({ screen: 'dossier', dossierId: dossier.id, sectionId }),
        },
      });
    }, onFailure);
  };
}

/** Reads the part anew before it is written, so that nothing saved meanwhile is lost; gives the part's title. */
async function addExcerpts(
  dossierId: string,
  sectionId: string,
  excerptIds: readonly string[],
): Promise<string> {
  const { sections } = await call('dossiers.get', { id: dossierId });
  const section = sections.find(candidate => candidate.id === sectionId);
  if (!section) return '';
  const text = appendExcerpts(section.text, excerptIds);
  await call('sections.update', { id: section.id, revision: section.revision, changes: { text } });
  return section.title;
}
