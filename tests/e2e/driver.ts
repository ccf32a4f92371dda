import { cp, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { formatMessage, type MessageKey, type MessageValues } from '../../shared/i18n/format-message.ts';
import type { Language } from '../../shared/model/common.ts';
import { type LaunchedApp, type LaunchOptions, launchApp } from '../helpers/launch-app.ts';

const samples = resolve(import.meta.dirname, '../../resources/sample/documents');

/** Drives the program as a person does: by the words on the screen, in one language. */
export class Driver {
  readonly app: LaunchedApp;
  readonly page: Page;
  readonly language: Language;
  /** The person's own folder; the window's file dialogs begin there. */
  readonly home: string;
  readonly #homeBefore: string | undefined;

  constructor(app: LaunchedApp, language: Language, home: string, homeBefore: string | undefined) {
    this.app = app;
    this.page = app.page;
    this.language = language;
    this.home = home;
    this.#homeBefore = homeBefore;
  }

  /** A message of the window. */
  say(key: MessageKey, values?: MessageValues): string {
    return formatMessage(this.language, key, values);
  }

  /** A button by its message. */
  button(key: MessageKey, values?: MessageValues): Locator {
    return this.page.getByRole('button', { name: this.say(key, values), exact: true });
  }

  /** Goes to a screen by the rail. */
  async go(screen: 'sources' | 'excerpts' | 'dossiers' | 'search' | 'trash' | 'settings'): Promise<void> {
    const rail = this.page.getByRole('navigation', { name: this.say('app.rail') });
    const name = new RegExp(`^${this.say(`app.go.${screen}`)}`);
    await rail.getByRole('link', { name }).or(rail.getByRole('button', { name })).first().click();
  }

  /** Chooses files, all of the folder shown, in the window's own dialog. */
  async chooseAllFiles(folder: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    const list = dialog.getByRole('grid', { name: this.say('app.files.list') });
    await list.getByRole('row', { name: folder }).dblclick();
    await expect.poll(() => list.getByRole('row').count()).toBeGreaterThan(10);
    await list.getByRole('row').first().click();
    await this.page.keyboard.press('ControlOrMeta+a');
    await dialog.getByRole('button', { name: /^(Elegir|Choose)/ }).click();
  }

  /** Gives the name of a file to write in the person's own folder, in the window's own dialog. */
  async saveAs(name: string): Promise<string> {
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: this.say('app.files.name') }).fill(name);
    await dialog.getByRole('button', { name: this.say('app.files.save'), exact: true }).click();
    return join(this.home, name);
  }

  /** Fails where axe finds anything on the present screen. */
  async expectAccessible(screen: string): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 160)).join(' | ')}`,
    );
    expect(found, `axe on ${screen}`).toEqual([]);
  }

  /** Ends the program. */
  async close(): Promise<void> {
    await this.app.close();
    if (this.#homeBefore === undefined) delete process.env.HOME;
    else process.env.HOME = this.#homeBefore;
  }
}

/** Starts the program for a person whose own folder holds the sample documents in «muestra». */
export async function startDriver(language: Language, options: LaunchOptions = {}): Promise<Driver> {
  const app = await launchApp({ ...options, settings: { ...options.settings, language } });
  const home = join(app.folder, 'home');
  await mkdir(home);
  await cp(samples, join(home, 'muestra'), { recursive: true });
  const before = process.env.HOME;
  process.env.HOME = home;
  return new Driver(app, language, home, before);
}
