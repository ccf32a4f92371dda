import type { ReactNode } from 'react';
import { useMessages } from '../../../app/i18n.tsx';
import { Button } from '../../../components/button.tsx';
import styles from './export.module.css';
import { countFiles, type ExportWish, findProblem } from './plan-export.ts';
import type { Exporting } from './use-export.ts';

interface ExportActionsProps {
  exporting: Exporting;
  wish: ExportWish;
  onClose: () => void;
  onReview: () => void;
}

/** The buttons at the foot of the export window, by its step. */
export function ExportActions({ exporting, wish, onClose, onReview }: ExportActionsProps): ReactNode {
  const { t } = useMessages();
  const { state, start, proceed, back, cancel } = exporting;
  switch (state.step) {
    case 'asking':
      return <StartActions wish={wish} onClose={onClose} onStart={() => start(wish)} />;
    case 'notExact':
      return (
        <>
          <Button onPress={back}>{t('outputs.back')}</Button>
          <Button onPress={() => proceed(wish)}>{t('dossier.export.anyway')}</Button>
          <Button variant="primary" onPress={onReview}>
            {t('dossier.export.review')}
          </Button>
        </>
      );
    case 'running':
      return <Button onPress={cancel}>{t('dossier.export.cancel')}</Button>;
    case 'done':
      return (
        <>
          <Button onPress={back}>{t('outputs.more')}</Button>
          <Button variant="primary" onPress={onClose}>
            {t('app.close')}
          </Button>
        </>
      );
    default:
      return (
        <>
          <Button onPress={onClose}>{t('app.close')}</Button>
          <Button variant="primary" onPress={back}>
            {t('outputs.back')}
          </Button>
        </>
      );
  }
}

function StartActions(props: { wish: ExportWish; onClose: () => void; onStart: () => void }) {
  const { t } = useMessages();
  const problem = findProblem(props.wish);
  const count = countFiles(props.wish.preset);
  return (
    <>
      <p className={styles.problem} aria-live="polite">
        {problem ? t(`outputs.problem.${problem}`, { most: 500 }) : t('outputs.fileCount', { count })}
      </p>
      <Button onPress={props.onClose}>{t('app.cancel')}</Button>
      <Button variant="primary" isDisabled={problem !== null} onPress={props.onStart}>
        {t('outputs.start')}
      </Button>
    </>
  );
}
