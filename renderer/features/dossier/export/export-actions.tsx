import { ExternalLink, FolderOpen } from 'lucide-react';
import { useAction } from '../../../api.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { Button } from '../../../components/button.tsx';
import type { Exporting } from './use-export.ts';

interface ExportActionsProps {
  exporting: Exporting;
  onClose: () => void;
  onReview: () => void;
}

/** The buttons at the foot of the export dialog, by its step. */
export function ExportActions({ exporting, onClose, onReview }: ExportActionsProps) {
  const { t } = useMessages();
  const { state, proceed } = exporting;
  const open = useAction('shell.openFile');
  const show = useAction('shell.showFile');
  if (state.step === 'asking') {
    return (
      <>
        <Button onPress={proceed}>{t('dossier.export.anyway')}</Button>
        <Button variant="primary" onPress={onReview}>
          {t('dossier.export.review')}
        </Button>
      </>
    );
  }
  if (state.step === 'done') {
    const file = state.result.files[0]?.file ?? '';
    return (
      <>
        <Button icon={FolderOpen} onPress={() => show.mutate({ file })}>
          {t('dossier.export.show')}
        </Button>
        <Button variant="primary" icon={ExternalLink} onPress={() => open.mutate({ file })}>
          {t('dossier.export.open')}
        </Button>
      </>
    );
  }
  const canRetry = state.step === 'failed' || state.step === 'cancelled';
  return (
    <>
      {canRetry && <Button onPress={proceed}>{t('dossier.export.again')}</Button>}
      <Button onPress={onClose}>{t('app.close')}</Button>
    </>
  );
}
