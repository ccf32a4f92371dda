import { useRef, useState } from 'react';
import type { LibraryInfo } from '../../shared/contract/library-calls.ts';
import { ImportProvider } from '../features/library/import-sources.tsx';
import styles from './frame.module.css';
import { Header } from './header.tsx';
import { useMessages } from './i18n.tsx';
import { KeptStateProvider } from './kept-state.tsx';
import { Rail } from './rail.tsx';
import { Screen } from './screen.tsx';
import { useArrivalFocus } from './use-arrival-focus.ts';
import { useFrameCommands } from './use-frame-commands.ts';

/** The open library: rail at the left, header above, the screen in the middle. */
export function Frame({ library }: { library: LibraryInfo }) {
  const { t } = useMessages();
  const [searchFocus, setSearchFocus] = useState(0);
  const main = useRef<HTMLElement>(null);
  useArrivalFocus(main);
  return (
    <ImportProvider>
      <div className={styles.window}>
        <div className={styles.frame}>
          <FrameCommands onSearch={() => setSearchFocus(count => count + 1)} />
          <Rail library={library} />
          <div className={styles.main}>
            <Header searchFocus={searchFocus} />
            <main ref={main} className={styles.screen} aria-label={t('app.screen')}>
              <KeptStateProvider>
                <Screen />
              </KeptStateProvider>
            </main>
          </div>
        </div>
      </div>
    </ImportProvider>
  );
}

function FrameCommands({ onSearch }: { onSearch(): void }) {
  useFrameCommands(onSearch);
  return null;
}
