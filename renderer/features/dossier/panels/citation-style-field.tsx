import { FileText } from 'lucide-react';
import { useState } from 'react';
import type { CallError } from '../../../../shared/contract/result.ts';
import { CallFailure, call, reportFailure, useCall } from '../../../api.ts';
import { useChooseFile } from '../../../app/choose-file.tsx';
import { describeFailure, useMessages } from '../../../app/i18n.tsx';
import { Button } from '../../../components/button.tsx';
import { Select } from '../../../components/select.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import styles from './details-panel.module.css';
import { useDetails } from './use-details.ts';

/** Stands for no style of the library in the list of choices. */
const HOUSE = 'house';

/** How the dossier cites: in the house style, or in one that the user brings from a file. */
export function CitationStyleField() {
  const { t } = useMessages();
  const { dossier } = useDossierWork();
  const { change } = useDetails();
  const kept = useCall('styles.list', {}).data?.items ?? [];
  const { refused, isAdding, add } = useAddStyle(id => change({ citationStyleId: id }));
  return (
    <>
      <Select
        label={t('dossier.details.citationStyle')}
        options={[
          { id: HOUSE, label: t('dossier.details.houseStyle') },
          ...kept.map(({ id, title }) => ({ id, label: title })),
        ]}
        value={dossier.citationStyleId ?? HOUSE}
        onChange={id => change({ citationStyleId: id === HOUSE ? null : id })}
      />
      <Button icon={FileText} isDisabled={isAdding} onPress={() => void add()}>
        {t('dossier.details.addStyle')}
      </Button>
      <p className={styles.note} role="status">
        {isAdding ? t('dossier.details.addingStyle') : ''}
      </p>
      {refused && (
        <p className={styles.refused} role="alert">
          {refused}
        </p>
      )}
    </>
  );
}

/** Adding a style from a file; one that is refused says why beside the button, until the next attempt. */
function useAddStyle(onAdded: (id: string) => void) {
  const { t } = useMessages();
  const { chooseOpen } = useChooseFile();
  const [refused, setRefused] = useState<string | null>(null);
  const [isAdding, setIsAdding] = useState(false);
  const add = async () => {
    const [file] = (await chooseOpen({ purpose: 'style' })) ?? [];
    if (!file) return;
    setRefused(null);
    setIsAdding(true);
    try {
      onAdded((await call('styles.add', { file: file.file })).id);
    } catch (error) {
      if (error instanceof CallFailure && isOfFile(error)) setRefused(describeFailure(error, t));
      else reportFailure(error);
    } finally {
      setIsAdding(false);
    }
  };
  return { refused, isAdding, add };
}

function isOfFile({ code }: Pick<CallError, 'code'>): boolean {
  return ['styleBroken', 'styleDependent', 'tooLarge', 'empty', 'unreadable'].includes(code);
}
