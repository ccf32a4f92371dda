import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const packageDir = dirname(createRequire(import.meta.url).resolve('electron/package.json'));

/** The Electron program on this machine (`ELECTRON_OVERRIDE_DIST_PATH`, or in its npm package), or null; asks no network. */
export function findElectron(env: NodeJS.ProcessEnv = process.env): string | null {
  const name = readName() ?? usualName();
  const path = join(env.ELECTRON_OVERRIDE_DIST_PATH ?? join(packageDir, 'dist'), name);
  return existsSync(path) ? path : null;
}

/**
 * Downloads Electron with its package's own installer, as any development machine does once; null when that fails or takes
 * longer than `timeout` milliseconds. Part of the development start, never of the shipped program.
 */
export async function downloadElectron(timeout: number): Promise<string | null> {
  const child = spawn(process.execPath, [join(packageDir, 'install.js')], { stdio: 'ignore' });
  const patience = setTimeout(() => child.kill('SIGKILL'), timeout);
  await new Promise(resolve => {
    child.once('exit', resolve);
    child.once('error', resolve);
  });
  clearTimeout(patience);
  return findElectron();
}

function readName(): string | null {
  try {
    return readFileSync(join(packageDir, 'path.txt'), 'utf8');
  } catch {
    return null;
  }
}

function usualName(): string {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}
