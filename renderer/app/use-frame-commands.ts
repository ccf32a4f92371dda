import { useAction } from '../api.ts';
import { useImport } from '../features/library/import-sources.tsx';
import { type Command, useCommands } from './commands.tsx';
import { useNavigation } from './navigation.tsx';
import { places } from './places.ts';
import { useSettings } from './settings.ts';
import { useToasts } from './toasts.tsx';

/** Registers what can be done from every screen of an open library. */
export function useFrameCommands(onSearch: () => void): void {
  const { navigate, back, canGoBack } = useNavigation();
  const { settings, update } = useSettings();
  const { chooseAndImport } = useImport();
  const toasts = useToasts();
  const close = useAction('library.close');
  const commands: Command[] = [
    ...places.map(({ route, ...place }) => ({ ...place, run: () => navigate(route) })),
    { id: 'search.open', titleKey: 'app.command.search', shortcut: ['Mod+F', '/'], run: onSearch },
    { id: 'sources.import', titleKey: 'app.command.import', shortcut: 'Mod+O', run: chooseAndImport },
    { id: 'go.back', titleKey: 'app.command.back', shortcut: 'Alt+ArrowLeft', run: back, enabled: canGoBack },
    {
      id: 'edit.undo',
      titleKey: 'app.command.undo',
      shortcut: 'Mod+Z',
      run: () => void toasts.undoLatest(),
    },
    {
      id: 'settings.theme',
      titleKey: 'app.command.theme',
      run: () => update({ theme: document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark' }),
    },
    {
      id: 'settings.language',
      titleKey: 'app.command.language',
      run: () => update({ language: settings.language === 'es' ? 'en' : 'es' }),
    },
    { id: 'library.close', titleKey: 'app.command.closeLibrary', run: () => close.mutate({}) },
  ];
  useCommands(commands, 'window');
}
