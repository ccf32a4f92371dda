import { useMessages } from '../../../app/i18n.tsx';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ExportActions } from './export-actions.tsx';
import { ExportBody } from './export-body.tsx';
import { useExport } from './use-export.ts';

/** Exports the dossier to a PDF, step by step; `onReview` is chosen when quotes are to be looked at first. */
export function ExportDialog({ onClose, onReview }: { onClose: () => void; onReview: () => void }) {
  const { t } = useMessages();
  const exporting = useExport(onClose);
  const { state } = exporting;
  const review = () => {
    onClose();
    onReview();
  };
  // While a file is chosen only the file dialog is shown.
  if (state.step === 'choosing') return null;
  const isRunning = state.step === 'running';
  return (
    <Dialog
      title={t('dossier.export.title')}
      isOpen
      isStrict
      onClose={isRunning ? exporting.cancel : onClose}
      actions={
        isRunning ? (
          <Button onPress={exporting.cancel}>{t('dossier.export.cancel')}</Button>
        ) : (
          <ExportActions exporting={exporting} onClose={onClose} onReview={review} />
        )
      }
    >
      <ExportBody state={state} />
    </Dialog>
  );
}
