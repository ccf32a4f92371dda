import type { ImportOutcome } from '../../../shared/model/job.ts';
import { countOutcomes } from '../../app/describe-job.ts';
import { useMessages } from '../../app/i18n.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ImportOutcomes } from './import-outcomes.tsx';

/** What became of each file of an import, failures first. */
export function ImportReport({ outcomes, onClose }: { outcomes: readonly ImportOutcome[]; onClose(): void }) {
  const { t } = useMessages();
  return (
    <Dialog
      title={t('library.importReport')}
      isOpen
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={onClose}>
          {t('app.close')}
        </Button>
      }
    >
      <p>{t('app.result.import', countOutcomes(outcomes))}</p>
      <ImportOutcomes outcomes={outcomes} />
    </Dialog>
  );
}
