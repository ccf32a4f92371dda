import { mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Language } from '../../shared/model/common.ts';
import { createBrowserHandlers } from './browser-handlers.ts';
import type { CoreConfig } from './core-messages.ts';
import { type CoreProcess, superviseCore } from './core-process.ts';
import { createDoor, type Door } from './door.ts';
import { createDroppedFiles } from './dropped-files.ts';
import { findBrowser } from './find-browser.ts';
import { forkCore } from './fork-core.ts';
import { type Loopback, startLoopback } from './loopback.ts';
import { shellLanguage } from './shell-language.ts';
import { type BrowserWindow, startBrowser } from './start-browser.ts';
import { userDataDir } from './user-data.ts';

const projectDir = resolve(import.meta.dirname, '../..');

/** How the browser shell is started; everything has a usual value. */
export interface BrowserShellOptions {
  /** `app`: a window of the installed browser; `headless`: the same unseen; `none`: the caller opens `entryUrl` itself. */
  window?: 'app' | 'headless' | 'none';
  /** The browser's program; found on the machine when left out. */
  browserPath?: string;
  /** For tests as the superuser. */
  noSandbox?: boolean;
  /** Folder of settings and log. */
  dataDir?: string;
  rendererDir?: string;
  bridgeFile?: string;
  coreEntry?: string;
  /** Language until the user chooses one; the machine's when left out. */
  language?: Language;
  /** Library file to open at once. */
  library?: string | null;
  /** Milliseconds without a window after which the shell ends; never when `window` is `none`. */
  patience?: number;
  log?: (line: string) => void;
}

/** The running browser shell. */
export interface BrowserShell {
  origin: string;
  /** The first address; good for one use. */
  entryUrl: string;
  core: CoreProcess;
  door: Door;
  /** The process of the app window; null when no browser was found, or none asked for. */
  windowPid: number | null;
  /** Settles when everything has ended. */
  ended: Promise<void>;
  close(): Promise<void>;
}

/** Starts core, loopback server and, if asked, the app window; ends all of them when the window ends. */
export async function startBrowserShell(options: BrowserShellOptions = {}): Promise<BrowserShell> {
  const log = options.log ?? (line => console.error(line));
  const core = startCore(options);
  const door = createDoor(core, createBrowserHandlers(core), log);
  const dropped = createDroppedFiles(core.grant);
  let tellEnded = () => {};
  const ended = new Promise<void>(settle => {
    tellEnded = settle;
  });
  let closing: Promise<void> | null = null;
  let window: BrowserWindow | null = null;
  const close = () => {
    closing ??= endAll(loopback, window, core, dropped.remove).then(tellEnded);
    return closing;
  };
  const loopback = await startLoopback({
    door,
    dropped,
    rendererDir: options.rendererDir ?? join(projectDir, 'dist', 'renderer'),
    bridgeFile: options.bridgeFile ?? join(projectDir, 'dist', 'electron', 'bridge-browser.js'),
    patience: options.patience ?? 5000,
    onWindowGone: () => void (options.window !== 'none' && close()),
    log,
  });
  core.onEvent(loopback.send);
  if (options.library) await announceLibrary(core, loopback, options.library);
  window = await openWindow(options, loopback.entryUrl, log);
  window?.ended.then(close);
  return {
    origin: loopback.origin,
    entryUrl: loopback.entryUrl,
    core,
    door,
    windowPid: window?.pid ?? null,
    ended,
    close,
  };
}

function startCore(options: BrowserShellOptions): CoreProcess {
  const dataDir = options.dataDir ?? userDataDir();
  mkdirSync(dataDir, { recursive: true });
  const entry = options.coreEntry ?? join(projectDir, 'electron', 'core', 'entry.ts');
  const config: CoreConfig = {
    resourcesDir: join(projectDir, 'resources'),
    settingsFile: join(dataDir, 'settings.json'),
    logFile: join(dataDir, 'valija.log'),
    language: options.language ?? shellLanguage(),
  };
  return superviseCore(() => forkCore(entry, config));
}

async function announceLibrary(core: CoreProcess, loopback: Loopback, library: string): Promise<void> {
  const file = await core.grant(resolve(library));
  loopback.send({ type: 'openFile', file, name: basename(library) });
}

async function openWindow(
  options: BrowserShellOptions,
  url: string,
  log: (line: string) => void,
): Promise<BrowserWindow | null> {
  if (options.window === 'none') return null;
  const program = options.browserPath ?? findBrowser();
  if (!program) return null;
  const flags = { url, headless: options.window === 'headless', noSandbox: options.noSandbox };
  return startBrowser(program, flags).catch(error => {
    log(`${program}: ${String(error)}`);
    return null;
  });
}

async function endAll(
  loopback: Loopback,
  window: BrowserWindow | null,
  core: CoreProcess,
  removeDropped: () => Promise<void>,
): Promise<void> {
  await loopback.close();
  window?.close();
  await Promise.all([core.close(), window?.ended, removeDropped()]);
}
