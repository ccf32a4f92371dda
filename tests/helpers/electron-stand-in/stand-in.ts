import { EventEmitter } from 'node:events';
import { createContextBridge } from './context-bridge.ts';
import { createDialogs, type StandInDialogs } from './dialogs.ts';
import { IpcMain } from './ipc.ts';
import { createSessions, type StandInSession } from './session.ts';
import { createUtilityProcess, type StandInUtility } from './utility-process.ts';
import { StandInWindow } from './window.ts';

/** One run of the stand-in for Electron: the module the program gets, and what a test sees and does from outside. */
export interface ElectronStandIn {
  /** What `require('electron')` gives in the main process. */
  module: Record<string, unknown>;
  app: StandInApp;
  ipcMain: IpcMain;
  windows: StandInWindow[];
  sessions: Map<string, StandInSession>;
  utilities: StandInUtility[];
  dialogs: StandInDialogs;
  /** Paths given to `shell.openPath` and `shell.showItemInFolder`. */
  opened: string[];
  shown: string[];
  /** The menu set last. */
  menu(): MenuEntry[];
  /** Lets `app` become ready. */
  becomeReady(): void;
}

/** A menu entry as the program gave it. */
export interface MenuEntry {
  label?: string;
  role?: string;
  type?: string;
  click?: () => void;
  submenu?: MenuEntry[];
}

/** Electron's `app`, with its rules about what comes before ready and how it quits. */
export class StandInApp extends EventEmitter {
  ready = false;
  isPackaged = false;
  sandboxed = false;
  hasLock = true;
  quitted = false;
  readonly paths = new Map<string, string>();
  readonly switches: [string, string | undefined][] = [];
  readonly commandLine = {
    appendSwitch: (name: string, value?: string) => void this.switches.push([name, value]),
  };
  closeWindows: () => void = () => {};
  #waiting: (() => void)[] = [];
  #quitting = false;

  /** The windows are closed: told only when nobody is quitting already. */
  tellAllClosed(): void {
    if (!this.#quitting) this.emit('window-all-closed');
  }

  whenReady(): Promise<void> {
    return this.ready ? Promise.resolve() : new Promise(resolve => this.#waiting.push(resolve));
  }
  becomeReady(): void {
    this.ready = true;
    for (const resolve of this.#waiting) resolve();
    this.emit('ready');
  }
  enableSandbox(): void {
    if (this.ready) throw new Error('app.enableSandbox() can only be called before app is ready');
    this.sandboxed = true;
  }
  setPath(name: string, path: string): void {
    if (!path.startsWith('/') && !/^[A-Z]:\\/.test(path)) throw new Error('Path must be absolute');
    this.paths.set(name, path);
  }
  getPath(name: string): string {
    const path = this.paths.get(name);
    if (!path) throw new Error(`Failed to get '${name}' path`);
    return path;
  }
  getLocale(): string {
    return this.ready ? 'es-PE' : '';
  }
  requestSingleInstanceLock(): boolean {
    return this.hasLock;
  }
  quit(): void {
    if (!this.#quitting) {
      this.#quitting = true;
      this.closeWindows();
    }
    let prevented = false;
    this.emit('will-quit', { preventDefault: () => (prevented = true) });
    if (prevented) return;
    if (this.quitted) throw new Error('quit twice');
    this.quitted = true;
    this.emit('quit');
  }
}

/** Makes a fresh stand-in. */
export function createElectronStandIn(): ElectronStandIn {
  const app = new StandInApp();
  const ipcMain = new IpcMain();
  const windows: StandInWindow[] = [];
  const utilities: StandInUtility[] = [];
  const [opened, shown]: [string[], string[]] = [[], []];
  const dialogs = createDialogs();
  const sessions = createSessions(app);
  let menu: MenuEntry[] = [];
  class BrowserWindow extends StandInWindow {
    constructor(options: ConstructorParameters<typeof StandInWindow>[2]) {
      if (!app.ready) throw new Error('Cannot create BrowserWindow before app is ready');
      super(app, ipcMain, options);
      windows.push(this);
    }
  }
  app.closeWindows = () => {
    for (const window of windows) window.close();
  };
  const module = {
    app,
    ipcMain,
    BrowserWindow,
    protocol: sessions.protocol,
    session: { fromPartition: sessions.fromPartition },
    utilityProcess: createUtilityProcess(app, utilities),
    dialog: dialogs.module,
    shell: {
      openPath: async (path: string) => {
        opened.push(path);
        return '';
      },
      showItemInFolder: (path: string) => void shown.push(path),
    },
    Menu: {
      buildFromTemplate: (template: MenuEntry[]) => checkMenu(template),
      setApplicationMenu: (built: MenuEntry[]) => {
        menu = built;
      },
    },
    contextBridge: createContextBridge({}),
  };
  return {
    module,
    app,
    ipcMain,
    windows,
    sessions: sessions.all,
    utilities,
    dialogs,
    opened,
    shown,
    menu: () => menu,
    becomeReady: () => app.becomeReady(),
  };
}

/** Electron refuses an entry that has neither label nor role nor type. */
function checkMenu(template: MenuEntry[]): MenuEntry[] {
  for (const entry of template) {
    if (!entry.label && !entry.role && entry.type !== 'separator') {
      throw new Error('Invalid template for MenuItem: must have either label, role or type');
    }
    checkMenu(entry.submenu ?? []);
  }
  return template;
}
