import { createContext, type FormEvent, type ReactNode, useContext, useMemo, useState } from 'react';
import { CallFailure, call, forgetLibrary, isWithoutLibrary, readStatus, reportFailure } from '../../api.ts';
import { useChooseFile } from '../../app/choose-file.tsx';
import { useCommands } from '../../app/commands.tsx';
import { describeFailure, useMessages } from '../../app/i18n.tsx';
import { saveAllWork } from '../../app/unsaved-work.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { CreateLibraryDialog } from './create-library-dialog.tsx';
import { PasswordField } from './password-field.tsx';

/** A library file that is to be opened. */
export interface LibraryFile {
  file: string;
  name: string;
}

/** Who wants to know how the opening of a library went. */
export interface OpeningListener {
  onOpen?: () => void;
  /** It failed, which was shown, or the user gave up at the password. */
  onFailure?: () => void;
}

/** Opens a library; asks for its password when it has one. Failures are shown. */
export type OpenLibrary = (library: LibraryFile, listener?: OpeningListener) => void;

/** A library whose password is asked. */
interface LockedLibrary {
  library: LibraryFile;
  listener: OpeningListener;
}

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
  const [locked, setLocked] = useState<LockedLibrary | null>(null);
  const [creating, setCreating] = useState(false);
  const door = useMemo<LibraryDoor>(() => {
    const open: OpenLibrary = (library, listener = {}) => {
      setLocked(null);
      openWith(library).then(
        () => listener.onOpen?.(),
        error => {
          if (error instanceof CallFailure && error.code === 'wrongPassword') {
            return setLocked({ library, listener });
          }
          reportFailure(error);
          // A core that ended during this is told of, and the library is then opened again, by its next start.
          if (!isWithoutLibrary(error)) listener.onFailure?.();
        },
      );
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
      {locked && <PasswordDialog key={locked.library.file} {...locked} onClose={() => setLocked(null)} />}
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
  const shown = readStatus()?.open;
  const opened = await call('library.open', password === undefined ? { file } : { file, password });
  if (opened.location === shown?.location) return;
  await forgetLibrary();
  void saveAllWork();
}

function PasswordDialog({ library, listener, onClose }: LockedLibrary & { onClose(): void }) {
  const { t } = useMessages();
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  function giveUp(): void {
    onClose();
    listener.onFailure?.();
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!password || busy) return;
    setBusy(true);
    try {
      await openWith(library, password);
      onClose();
      listener.onOpen?.();
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
      onClose={giveUp}
      actions={
        <>
          <Button onPress={giveUp}>{t('app.cancel')}</Button>
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
