import { type FormEvent, useState } from 'react';
import { useMessages } from '../../../app/i18n.tsx';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import styles from './editor-dialogs.module.css';
import { completeAddress, linkAt, removeLink, setLink } from './link-commands.ts';

/** Asks where the selected words lead. */
export function LinkDialog({ onClose }: { onClose: () => void }) {
  const { t } = useMessages();
  const { editor } = useDossierWork();
  const [start] = useState(() => describeStart(editor.read()));
  const [typed, setTyped] = useState(start.href);
  const [words, setWords] = useState('');
  const [isWrong, setWrong] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const href = completeAddress(typed);
    if (!href) return setWrong(true);
    onClose();
    requestAnimationFrame(() => editor.run(setLink(href, words.trim())));
  };
  const remove = () => {
    onClose();
    requestAnimationFrame(() => editor.run(removeLink));
  };
  return (
    <Dialog
      title={t('dossier.link.title')}
      isOpen
      onClose={onClose}
      size="small"
      actions={
        <>
          {start.href && <Button onPress={remove}>{t('dossier.link.remove')}</Button>}
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" type="submit" form="dossier-link">
            {t('dossier.link.set')}
          </Button>
        </>
      }
    >
      <form id="dossier-link" className={styles.form} onSubmit={submit} noValidate>
        <TextField
          autoFocus
          label={t('dossier.link.address')}
          description={t('dossier.link.help')}
          value={typed}
          onChange={value => {
            setTyped(value);
            setWrong(false);
          }}
          {...(isWrong ? { errorMessage: t('dossier.link.wrong') } : {})}
        />
        {start.needsWords && (
          <TextField label={t('dossier.link.text')} value={words} onChange={setWords} placeholder={typed} />
        )}
      </form>
    </Dialog>
  );
}

function describeStart(state: ReturnType<ReturnType<typeof useDossierWork>['editor']['read']>) {
  const link = state ? linkAt(state) : null;
  return { href: link?.href ?? '', needsWords: !link && (state?.selection.empty ?? true) };
}
