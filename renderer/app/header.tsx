import { ArrowLeft, Command } from 'lucide-react';
import { IconButton } from '../components/icon-button.tsx';
import { GlobalSearch } from '../features/search/global-search.tsx';
import styles from './header.module.css';
import { useMessages } from './i18n.tsx';
import { JobTray } from './job-tray.tsx';
import { useNavigation } from './navigation.tsx';
import { openPalette } from './palette-signal.ts';

/** Way back, search over everything, running work. */
export function Header({ searchFocus }: { searchFocus: number }) {
  const { t } = useMessages();
  const { back, canGoBack } = useNavigation();
  return (
    <header className={styles.header}>
      <IconButton
        label={t('app.command.back')}
        icon={ArrowLeft}
        shortcut="Alt+ArrowLeft"
        isDisabled={!canGoBack}
        onPress={back}
      />
      <div className={styles.search}>
        <GlobalSearch focusSignal={searchFocus} />
      </div>
      <JobTray />
      <IconButton label={t('app.palette')} icon={Command} shortcut="Mod+K" onPress={openPalette} />
    </header>
  );
}
