import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { browserFlags } from '../../electron/shell/browser-flags.ts';
import { browserCandidates, findBrowser } from '../../electron/shell/find-browser.ts';
import { openerCommand, openWithSystem } from '../../electron/shell/open-with-system.ts';
import { shellLanguage } from '../../electron/shell/shell-language.ts';
import { readStartArguments } from '../../electron/shell/start-arguments.ts';
import { userDataDir } from '../../electron/shell/user-data.ts';
import { findElectron } from '../../electron/start/find-electron.ts';

const folder = mkdtempSync(join(tmpdir(), 'valija-system-'));

test('the browser is what VALIJA_BROWSER names, else the first that is installed, else none', () => {
  expect(findBrowser({ VALIJA_BROWSER: '/opt/mine', PATH: folder }, 'linux')).toBe('/opt/mine');
  expect(findBrowser({ PATH: folder }, 'linux')).toBeNull();
  writeFileSync(join(folder, 'google-chrome'), '');
  expect(findBrowser({ PATH: folder }, 'linux')).toBeNull();
  chmodSync(join(folder, 'google-chrome'), 0o755);
  expect(findBrowser({ PATH: folder }, 'linux')).toBe(join(folder, 'google-chrome'));
});

test('Chrome, Edge and Chromium are looked for where each system keeps them', () => {
  const windows = browserCandidates(
    { ProgramFiles: 'C:\\P', 'ProgramFiles(x86)': 'C:\\P86', LocalAppData: 'C:\\U' },
    'win32',
  );
  expect(windows).toContain('C:\\P86\\Microsoft\\Edge\\Application\\msedge.exe');
  expect(windows[0]).toBe('C:\\P\\Google\\Chrome\\Application\\chrome.exe');
  expect(browserCandidates({}, 'darwin')[0]).toBe(
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  );
});

test('the app window has a profile of its own and no sandbox taken away unless tests ask for it', () => {
  const flags = browserFlags({ url: 'http://127.0.0.1:1/enter?token=x', profileDir: '/tmp/p' });
  expect(flags).toEqual(
    expect.arrayContaining([
      '--user-data-dir=/tmp/p',
      '--disable-sync',
      '--no-first-run',
      '--disable-extensions',
    ]),
  );
  expect(flags.some(flag => /no-sandbox|headless|disable-web-security|remote-debugging/.test(flag))).toBe(
    false,
  );
});

test('files are opened by the system’s opener, their name a single argument', () => {
  const path = '/tmp/a; rm -rf $(x) "b".pdf';
  expect(openerCommand('linux', path, false)).toEqual(['xdg-open', [path]]);
  expect(openerCommand('linux', path, true)).toEqual(['xdg-open', ['/tmp']]);
  expect(openerCommand('darwin', path, true)).toEqual(['open', ['-R', path]]);
  expect(openerCommand('win32', 'C:\\a.pdf', true)).toEqual(['explorer.exe', ['/select,C:\\a.pdf']]);
});

test('what the system might run is not opened', async () => {
  for (const name of ['x.sh', 'x.exe', 'x.desktop', 'x.pdf.bat', 'x']) {
    writeFileSync(join(folder, name), '');
    await expect(openWithSystem(join(folder, name))).rejects.toMatchObject({ code: 'forbidden' });
  }
  await expect(openWithSystem(join(folder, 'gone.pdf'))).rejects.toMatchObject({ code: 'unreadable' });
});

test('the library is named by --library or by a double click, relative to the folder of the start', () => {
  const read = (...args: string[]) => readStartArguments(args, '/home/ana').library;
  expect(read('--library', 'a.valija')).toBe('/home/ana/a.valija');
  expect(read('--library=/x/b.valija')).toBe('/x/b.valija');
  expect(read('--headless', 'C.VALIJA')).toBe('/home/ana/C.VALIJA');
  expect(read('--library')).toBeNull();
  expect(read('notes.pdf', '--x.valija')).toBeNull();
});

test('the language is VALIJA_LANGUAGE, else the system’s, Spanish first', () => {
  expect(shellLanguage({ VALIJA_LANGUAGE: 'en', LANG: 'es_PE.UTF-8' }, 'es-PE')).toBe('en');
  expect(shellLanguage({ VALIJA_LANGUAGE: 'xx', LANG: 'en_GB.UTF-8' }, 'es-PE')).toBe('en');
  expect(shellLanguage({ LANG: 'C.UTF-8' }, 'en-US')).toBe('es');
  expect(shellLanguage({}, 'en-US')).toBe('en');
  expect(shellLanguage({}, 'fr-FR')).toBe('es');
});

test('settings lie where each system keeps a person’s own', () => {
  expect(userDataDir({ VALIJA_DATA_DIR: '/x' }, 'linux')).toBe('/x');
  expect(userDataDir({ XDG_CONFIG_HOME: '/c' }, 'linux')).toBe('/c/valija');
  expect(userDataDir({ APPDATA: 'C:\\A' }, 'win32')).toContain('Valija');
});

test('Electron is found where it is, and not where it is not, without asking the network', () => {
  expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: folder })).toBeNull();
  const name = process.platform === 'win32' ? 'electron.exe' : 'electron';
  writeFileSync(join(folder, name), '');
  if (process.platform !== 'darwin')
    expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: folder })).toBe(join(folder, name));
});
