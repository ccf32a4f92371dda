import { FolderOpen, Plus } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import emblem from '../../../resources/icons/icon.svg';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { grantDropped, reportFailure, useCall } from '../../api.ts';
import { useCommands } from '../../app/commands.tsx';
import { useMessages } from '../../app/i18n.tsx';
import { useSettings } from '../../app/settings.ts';
import { useToasts } from '../../app/toasts.tsx';
import { Button } from '../../components/button.tsx';
import { useLibraryDoor } from './open-library.tsx';
import { RecentLibraries } from './recent-libraries.tsx';
import styles from './welcome-screen.module.css';

interface Props {
  recent: CallOutput<'library.status'>['recent'];
}

/** The first screen: make a library, open one, or go on with one of the last. */
export function WelcomeScreen({ recent }: Props) {
  const { t } = useMessages();
  const [over, setOver] = useState(false);
  const door = useLibraryDoor();
  const canDrop = useCanDrop();
  const openDropped = useOpenDropped(canDrop);
  useCommands([{ id: 'library.open', titleKey: 'library.openOther', shortcut: 'Mod+O', run: door.choose }]);

  return (
    <div className={styles.window}>
      <main
        className={styles.welcome}
        data-over={over || undefined}
        onDragOver={event => {
          event.preventDefault();
          setOver(canDrop);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={event => {
          setOver(false);
          openDropped(event);
        }}
      >
        <div className={styles.brand}>
          <div className={styles.words}>
            <img src={emblem} alt="" className={styles.emblem} />
            <h1 className={styles.name}>{t('app.name')}</h1>
            <p className={styles.tagline}>{t('library.tagline')}</p>
            <ul className={styles.promises}>
              <li>{t('library.promiseExact')}</li>
              <li>{t('library.promiseOffline')}</li>
              <li>{t('library.promiseOneFile')}</li>
            </ul>
          </div>
        </div>
        <div className={styles.begin}>
          <div className={styles.column}>
            <h2 className={styles.heading}>{t('library.begin')}</h2>
            <div className={styles.actions}>
              <Button variant="primary" icon={Plus} onPress={door.create}>
                {t('library.create')}
              </Button>
              <Button icon={FolderOpen} onPress={door.choose}>
                {t('library.openOther')}
              </Button>
            </div>
            {canDrop && <p className={styles.hint}>{t('library.dropHint')}</p>}
            <RecentLibraries recent={recent} onOpen={door.open} />
          </div>
        </div>
        {/* The last stop of the keyboard: what one came for stands before it. */}
        <LanguageSwitch />
      </main>
    </div>
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

/** A browser hands over copies of dropped files, and work on a copy of a library would be lost: only a shell with the system's dialogs knows the file itself. */
function useCanDrop(): boolean {
  return useCall('shell.capabilities', {}).data?.nativeDialogs ?? false;
}

function useOpenDropped(canDrop: boolean): (event: DragEvent) => void {
  const { t } = useMessages();
  const toasts = useToasts();
  const { open } = useLibraryDoor();
  return event => {
    event.preventDefault();
    const dropped = event.dataTransfer.files[0];
    if (!dropped) return;
    if (!dropped.name.toLowerCase().endsWith('.valija')) {
      toasts.show({ text: t('error.notALibrary', { file: dropped.name }), tone: 'bad' });
      return;
    }
    if (!canDrop) {
      toasts.show({ text: t('library.cannotDrop', { file: dropped.name }), tone: 'warn' });
      return;
    }
    grantDropped(dropped).then(open, reportFailure);
  };
}
