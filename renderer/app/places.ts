import type { MessageKey } from '../../shared/i18n/format-message.ts';
import type { Route } from './navigation.tsx';

/** The rooms of an open library, each with the command and the keys that go there. */
export const places: readonly { id: string; titleKey: MessageKey; route: Route; shortcut: string }[] = [
  { id: 'go.sources', titleKey: 'app.command.go.sources', route: { screen: 'sources' }, shortcut: 'Mod+1' },
  {
    id: 'go.excerpts',
    titleKey: 'app.command.go.excerpts',
    route: { screen: 'excerpts' },
    shortcut: 'Mod+2',
  },
  {
    id: 'go.dossiers',
    titleKey: 'app.command.go.dossiers',
    route: { screen: 'dossiers' },
    shortcut: 'Mod+3',
  },
  { id: 'go.search', titleKey: 'app.command.go.search', route: { screen: 'search' }, shortcut: 'Mod+4' },
  { id: 'go.trash', titleKey: 'app.command.go.trash', route: { screen: 'trash' }, shortcut: 'Mod+5' },
  {
    id: 'go.settings',
    titleKey: 'app.command.go.settings',
    route: { screen: 'settings' },
    shortcut: 'Mod+,',
  },
];
