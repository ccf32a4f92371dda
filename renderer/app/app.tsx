import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { queryClient } from '../api.ts';
import { OpenLibraryProvider } from '../features/library/open-library.tsx';
import { ChooseFileProvider } from './choose-file.tsx';
import { CommandsProvider } from './commands.tsx';
import { FailureToasts } from './failure-toasts.tsx';
import { MessagesProvider } from './i18n.tsx';
import { useAppearance, useSettings } from './settings.ts';
import { ToastsProvider } from './toasts.tsx';
import { Window } from './window.tsx';

/** The whole window. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Personal>
        <ToastsProvider>
          <FailureToasts />
          <CommandsProvider>
            <ChooseFileProvider>
              <OpenLibraryProvider>
                <Window />
              </OpenLibraryProvider>
            </ChooseFileProvider>
          </CommandsProvider>
        </ToastsProvider>
      </Personal>
    </QueryClientProvider>
  );
}

/** Waits for this person's settings, so that the first picture has the right language and theme. */
function Personal({ children }: { children: ReactNode }) {
  const { settings, isPending } = useSettings();
  useAppearance(settings);
  if (isPending) return null;
  return <MessagesProvider language={settings.language}>{children}</MessagesProvider>;
}
