import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserFlags, browserFlags } from './browser-flags.ts';

/** The running app window. */
export interface BrowserWindow {
  /** The browser's process. */
  pid: number | undefined;
  /** Settles when the browser has ended and its profile is removed. */
  ended: Promise<void>;
  /** Asks the browser to end. */
  close(): void;
}

/** Starts a browser as an app window with a fresh profile, removed when it ends; throws when the program cannot be run. */
export async function startBrowser(
  program: string,
  flags: Omit<BrowserFlags, 'profileDir'>,
): Promise<BrowserWindow> {
  const profileDir = await mkdtemp(join(tmpdir(), 'valija-window-'));
  const child = spawn(program, browserFlags({ ...flags, profileDir }), { stdio: 'ignore' });
  const removeProfile = () =>
    rm(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  const ended = new Promise<void>(resolve => {
    child.once('exit', () => resolve(removeProfile().catch(() => {})));
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', error => removeProfile().finally(() => reject(error)));
  });
  return { pid: child.pid, ended, close: () => void child.kill() };
}
