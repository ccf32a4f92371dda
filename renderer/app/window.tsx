import { useEffect } from 'react';
import { useCall } from '../api.ts';
import { WelcomeScreen } from '../features/library/welcome-screen.tsx';
import { CommandPalette } from './command-palette.tsx';
import { CoreWatch } from './core-watch.tsx';
import { Frame } from './frame.tsx';
import { describeFailure, useMessages } from './i18n.tsx';
import { NavigationProvider } from './navigation.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import styles from './window.module.css';

/** Welcome while no library is open, else the frame with its screens. */
export function Window() {
  const { t } = useMessages();
  const status = useCall('library.status', {});
  const open = status.data?.open ?? null;
  useEffect(() => {
    document.title = open ? `${open.name} — ${t('app.name')}` : t('app.name');
  }, [open, t]);
  useReadyMark(!status.isPending);
  if (status.isPending) return <div className={styles.waiting} />;
  return (
    <>
      <CoreWatch />
      <CommandPalette />
      <ShortcutsDialog />
      {status.error && (
        <p role="alert" className={styles.failure}>
          {describeFailure(status.error, t)}
        </p>
      )}
      {open ? (
        <NavigationProvider key={open.location} library={open.location} start={{ screen: 'sources' }}>
          <Frame library={open} />
        </NavigationProvider>
      ) : (
        <WelcomeScreen recent={status.data?.recent ?? []} />
      )}
    </>
  );
}

/** Marks the moment at which the first screen stands: for the benchmark, and for whoever opens the browser's performance tools. */
function useReadyMark(isReady: boolean): void {
  useEffect(() => {
    if (isReady) performance.mark('window.ready');
  }, [isReady]);
}
