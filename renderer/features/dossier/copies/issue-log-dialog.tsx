import { ClipboardList, FileDown } from 'lucide-react';
import { useState } from 'react';
import type { IssuedCopy } from '../../../../shared/model/output.ts';
import {
  CallFailure,
  call,
  dismissJobs,
  reportFailure,
  useAction,
  useCall,
  waitForJob,
} from '../../../api.ts';
import { useChooseFile } from '../../../app/choose-file.tsx';
import { useMessages } from '../../../app/i18n.tsx';
import { useToasts } from '../../../app/toasts.tsx';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { suggestFileName } from '../export/suggest-file-name.ts';
import { useDossierWork } from '../state/dossier-work.tsx';
import { CopiesTable } from './copies-table.tsx';
import { countStates } from './count-states.ts';
import styles from './issue-log.module.css';

/** The issue log of a dossier: who has which numbered copy, and what became of it. */
export function IssueLogDialog({ onClose }: { onClose: () => void }) {
  const { t } = useMessages();
  const { dossier } = useDossierWork();
  const list = useCall('copies.list', { id: dossier.id });
  const copies = list.data?.items ?? [];
  const [isHidden, writeRecallList] = useRecallList();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  if (isHidden) return null;
  const counts = countStates(copies);
  return (
    <Dialog
      title={t('copies.title')}
      size="large"
      isOpen
      onClose={onClose}
      actions={
        <>
          <p className={styles.summary}>{copies.length > 0 ? t('copies.summary', counts) : ''}</p>
          <Button icon={FileDown} isDisabled={counts.out + counts.recalled === 0} onPress={writeRecallList}>
            {t('copies.recallList')}
          </Button>
          <Button variant="primary" onPress={onClose}>
            {t('app.close')}
          </Button>
        </>
      }
    >
      {list.isSuccess && copies.length === 0 && (
        <EmptyState icon={ClipboardList} title={t('copies.empty.title')} text={t('copies.empty.text')} />
      )}
      {copies.length > 0 && (
        <>
          <StateActions copies={copies} chosen={chosen} />
          <CopiesTable copies={copies} chosen={chosen} onChoose={setChosen} />
        </>
      )}
    </Dialog>
  );
}

const states = ['recalled', 'returned', 'destroyed', 'out'] as const;

interface StateActionsProps {
  copies: readonly IssuedCopy[];
  chosen: ReadonlySet<string>;
}

/** Says of the chosen copies what became of them; they stay chosen, so that the keyboard stays on its button. */
function StateActions({ copies, chosen }: StateActionsProps) {
  const { t } = useMessages();
  const update = useAction('copies.update');
  const ids = copies.filter(copy => chosen.has(copy.id)).map(copy => copy.id);
  return (
    <fieldset className={styles.actions} aria-label={t('copies.setState')}>
      <span className={styles.summary} aria-live="polite">
        {t('copies.chosen', { count: ids.length })}
      </span>
      {states.map(state => (
        <Button
          key={state}
          isDisabled={ids.length === 0}
          onPress={() => update.mutate({ ids, changes: { state } })}
        >
          {t(`copies.set.${state}`)}
        </Button>
      ))}
    </fieldset>
  );
}

/** Writes the recall list to a file; true while the file dialog is shown, which this one makes room for. */
function useRecallList(): [boolean, () => void] {
  const { t } = useMessages();
  const { dossier } = useDossierWork();
  const toasts = useToasts();
  const { chooseSave } = useChooseFile();
  const [isHidden, setHidden] = useState(false);
  const write = async () => {
    setHidden(true);
    try {
      const suggestedName = suggestFileName(t('copies.recallFile', { title: dossier.title }), '');
      const file = await chooseSave({ purpose: 'pdf', suggestedName });
      if (!file) return;
      const { jobId } = await call('copies.recallList', { id: dossier.id, file: file.file });
      // The log is back while the list is written, and its toast says when it can be opened.
      setHidden(false);
      const { state, error } = await waitForJob(jobId);
      dismissJobs([jobId]);
      if (error) return reportFailure(new CallFailure(error));
      if (state !== 'done') return;
      const open = () => void call('shell.openFile', { file: file.file }).catch(reportFailure);
      toasts.show({
        text: t('copies.recallDone', { file: file.name }),
        tone: 'good',
        action: { label: t('app.openFile'), run: open },
      });
    } catch (error) {
      reportFailure(error);
    } finally {
      setHidden(false);
    }
  };
  return [isHidden, () => void write()];
}
