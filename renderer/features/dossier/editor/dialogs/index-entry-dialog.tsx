import { type FormEvent, useState } from 'react';
import { useMessages } from '../../../../app/i18n.tsx';
import { Button } from '../../../../components/button.tsx';
import { Dialog } from '../../../../components/dialog.tsx';
import { TextField } from '../../../../components/text-field.tsx';
import { useDossierWork } from '../../state/dossier-work.tsx';
import styles from '../editor-dialogs.module.css';
import { indexEntryAt, proposeIndexEntry, setIndexEntry } from '../passages/passage-commands.ts';
import { SubmitActions } from './submit-actions.tsx';

/** Asks under which entry the selected name stands in the index of names. */
export function IndexEntryDialog({ onClose }: { onClose: () => void }) {
  const { t } = useMessages();
  const { editor } = useDossierWork();
  const [start] = useState(() => {
    const state = editor.read();
    const entry = state && indexEntryAt(state);
    const words = state ? state.doc.textBetween(state.selection.from, state.selection.to, ' ') : '';
    return { entry, proposed: entry ?? proposeIndexEntry(words) };
  });
  const [entry, setEntry] = useState(start.proposed);
  const canSet = start.proposed !== '';
  const set = (to: string | null) => {
    onClose();
    requestAnimationFrame(() => editor.run(setIndexEntry(to)));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (entry.trim() && canSet) set(entry.trim());
  };
  return (
    <Dialog
      title={t('editor.index.title')}
      isOpen
      onClose={onClose}
      size="small"
      actions={
        <SubmitActions
          form="dossier-index"
          label={t('editor.apply')}
          isDisabled={!entry.trim() || !canSet}
          onClose={onClose}
        >
          {start.entry !== null && <Button onPress={() => set(null)}>{t('editor.index.remove')}</Button>}
        </SubmitActions>
      }
    >
      <form id="dossier-index" className={styles.form} onSubmit={submit}>
        {!canSet && <p className={styles.outcome}>{t('editor.selectFirst')}</p>}
        {canSet && (
          <TextField
            autoFocus
            label={t('editor.index.entry')}
            description={t('editor.index.help')}
            maxLength={200}
            value={entry}
            onChange={setEntry}
          />
        )}
      </form>
    </Dialog>
  );
}
