import { Check, CircleAlert, LoaderCircle } from 'lucide-react';
import { useMessages } from '../../app/i18n.tsx';
import { Button } from '../../components/button.tsx';
import styles from './dossier-screen.module.css';
import { useDossierWork } from './state/dossier-work.tsx';
import { useSaveState } from './state/use-part-saver.ts';

/** Whether everything is saved, in one word; a failed save can be tried again here. */
export function SaveStateNote() {
  const { t } = useMessages();
  const { saving } = useDossierWork();
  const { saver } = saving;
  const state = useSaveState(saving);
  const isBad = state === 'failed' || state === 'conflict';
  const Icon = isBad ? CircleAlert : state === 'saved' ? Check : LoaderCircle;
  return (
    <span className={styles.save} data-state={state}>
      <Icon aria-hidden />
      <span role="status">{t(`dossier.save.${state}`)}</span>
      {state === 'failed' && (
        <Button variant="quiet" onPress={() => void saver.flushAll()}>
          {t('dossier.save.retry')}
        </Button>
      )}
    </span>
  );
}
