import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type BrowserShell, startBrowserShell } from '../../electron/shell/browser-shell.ts';
import { ensureBuilt } from '../../electron/start/ensure-built.ts';
import type { ValijaBridge } from '../../shared/contract/bridge.ts';
import type { ValijaEvent } from '../../shared/contract/events.ts';
import { findTestChromium } from '../helpers/chromium.ts';
import { startChromium } from '../helpers/launch-app.ts';

declare global {
  interface Window {
    readonly valija: ValijaBridge<File>;
    seen: ValijaEvent[];
    evaluated: string;
  }
}

const coreEntry = resolve(import.meta.dirname, '../helpers/scripted-core.ts');
const page = '<head><meta property="csp-nonce" /><title>Valija</title></head><script src="/app.js"></script>';
// A script of the page itself: what Playwright evaluates is not bound by the policy.
const tryEval = `try { window.evaluated = String(Function('return 1')()); } catch { window.evaluated = 'refused'; }`;
let folder: string;
let browser: Browser;
let shell: BrowserShell | null = null;

beforeAll(async () => {
  await ensureBuilt(['bridge']);
  folder = await mkdtemp(join(tmpdir(), 'valija-shell-'));
  await writeFile(join(folder, 'index.html'), page);
  await writeFile(join(folder, 'app.js'), tryEval);
  browser = await startChromium();
});

afterEach(async () => {
  await shell?.close();
});

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(library: string | null = null): Promise<{ page: Page; requests: string[] }> {
  shell = await startBrowserShell({
    window: 'none',
    coreEntry,
    rendererDir: folder,
    dataDir: folder,
    library,
  });
  const context = await browser.newContext();
  const page = await context.newPage();
  const requests: string[] = [];
  page.on('request', request => requests.push(request.url()));
  await page.goto(shell.entryUrl);
  return { page, requests };
}

test('the page calls the core and gets bytes as bytes', async () => {
  const { page, requests } = await open();
  const answer = await page.evaluate(async () => {
    const input = { bytes: new Uint8Array([1, 2, 255]), text: 'señal', absent: undefined };
    const result = (await window.valija.call('sources.get', input)) as { value: { bytes: unknown } };
    return { result, plain: result.value.bytes instanceof Uint8Array };
  });
  expect(answer.plain).toBe(true);
  expect(answer.result).toMatchObject({ ok: true, value: { text: 'señal' } });
  expect(requests.every(url => url.startsWith(shell?.origin ?? 'none'))).toBe(true);
});

test('shell calls are answered by the shell, and what is no call is refused', async () => {
  const { page } = await open();
  const call = (name: string, input: unknown) =>
    page.evaluate(([n, i]) => window.valija.call(n as string, i), [name, input]);
  expect(await call('shell.capabilities', {})).toMatchObject({
    ok: true,
    value: { shell: 'browser', nativeDialogs: false },
  });
  expect(await call('shell.chooseOpen', { purpose: 'pdf' })).toMatchObject({
    error: { code: 'unsupported' },
  });
  expect(await call('shell.browse', { folder: 7, purpose: 'pdf' })).toMatchObject({
    error: { code: 'invalidInput' },
  });
  expect(await call('__proto__', {})).toMatchObject({ error: { code: 'invalidInput' } });
});

test('events reach the page, also the library that was asked for before it was open', async () => {
  const { page } = await open(join(folder, 'mine.valija'));
  await page.evaluate(() => {
    window.seen = [];
    window.valija.onEvent(event => window.seen.push(event));
    return window.valija.call('jobs.list', {});
  });
  const seen = () => page.evaluate(() => window.seen.map(event => event.type));
  await expect.poll(seen).toEqual(expect.arrayContaining(['openFile', 'changed']));
});

test('the death of the core is told to the page, which can go on', async () => {
  const { page } = await open();
  await page.evaluate(() => {
    window.seen = [];
    window.valija.onEvent(event => window.seen.push(event));
  });
  const fatal = await page.evaluate(() => window.valija.call('settings.update', {}));
  expect(fatal).toMatchObject({ ok: false, error: { code: 'coreLost' } });
  await expect
    .poll(() => page.evaluate(() => window.seen))
    .toContainEqual({ type: 'core', state: 'restarted' });
  expect(await page.evaluate(() => window.valija.call('sources.get', { again: 1 }))).toMatchObject({
    ok: true,
  });
});

