import { createContext, type FormEvent, type ReactNode, useCallback, useContext, useState } from 'react';
import { CallFailure, call, queryClient, reportFailure } from '../../api.ts';
import { describeFailure, useMessages } from '../../app/i18n.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { PasswordField } from './password-field.tsx';

/** A library file that is to be opened. */
export interface LibraryFile {
  file: string;
  name: string;
}

/** Opens a library; asks for its password when it has one. Failures are shown. */
export type OpenLibrary = (library: LibraryFile) => void;

const OpenLibraryContext = createContext<OpenLibrary | null>(null);

/** Gives the window the opening of libraries, with its password dialog. */
export function OpenLibraryProvider({ children }: { children: ReactNode }) {
  const [locked, setLocked] = useState<LibraryFile | null>(null);
  const open = useCallback<OpenLibrary>(library => {
    setLocked(null);
    openWith(library).catch(error => {
      if (error instanceof CallFailure && error.code === 'wrongPassword') setLocked(library);
      else reportFailure(error);
    });
  }, []);
  return (
    <OpenLibraryContext value={open}>
      {children}
      {locked && <PasswordDialog key={locked.file} library={locked} onClose={() => setLocked(null)} />}
    </OpenLibraryContext>
  );
}

/** See {@link OpenLibrary}. */
export function useOpenLibrary(): OpenLibrary {
  const open = useContext(OpenLibraryContext);
  if (!open) throw new Error('useOpenLibrary outside OpenLibraryProvider');
  return open;
}

async function openWith({ file }: LibraryFile, password?: string): Promise<void> {
  await call('library.open', password === undefined ? { file } : { file, password });
  await queryClient.invalidateQueries();
}

function PasswordDialog({ library, onClose }: { library: LibraryFile; onClose(): void }) {
  const { t } = useMessages();
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!password || busy) return;
    setBusy(true);
    try {
      await openWith(library, password);
      onClose();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={t('library.passwordTitle', { name: library.name })}
      isOpen
      isStrict
      size="small"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" type="submit" form="password-form" isDisabled={!password || busy}>
            {t('library.open')}
          </Button>
        </>
      }
    >
      <form id="password-form" onSubmit={event => void submit(event)}>
        <PasswordField
          label={t('library.password')}
          value={password}
          autoFocus
          onChange={value => {
            setPassword(value);
            setFailure(null);
          }}
          errorMessage={failure ? describeFailure(failure, t) : ''}
        />
      </form>
    </Dialog>
  );
}
