import { type FormEvent, useState } from 'react';
import { useMessages } from '../../../../app/i18n.tsx';
import { Button } from '../../../../components/button.tsx';
import { Dialog } from '../../../../components/dialog.tsx';
import { useDossierWork } from '../../state/dossier-work.tsx';
import styles from '../editor-dialogs.module.css';
import { languageAt, readLanguageTag, setPassageLanguage } from '../passages/passage-commands.ts';
import { LanguageField } from './language-field.tsx';
import { SubmitActions } from './submit-actions.tsx';

/** Asks in which language the selected passage is. */
export function LanguageDialog({ onClose }: { onClose: () => void }) {
  const { t } = useMessages();
  const { editor, dossier } = useDossierWork();
  const [start] = useState(() => {
    const state = editor.read();
    return { tag: state && languageAt(state), isSelected: state ? !state.selection.empty : false };
  });
  const [typed, setTyped] = useState(start.tag ?? (dossier.language === 'es' ? 'en' : 'es'));
  const tag = readLanguageTag(typed);
  const canSet = start.isSelected || start.tag !== null;
  const set = (to: string | null) => {
    onClose();
    requestAnimationFrame(() => editor.run(setPassageLanguage(to)));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (tag && canSet) set(tag);
  };
  return (
    <Dialog
      title={t('editor.language.title')}
      isOpen
      onClose={onClose}
      size="small"
      actions={
        <SubmitActions
          form="dossier-language"
          label={t('editor.apply')}
          isDisabled={!tag || !canSet}
          onClose={onClose}
        >
          {start.tag && <Button onPress={() => set(null)}>{t('editor.language.remove')}</Button>}
        </SubmitActions>
      }
    >
      <form id="dossier-language" className={styles.form} onSubmit={submit} noValidate>
        <p className={styles.outcome}>{t(canSet ? 'editor.language.text' : 'editor.selectFirst')}</p>
        {canSet && <LanguageField label={t('editor.language')} value={typed} onChange={setTyped} />}
      </form>
    </Dialog>
  );
}
