import { Menu, type MenuItemConstructorOptions } from 'electron';
import { formatMessage, type MessageKey } from '../../shared/i18n/format-message.ts';
import type { Language } from '../../shared/model/common.ts';

type Item = MenuItemConstructorOptions;

/** The commands of the menu, by their names in the command palette. */
export const menuCommands = {
  newLibrary: 'library.create',
  openLibrary: 'library.open',
  closeLibrary: 'library.close',
  import: 'sources.import',
  export: 'dossier.export',
  search: 'search.open',
  palette: 'app.palette',
  shortcuts: 'app.shortcuts',
} as const;

/** How the menu is made: whom its commands are told, and on which system. */
export interface MenuParts {
  language: Language;
  send(command: string): void;
  platform: NodeJS.Platform;
  devTools: boolean;
}

/** Sets the program's menu in a language. */
export function setMenu(parts: MenuParts): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(parts)));
}

/** The menu as data. Keys are shown but left to the window, which has them too. */
export function menuTemplate({ language, send, platform, devTools }: MenuParts): Item[] {
  const label = (key: MessageKey) => formatMessage(language, key);
  const command = (name: keyof typeof menuCommands, accelerator?: string): Item => ({
    label: label(`shell.menu.${name}`),
    accelerator,
    registerAccelerator: false,
    click: () => send(menuCommands[name]),
  });
  const role = (name: Item['role'], key: MessageKey): Item => ({ role: name, label: label(key) });
  const separator: Item = { type: 'separator' };
  const mac = platform === 'darwin';
  const about = role('about', 'shell.menu.about');
  const quit = role('quit', 'shell.menu.quit');
  const appMenu: Item = {
    label: label('shell.menu.app'),
    submenu: [
      about,
      separator,
      role('hide', 'shell.menu.hide'),
      role('hideOthers', 'shell.menu.hideOthers'),
      role('unhide', 'shell.menu.unhide'),
      separator,
      quit,
    ],
  };
  return [
    ...(mac ? [appMenu] : []),
    {
      label: label('shell.menu.file'),
      submenu: [
        command('newLibrary'),
        command('openLibrary'),
        command('closeLibrary'),
        separator,
        command('import'),
        command('export'),
        ...(mac ? [] : [separator, quit]),
      ],
    },
    {
      label: label('shell.menu.edit'),
      submenu: [
        role('undo', 'shell.menu.undo'),
        role('redo', 'shell.menu.redo'),
        separator,
        role('cut', 'shell.menu.cut'),
        role('copy', 'shell.menu.copy'),
        role('paste', 'shell.menu.paste'),
        role('pasteAndMatchStyle', 'shell.menu.pastePlain'),
        role('selectAll', 'shell.menu.selectAll'),
      ],
    },
    {
      label: label('shell.menu.view'),
      submenu: [
        command('search'),
        command('palette'),
        separator,
        role('zoomIn', 'shell.menu.zoomIn'),
        role('zoomOut', 'shell.menu.zoomOut'),
        role('resetZoom', 'shell.menu.zoomReset'),
        role('togglefullscreen', 'shell.menu.fullScreen'),
        ...(devTools ? [separator, { role: 'toggleDevTools' } satisfies Item] : []),
      ],
    },
    {
      label: label('shell.menu.window'),
      submenu: [role('minimize', 'shell.menu.minimize'), role('close', 'shell.menu.close')],
    },
    {
      label: label('shell.menu.help'),
      submenu: [command('shortcuts'), ...(mac ? [] : [about])],
    },
  ];
}
