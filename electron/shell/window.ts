import { BrowserWindow, type Session } from 'electron';
import type { ValijaEvent } from '../../shared/contract/events.ts';
import type { Language } from '../../shared/model/common.ts';
import { appUrl } from './app-address.ts';
import { askUnsaved } from './ask-unsaved.ts';
import { eventChannel } from './channels.ts';
import { guardClosing } from './guard-closing.ts';

/** What the window needs. */
export interface WindowParts {
  session: Session;
  preload: string;
  icon: string;
  devTools: boolean;
  /** The language of what the window asks itself. */
  language(): Language;
}

/** The program's window. */
export interface ProgramWindow {
  window: BrowserWindow;
  /** Tells the page; kept until the page is there. */
  send(event: ValijaEvent): void;
  /** Brings the window to the front. */
  focus(): void;
}

/** Opens the sandboxed window at the program's page. */
export function openWindow(parts: WindowParts): ProgramWindow {
  const window = new BrowserWindow({
    title: 'Valija',
    width: 1360,
    height: 880,
    minWidth: 720,
    minHeight: 480,
    show: false,
    icon: parts.icon,
    webPreferences: {
      session: parts.session,
      preload: parts.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: parts.devTools,
    },
  });
  window.once('ready-to-show', () => window.show());
  // A page that crashed comes back; what was saved is in the core.
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') window.webContents.reload();
  });
  guardClosing(window, () => askUnsaved(window, parts.language()));
  const send = sendWhenLoaded(window);
  window.loadURL(appUrl);
  return { window, send, focus: () => focus(window) };
}

function sendWhenLoaded(window: BrowserWindow): (event: ValijaEvent) => void {
  let waiting: ValijaEvent[] | null = [];
  window.webContents.on('did-finish-load', () => {
    for (const event of waiting ?? []) window.webContents.send(eventChannel, event);
    waiting = null;
  });
  return event => {
    if (window.isDestroyed()) return;
    if (waiting) waiting.push(event);
    else window.webContents.send(eventChannel, event);
  };
}

function focus(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
