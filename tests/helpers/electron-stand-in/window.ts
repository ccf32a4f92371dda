import { EventEmitter } from 'node:events';
import { createContextBridge } from './context-bridge.ts';
import type { IpcMain, StandInFrame } from './ipc.ts';
import { runBundle } from './run-bundle.ts';
import type { StandInSession } from './session.ts';
import type { StandInApp } from './stand-in.ts';

/** The options of a window that tests look at. */
export interface WindowOptions {
  show?: boolean;
  webPreferences: Record<string, unknown> & { preload: string; session: StandInSession };
}

type OpenHandler = (details: { url: string }) => { action: string };

/** The contents of a window: its frame, its page's world, and the way of messages between the processes. */
export class StandInContents extends EventEmitter {
  readonly mainFrame: StandInFrame = { url: '' };
  /** The page's `window`, as far as the preload fills it. */
  world: Record<string, unknown> = {};
  openHandler: OpenHandler | null = null;
  reloads = 0;
  /** Whether the page asks to stay when it is told that it goes (`beforeunload`). */
  holdsBack: () => boolean = () => false;
  readonly toPage = new EventEmitter();

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
  send(channel: string, ...args: unknown[]): void {
    const sent = structuredClone(args);
    this.toPage.emit(channel, {}, ...sent);
  }
  reload(): void {
    this.reloads += 1;
  }
  /** Tells a preventable event as Electron does; whether it was prevented. */
  ask(name: string, url: string): boolean {
    let prevented = false;
    this.emit(name, { url, preventDefault: () => (prevented = true) });
    return prevented;
  }
}

/** A window, which runs its preload as a sandboxed one: no module but a few of Electron's. */
export class StandInWindow extends EventEmitter {
  readonly webContents = new StandInContents();
  readonly options: WindowOptions;
  visible: boolean;
  minimized = false;
  focused = 0;
  destroyed = false;
  /** The bytes of the page, or why there are none. */
  loaded: Promise<Response | 'cancelled' | 'network'> | null = null;
  #app: StandInApp;
  #ipcMain: IpcMain;

  constructor(app: StandInApp, ipcMain: IpcMain, options: WindowOptions) {
    super();
    this.#app = app;
    this.#ipcMain = ipcMain;
    this.options = options;
    this.visible = options.show ?? true;
    app.emit('web-contents-created', {}, this.webContents);
  }

  loadURL(url: string): Promise<void> {
    this.loaded = this.options.webPreferences.session.load(url);
    return this.loaded.then(() => {
      this.webContents.mainFrame.url = url;
      this.webContents.world = {};
      this.#runPreload();
      this.webContents.emit('did-finish-load');
      this.emit('ready-to-show');
    });
  }

  show(): void {
    this.visible = true;
  }
  focus(): void {
    this.focused += 1;
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  restore(): void {
    this.minimized = false;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  close(): void {
    if (this.destroyed) return;
    this.emit('close', {});
    // Electron keeps the window when the page holds it back, unless the event is prevented.
    if (this.webContents.holdsBack() && !this.webContents.ask('will-prevent-unload', '')) return;
    this.destroy();
  }
  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.emit('closed');
    this.#app.tellAllClosed();
  }

  #runPreload(): void {
    const contents = this.webContents;
    const sender = { sender: contents, senderFrame: contents.mainFrame };
    const electron = {
      contextBridge: createContextBridge(contents.world),
      ipcRenderer: {
        invoke: (channel: string, ...args: unknown[]) => this.#ipcMain.invokeFrom(sender, channel, ...args),
        on: (channel: string, listener: (...args: unknown[]) => void) =>
          contents.toPage.on(channel, listener),
      },
      webUtils: { getPathForFile: (file: File & { path?: string }) => file.path ?? '' },
    };
    runBundle(this.options.webPreferences.preload, id => {
      if (id === 'electron') return electron;
      throw new Error(`module not found: ${id}`);
    });
  }
}
