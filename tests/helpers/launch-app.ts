import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type BrowserShell, startBrowserShell } from '../../electron/shell/browser-shell.ts';
import { shellTargets } from '../../electron/start/build-program.ts';
import { ensureBuilt } from '../../electron/start/ensure-built.ts';
import type { Settings } from '../../shared/model/settings.ts';
import { findTestChromium, testChromiumFlags } from './chromium.ts';

/** How a test starts the program. */
export interface LaunchOptions {
  settings?: Partial<Settings>;
  /** Absolute path of a library to open at once. */
  library?: string;
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
}

/** The whole program in a real Chromium. */
export interface LaunchedApp {
  page: Page;
  context: BrowserContext;
  shell: BrowserShell;
  /** A private folder, removed at the end; settings lie in it, and a test may keep its files there. */
  folder: string;
  /** Address of every request the window made. */
  requests: string[];
  /** Every error and warning of the window's console, and every uncaught error. */
  problems: string[];
  close(): Promise<void>;
}

/** Starts the browser shell and opens it in Chromium, driven by Playwright. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  await ensureBuilt(shellTargets.browser);
  const folder = await mkdtemp(join(tmpdir(), 'valija-e2e-'));
  const settings: Settings = { language: 'es', theme: 'system', textScale: 100, ...options.settings };
  await writeFile(join(folder, 'settings.json'), JSON.stringify({ settings, recent: [] }));
  const shell = await startBrowserShell({ window: 'none', dataDir: folder, library: options.library });
  const browser = await startChromium();
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1360, height: 880 },
    colorScheme: options.colorScheme ?? 'light',
    locale: settings.language === 'es' ? 'es-PE' : 'en-GB',
  });
  const page = await context.newPage();
  const requests: string[] = [];
  const problems: string[] = [];
  context.on('request', request => requests.push(request.url()));
  page.on('pageerror', error => problems.push(String(error)));
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  await page.goto(shell.entryUrl);
  const close = async () => {
    await browser.close();
    await shell.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { page, context, shell, folder, requests, problems, close };
}

/** Starts a headless Chromium for tests. */
export async function startChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findTestChromium(),
    args: testChromiumFlags,
    headless: true,
  });
}
