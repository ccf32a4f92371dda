import { FolderOpen, Plus } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { grantDropped, reportFailure } from '../../api.ts';
import { useChooseFile } from '../../app/choose-file.tsx';
import { type Command, useCommands } from '../../app/commands.tsx';
import { useMessages } from '../../app/i18n.tsx';
import { useSettings } from '../../app/settings.ts';
import { useToasts } from '../../app/toasts.tsx';
import { Button } from '../../components/button.tsx';
import { CreateLibraryDialog } from './create-library-dialog.tsx';
import { useOpenLibrary } from './open-library.tsx';
import { RecentLibraries } from './recent-libraries.tsx';
import styles from './welcome-screen.module.css';

interface Props {
  recent: CallOutput<'library.status'>['recent'];
}

/** The first screen: make a library, open one, or go on with one of the last. */
export function WelcomeScreen({ recent }: Props) {
  const { t } = useMessages();
  const [creating, setCreating] = useState(false);
  const [over, setOver] = useState(false);
  const openLibrary = useOpenLibrary();
  const openDropped = useOpenDropped();
  const chooseLibrary = useChooseLibrary();
  useWelcomeCommands(() => setCreating(true), chooseLibrary);

  return (
    <main
      className={styles.welcome}
      data-over={over || undefined}
      onDragOver={event => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        setOver(false);
        openDropped(event);
      }}
    >
      <div className={styles.brand}>
        <div className={styles.words}>
          <h1 className={styles.name}>{t('app.name')}</h1>
          <p className={styles.tagline}>{t('library.tagline')}</p>
          <ul className={styles.promises}>
            <li>{t('library.promiseExact')}</li>
            <li>{t('library.promiseOffline')}</li>
            <li>{t('library.promiseOneFile')}</li>
          </ul>
        </div>
        <LanguageSwitch />
      </div>
      <div className={styles.begin}>
        <div className={styles.column}>
          <h2 className={styles.heading}>{t('library.begin')}</h2>
          <div className={styles.actions}>
            <Button variant="primary" icon={Plus} onPress={() => setCreating(true)}>
              {t('library.create')}
            </Button>
            <Button icon={FolderOpen} onPress={chooseLibrary}>
              {t('library.openOther')}
            </Button>
          </div>
          <p className={styles.hint}>{t('library.dropHint')}</p>
          <RecentLibraries recent={recent} onOpen={openLibrary} />
        </div>
      </div>
      {creating && <CreateLibraryDialog onClose={() => setCreating(false)} />}
    </main>
  );
}

function LanguageSwitch() {
  const { t } = useMessages();
  const { settings, update } = useSettings();
  const other = settings.language === 'es' ? 'en' : 'es';
  return (
    <button
      type="button"
      lang={other}
      className={styles.language}
      onClick={() => update({ language: other })}
    >
      {t('app.otherLanguage')}
    </button>
  );
}

function useChooseLibrary(): () => void {
  const { chooseOpen } = useChooseFile();
  const openLibrary = useOpenLibrary();
  return () =>
    void chooseOpen({ purpose: 'library' }).then(files => {
      const file = files?.[0];
      if (file) openLibrary({ file: file.file, name: file.name });
    });
}

function useOpenDropped(): (event: DragEvent) => void {
  const { t } = useMessages();
  const toasts = useToasts();
  const openLibrary = useOpenLibrary();
  return event => {
    event.preventDefault();
    const dropped = event.dataTransfer.files[0];
    if (!dropped) return;
    if (!dropped.name.toLowerCase().endsWith('.valija')) {
      toasts.show({ text: t('error.notALibrary', { file: dropped.name }), tone: 'bad' });
      return;
    }
    grantDropped(dropped).then(openLibrary, reportFailure);
  };
}

function useWelcomeCommands(create: () => void, open: () => void): void {
  const commands: Command[] = [
    { id: 'library.create', titleKey: 'library.create', shortcut: 'Mod+Shift+N', run: create },
    { id: 'library.open', titleKey: 'library.openOther', shortcut: 'Mod+O', run: open },
  ];
  useCommands(commands);
}
