import { TriangleAlert } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { call, forgetLibrary } from '../../api.ts';
import { useChooseFile } from '../../app/choose-file.tsx';
import { describeFailure, useMessages } from '../../app/i18n.tsx';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import styles from './create-library-dialog.module.css';
import { PasswordField } from './password-field.tsx';
import { suggestLibraryFile } from './suggest-library-file.ts';

/** Makes a new library: its name, a password if wanted, and where it is kept. */
export function CreateLibraryDialog({ onClose }: { onClose(): void }) {
  const { t } = useMessages();
  const { chooseSave } = useChooseFile();
  const [name, setName] = useState('');
  const [locked, setLocked] = useState(false);
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const differs = locked && repeated.length > 0 && repeated !== password;
  const ready = name.trim() !== '' && (!locked || (password !== '' && password === repeated));

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!ready) return;
    const chosen = await chooseSave({ purpose: 'library', suggestedName: suggestLibraryFile(name) });
    if (!chosen) return;
    try {
      await call('library.create', locked ? { file: chosen.file, password } : { file: chosen.file });
      await forgetLibrary();
      onClose();
    } catch (error) {
      setFailure(error);
    }
  }

  return (
    <Dialog
      title={t('library.createTitle')}
      isOpen
      isStrict
      size="small"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" type="submit" form="create-library" isDisabled={!ready}>
            {t('library.createWhere')}
          </Button>
        </>
      }
    >
      <form id="create-library" className={styles.form} onSubmit={event => void submit(event)}>
        <TextField
          label={t('library.name')}
          value={name}
          onChange={setName}
          autoFocus
          description={t('library.nameHelp')}
          maxLength={120}
        />
        <Checkbox isSelected={locked} onChange={setLocked}>
          {t('library.protect')}
        </Checkbox>
        {locked && (
          <>
            <PasswordField label={t('library.password')} value={password} onChange={setPassword} />
            <PasswordField
              label={t('library.passwordRepeat')}
              value={repeated}
              onChange={setRepeated}
              errorMessage={differs ? t('library.passwordDiffers') : ''}
            />
            <p className={styles.warning}>
              <TriangleAlert aria-hidden />
              {t('library.passwordWarning')}
            </p>
          </>
        )}
        {failure !== null && (
          <p role="alert" className={styles.failure}>
            {describeFailure(failure, t)}
          </p>
        )}
      </form>
    </Dialog>
  );
}
