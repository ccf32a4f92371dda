import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserFlags } from '../../electron/shell/browser-flags.ts';
import { startBrowserShell } from '../../electron/shell/browser-shell.ts';
import { shellTargets } from '../../electron/start/build-program.ts';
import { ensureBuilt } from '../../electron/start/ensure-built.ts';
import { findTestChromium } from '../helpers/chromium.ts';

const documents = resolve(import.meta.dirname, '../../resources/sample/documents');

interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; params?: { address?: string; address_list?: string[]; host?: string } }[];
}

/** Starts the app window with the product's own flags, writing down everything its network stack does. */
async function startLoggedBrowser(
  url: string,
  folder: string,
): Promise<{ child: ChildProcess; browser: Browser }> {
  const noSandbox = process.getuid?.() === 0;
  const flags = browserFlags({ url, profileDir: folder, headless: true, noSandbox });
  const logging = [`--log-net-log=${join(folder, 'net.json')}`, '--remote-debugging-port=0', '--disable-gpu'];
  const child = spawn(await findTestChromium(), [...flags, ...logging], { stdio: 'ignore' });
  for (let tries = 0; tries < 300; tries++) {
    const told = await readFile(join(folder, 'DevToolsActivePort'), 'utf8').catch(() => '');
    const port = told.split('\n')[0];
    if (port) return { child, browser: await chromium.connectOverCDP(`http://127.0.0.1:${port}`) };
    await wait(100);
  }
  child.kill('SIGKILL');
  throw new Error('Chromium did not start');
}

/** The app window's page; a browser that has no windows at all (headless shell) gets one. */
async function findPage(browser: Browser, url: string): Promise<Page> {
  const [context] = browser.contexts();
  if (!context) throw new Error('the browser has no context');
  const [opened] = context.pages();
  if (opened) return opened;
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

test('while the program is used, its browser connects to the loopback server and nothing else', async () => {
  await ensureBuilt(shellTargets.browser);
  const folder = await mkdtemp(join(tmpdir(), 'valija-offline-'));
  const shell = await startBrowserShell({ window: 'none', dataDir: folder });
  const { child, browser } = await startLoggedBrowser(shell.entryUrl, folder);
  const requests: string[] = [];
  const page = await findPage(browser, shell.entryUrl);
  page.on('request', request => requests.push(request.url()));
  await page.reload();
  await page.locator('#root > *').first().waitFor();
  const files = await Promise.all(
    [join(folder, 'sin-red.valija'), join(documents, '..', 'documents')].map(path => shell.core.grant(path)),
  );
  await page.evaluate(async ([file]) => {
    await window.valija.call('library.create', { file });
    await window.valija
      .grantDropped(new File(['# Acta\n\nhttps://example.org/'], 'acta.md'))
      .then(async granted => {
        await window.valija.call('sources.import', { files: [granted.file] });
      });
  }, files);
  // What a browser fetches of its own accord, it fetches in its first seconds.
  await wait(6000);
  const session = await browser.newBrowserCDPSession();
  const ended = new Promise(done => child.once('exit', done));
  await session.send('Browser.close');
  await ended;
  await shell.close();
  const log = JSON.parse(await readFile(join(folder, 'net.json'), 'utf8')) as NetLog;
  await rm(folder, { recursive: true, force: true });

  expect(requests.length).toBeGreaterThan(2);
  expect(requests.filter(url => !url.startsWith(`${shell.origin}/`) && !/^(blob|data):/.test(url))).toEqual(
    [],
  );
  const connects = log.events
    .filter(({ type }) => type === log.constants.logEventTypes.TCP_CONNECT_ATTEMPT)
    .map(({ params }) => params?.address)
    .filter(address => address !== undefined);
  expect(connects.length).toBeGreaterThan(0);
  expect(connects.filter(address => `http://${address}` !== shell.origin)).toEqual([]);
  const resolved = log.events.filter(
    ({ type }) => type === log.constants.logEventTypes.HOST_RESOLVER_MANAGER_JOB,
  );
  expect(resolved.map(({ params }) => params?.host).filter(host => host !== undefined)).toEqual([]);
});
