import { existsSync } from 'node:fs';
import { findBrowser } from '../../electron/shell/find-browser.ts';

/**
 * The Chromium the tests drive: `CHROMIUM_PATH`, else the installed Chromium, Chrome or Edge, else the one that comes
 * from npm for Linux, unpacked into the temporary folder. Throws when there is none, since a test without it proves nothing.
 */
export async function findTestChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which is not there`);
  }
  const installed = findBrowser();
  if (installed) return installed;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium, Chrome or Edge on this machine: install one, or set CHROMIUM_PATH');
  }
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}

/** Flags of every test's Chromium: nothing of its own asks the network; the sandbox is off only for the superuser. */
export const testChromiumFlags: string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
