import { useMessages } from '../../../app/i18n.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ProgressBar } from '../../../components/progress-bar.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import { ExportActions } from './export-actions.tsx';
import { ExportBody } from './export-body.tsx';
import { ExportForm } from './export-form.tsx';
import { useExport } from './use-export.ts';
import { useWish } from './use-wish.ts';

/** Exports the dossier, step by step; `onReview` is chosen when quotes are to be looked at first. */
export function ExportDialog({ onClose, onReview }: { onClose: () => void; onReview: () => void }) {
  const { t } = useMessages();
  const { dossier } = useDossierWork();
  const [wish, setWish] = useWish(dossier.id);
  const exporting = useExport();
  const { step } = exporting.state;
  const review = () => {
    onClose();
    onReview();
  };
  // While a file is chosen only the file dialog is shown.
  if (step === 'choosing') return null;
  return (
    <Dialog
      title={t('outputs.title')}
      size={step === 'asking' || step === 'done' ? 'large' : 'medium'}
      isOpen
      isStrict
      onClose={step === 'running' ? exporting.cancel : onClose}
      actions={
        wish && <ExportActions exporting={exporting} wish={wish} onClose={onClose} onReview={review} />
      }
    >
      {!wish && <ProgressBar label={t('outputs.reading')} done={0} total={0} />}
      {wish && step === 'asking' && <ExportForm wish={wish} onChange={setWish} />}
      {step !== 'asking' && <ExportBody state={exporting.state} />}
    </Dialog>
  );
}
