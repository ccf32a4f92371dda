import { createContext, type FormEvent, type ReactNode, useContext, useMemo, useState } from 'react';
import { CallFailure, call, forgetLibrary, reportFailure } from '../../api.ts';
import { useChooseFile } from '../../app/choose-file.tsx';
import { useCommands } from '../../app/commands.tsx';
import { describeFailure, useMessages } from '../../app/i18n.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { CreateLibraryDialog } from './create-library-dialog.tsx';
import { PasswordField } from './password-field.tsx';

/** A library file that is to be opened. */
export interface LibraryFile {
  file: string;
  name: string;
}

/** Opens a library; asks for its password when it has one. Failures are shown. */
export type OpenLibrary = (library: LibraryFile) => void;

/** The ways into a library. */
export interface LibraryDoor {
  open: OpenLibrary;
  /** Asks for a library's file and opens it. */
  choose(): void;
  /** Asks for a new library's name and place. */
  create(): void;
}

const DoorContext = createContext<LibraryDoor | null>(null);

/** Gives the window the ways into a library, with their dialogs and commands. */
export function OpenLibraryProvider({ children }: { children: ReactNode }) {
  const { chooseOpen } = useChooseFile();
  const [locked, setLocked] = useState<LibraryFile | null>(null);
  const [creating, setCreating] = useState(false);
  const door = useMemo<LibraryDoor>(() => {
    const open: OpenLibrary = library => {
      setLocked(null);
      openWith(library).catch(error => {
        if (error instanceof CallFailure && error.code === 'wrongPassword') setLocked(library);
        else reportFailure(error);
      });
    };
    const choose = () =>
      void chooseOpen({ purpose: 'library' }).then(files => files?.[0] && open(files[0]), reportFailure);
    return { open, choose, create: () => setCreating(true) };
  }, [chooseOpen]);
  useCommands(
    [
      { id: 'library.create', titleKey: 'library.create', run: door.create },
      { id: 'library.open', titleKey: 'library.openOther', shortcut: 'Mod+Shift+O', run: door.choose },
    ],
    'window',
  );
  return (
    <DoorContext value={door}>
      {children}
      {creating && <CreateLibraryDialog onClose={() => setCreating(false)} />}
      {locked && <PasswordDialog key={locked.file} library={locked} onClose={() => setLocked(null)} />}
    </DoorContext>
  );
}

/** The ways into a library. */
export function useLibraryDoor(): LibraryDoor {
  const door = useContext(DoorContext);
  if (!door) throw new Error('useLibraryDoor outside OpenLibraryProvider');
  return door;
}

async function openWith({ file }: LibraryFile, password?: string): Promise<void> {
  await call('library.open', password === undefined ? { file } : { file, password });
  await forgetLibrary();
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
