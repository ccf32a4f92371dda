import { mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Language } from '../../shared/model/common.ts';
import type { BrowserProgram } from './browser-program.ts';
import type { CoreConfig } from './core-messages.ts';
import type { CoreProcess } from './core-process.ts';
import type { StartTransport } from './core-transport.ts';
import type { Door } from './door.ts';
import { findBrowser } from './find-browser.ts';
import { forkCore } from './fork-core.ts';
import { type Loopback, startLoopback } from './loopback.ts';
import { shellLanguage } from './shell-language.ts';
import { type BrowserWindow, startBrowser } from './start-browser.ts';
import { compileCacheDir, userDataDir } from './user-data.ts';

const projectDir = resolve(import.meta.dirname, '../..');

/** How the browser shell is started; everything has a usual value. */
export interface BrowserShellOptions {
  /** `app`: a window of the installed browser; `headless`: the same unseen; `none`: the caller opens `entryUrl` itself. */
  window?: 'app' | 'headless' | 'none';
  /** The browser's program; found on the machine when left out. */
  browserPath?: string;
  /** For tests as the superuser. */
  noSandbox?: boolean;
  /** Further flags of the browser: for tests that look into the window. */
  browserFlags?: readonly string[];
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

/**
 * Starts core, loopback server and, if asked, the app window; ends all of them when the window ends. Core and browser are
 * started before this process reads the rest of its own program, since each takes longer than that.
 */
export async function startBrowserShell(options: BrowserShellOptions = {}): Promise<BrowserShell> {
  const log = options.log ?? (line => console.error(line));
  const start = coreStarter(options);
  const running = start();
  const program = Promise.withResolvers<BrowserProgram>();
  let tellEnded = () => {};
  const ended = new Promise<void>(settle => {
    tellEnded = settle;
  });
  let closing: Promise<void> | null = null;
  let window: BrowserWindow | null = null;
  const close = () => {
    closing ??= program.promise.then(opened => endAll(loopback, window, opened)).then(tellEnded);
    return closing;
  };
  const loopback = await startLoopback({
    door: async (name, input) => (await program.promise).door(name, input),
    dropped: { accept: async (name, bytes) => (await program.promise).dropped.accept(name, bytes) },
    rendererDir: options.rendererDir ?? join(projectDir, 'dist', 'renderer'),
    bridgeFile: options.bridgeFile ?? join(projectDir, 'dist', 'electron', 'bridge-browser.js'),
    patience: options.patience ?? 5000,
    onWindowGone: () => void (options.window !== 'none' && close()),
    log,
  });
  window = await openWindow(options, loopback.entryUrl, log);
  const { openBrowserProgram } = await import('./browser-program.ts');
  const { core, door, dropped } = openBrowserProgram(running, start, log);
  core.onEvent(loopback.send);
  program.resolve({ core, door, dropped });
  window?.ended.then(close);
  if (options.library) await announceLibrary(core, loopback, options.library);
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

function coreStarter(options: BrowserShellOptions): StartTransport {
  const dataDir = options.dataDir ?? userDataDir();
  mkdirSync(dataDir, { recursive: true });
  const entry = options.coreEntry ?? join(projectDir, 'electron', 'core', 'entry.ts');
  const config: CoreConfig = {
    resourcesDir: join(projectDir, 'resources'),
    settingsFile: join(dataDir, 'settings.json'),
    logFile: join(dataDir, 'valija.log'),
    language: options.language ?? shellLanguage(),
  };
  return () => forkCore(entry, config, compileCacheDir(dataDir));
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
  const flags = {
    url,
    headless: options.window === 'headless',
    noSandbox: options.noSandbox,
    extra: options.browserFlags,
  };
  return startBrowser(program, flags).catch(error => {
    log(`${program}: ${String(error)}`);
    return null;
  });
}

async function endAll(
  loopback: Loopback,
  window: BrowserWindow | null,
  { core, dropped }: BrowserProgram,
): Promise<void> {
  await loopback.close();
  window?.close();
  await Promise.all([core.close(), window?.ended, dropped.remove()]);
}