test('a dropped file is granted under its name', async () => {
  const { page } = await open();
  const granted = await page.evaluate(() => window.valija.grantDropped(new File(['# Acta'], 'Acta «ñ».md')));
  expect(granted).toMatchObject({ name: 'Acta «ñ».md', size: 7 - 1 });
  const refused = page.evaluate(() => window.valija.grantDropped(new File(['x'], 'mine.valija')));
  await expect(refused).rejects.toThrow('unsupported');
});

test('the page learns that the server has ended', async () => {
  const { page } = await open();
  await page.evaluate(() => {
    window.seen = [];
    window.valija.onEvent(event => window.seen.push(event));
  });
  await shell?.close();
  await expect.poll(() => page.evaluate(() => window.seen)).toContainEqual({ type: 'core', state: 'lost' });
  expect(await page.evaluate(() => window.valija.call('sources.get', {}))).toMatchObject({
    error: { code: 'coreLost' },
  });
});

test('the policy stops inline scripts, eval and every foreign address', async () => {
  const { page } = await open();
  const outcome = await page.evaluate(async () => {
    const blocked: string[] = [];
    document.addEventListener('securitypolicyviolation', event => blocked.push(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.head.append(script);
    const foreign = await fetch('http://127.0.0.1:9/').then(
      () => 'sent',
      () => 'refused',
    );
    const image = document.createElement('img');
    image.src = 'http://127.0.0.1:9/x.png';
    document.body.append(image);
    await new Promise(resolve => setTimeout(resolve, 200));
    return { inline: 'inlineRan' in window, foreign, blocked: [...new Set(blocked)] };
  });
  expect(outcome).toEqual({
    inline: false,
    foreign: 'refused',
    blocked: ['script-src-elem', 'connect-src', 'img-src'],
  });
  expect(await page.evaluate(() => window.evaluated)).toBe('refused');
});

test('the page of another origin on this machine cannot read, call or listen', async () => {
  const { page } = await open();
  const { origin } = new URL(page.url());
  const stranger = await page.context().newPage();
  await stranger.route('http://localhost:1/', route =>
    route.fulfill({ contentType: 'text/html', body: '<p>stranger</p>' }),
  );
  await stranger.goto('http://localhost:1/');
  const outcome = await stranger.evaluate(async address => {
    const attempts = [
      fetch(`${address}/`, { credentials: 'include' }),
      fetch(`${address}/call`, { method: 'POST', credentials: 'include', body: 'x' }),
      fetch(`${address}/call`, { method: 'POST', mode: 'no-cors', credentials: 'include', body: 'x' }),
    ];
    return (await Promise.allSettled(attempts)).map(attempt => attempt.status);
  }, origin);
  expect(outcome).toEqual(['rejected', 'rejected', 'rejected']);
});

test('the app window is a browser of its own profile; shell and core end with it', async () => {
  const before = (await readdir(tmpdir())).filter(name => name.startsWith('valija-window-'));
  const browserPath = await findTestChromium();
  const noSandbox = process.getuid?.() === 0;
  shell = await startBrowserShell({
    window: 'headless',
    browserPath,
    noSandbox,
    coreEntry,
    rendererDir: folder,
    dataDir: folder,
  });
  expect(shell.windowPid).toEqual(expect.any(Number));
  const profiles = async () =>
    (await readdir(tmpdir())).filter(name => name.startsWith('valija-window-') && !before.includes(name));
  expect(await profiles()).toHaveLength(1);
  process.kill(shell.windowPid ?? Number.NaN);
  await shell.ended;
  expect(await profiles()).toEqual([]);
  expect(await shell.core.call('sources.get', {})).toMatchObject({ error: { code: 'coreLost' } });
  await expect(fetch(shell.origin)).rejects.toThrow();
});

test('the shell ends when no window has listened for a while', async () => {
  shell = await startBrowserShell({
    window: 'headless',
    browserPath: '/nowhere/chromium',
    coreEntry,
    rendererDir: folder,
    dataDir: folder,
    patience: 200,
    log: () => {},
  });
  expect(shell.windowPid).toBeNull();
  const page = await browser.newPage();
  await page.goto(shell.entryUrl);
  await page.reload();
  await page.close();
  await shell.ended;
});
