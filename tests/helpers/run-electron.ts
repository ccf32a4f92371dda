import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureBuilt } from '../../electron/start/ensure-built.ts';
import type { ValijaBridge } from '../../shared/contract/bridge.ts';
import { requireWith, runBundle } from './electron-stand-in/run-bundle.ts';
import { createElectronStandIn, type ElectronStandIn } from './electron-stand-in/stand-in.ts';

const projectDir = resolve(import.meta.dirname, '../..');
const mainFile = join(projectDir, 'dist', 'electron', 'main.cjs');

let built: Promise<void> | null = null;

/** The processes as they are now; the window as it was built last, since here only its being served counts. */
async function buildOnce(): Promise<void> {
  await ensureBuilt(['main', 'preload', 'core', 'worker']);
  if (!existsSync(join(projectDir, 'dist', 'renderer', 'index.html'))) await ensureBuilt(['renderer']);
}

/** The program's own main process and preload, as built, on the stand-in for Electron. */
export interface RunningElectron extends ElectronStandIn {
  dataDir: string;
  /** What the page sees at `window.valija`. */
  bridge(): ValijaBridge<File>;
  close(): Promise<void>;
}

/** How a test starts it. */
export interface RunOptions {
  args?: string[];
  /** False: the app stays before ready until the test says so. */
  ready?: boolean;
  hasLock?: boolean;
  isPackaged?: boolean;
  dataDir?: string;
}

/** Builds what is stale, then runs `main.cjs`; ready with the page loaded unless told otherwise. */
export async function runElectron(options: RunOptions = {}): Promise<RunningElectron> {
  built ??= buildOnce();
  await built;
  const standIn = createElectronStandIn();
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'valija-electron-'));
  standIn.app.hasLock = options.hasLock ?? true;
  standIn.app.isPackaged = options.isPackaged ?? false;
  await withProcess(['electron', projectDir, ...(options.args ?? [])], dataDir, async () => {
    runBundle(mainFile, requireWith(standIn.module, mainFile));
    if (options.ready === false || options.hasLock === false) return;
    standIn.becomeReady();
    await pageLoaded(standIn);
  });
  return {
    ...standIn,
    dataDir,
    bridge: () => standIn.windows[0]?.webContents.world.valija as ValijaBridge<File>,
    close: async () => {
      if (!standIn.app.quitted) await quit(standIn);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Waits until the window exists and its page is loaded. */
export async function pageLoaded(standIn: ElectronStandIn): Promise<void> {
  while (!standIn.windows[0]?.loaded) await new Promise(resolve => setTimeout(resolve, 5));
  await standIn.windows[0].loaded;
  await new Promise(resolve => setImmediate(resolve));
}

function quit(standIn: ElectronStandIn): Promise<void> {
  return new Promise(resolve => {
    standIn.app.once('quit', () => resolve());
    standIn.app.quit();
  });
}

/** The program reads its arguments and its folder from the process, which is the test's own. */
async function withProcess(argv: string[], dataDir: string, run: () => Promise<void>): Promise<void> {
  const before = { argv: process.argv, env: process.env };
  process.argv = argv;
  process.env = { ...before.env, VALIJA_DATA_DIR: dataDir, VALIJA_LANGUAGE: 'es' };
  try {
    await run();
  } finally {
    process.argv = before.argv;
    process.env = before.env;
  }
}
