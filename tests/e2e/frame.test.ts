import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import type { CallName } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/contract/result.ts';
import type { Source } from '../../shared/model/source.ts';
import { killCore } from '../helpers/kill-core.ts';
import { type LaunchedApp, type LaunchOptions, launchApp } from '../helpers/launch-app.ts';

const documents = resolve(import.meta.dirname, '../../resources/sample/documents');
const pdf = 'acta-iv-gabinete-peru-bolivia-2018.pdf';
const markdown = 'ejes-de-los-mecanismos-2018.md';

let app: LaunchedApp;

afterEach(() => app.close());

async function launch(options: LaunchOptions = {}): Promise<Page> {
  app = await launchApp(options);
  app.page.setDefaultTimeout(20_000);
  return app.page;
}

/** Makes a library beside the test's settings and waits for its first screen. */
async function createLibrary(name: string, password?: string): Promise<void> {
  const file = await app.shell.core.grant(join(app.folder, `${name}.valija`));
  const made = await app.shell.door('library.create', { file, password });
  expect(made.ok).toBe(true);
  await app.page.getByRole('heading', { level: 1, name: /^(Fuentes|Sources)$/ }).waitFor();
}

/** Lets files go over the window, as a user would. */
async function drop(files: readonly { name: string; bytes: Buffer }[]): Promise<void> {
  const packed = files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') }));
  await app.page.evaluate(dropped => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of dropped) {
      const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    const target = document.querySelector('main h1, main h2');
    for (const type of ['dragenter', 'dragover', 'drop']) {
      target?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
    }
  }, packed);
}

const sample = (name: string) => ({ name, bytes: readFileSync(join(documents, name)) });

/** What has the keyboard: its role or tag, and its words. */
const focused = () =>
  app.page.evaluate(() => {
    const element = document.activeElement;
    return `${element?.getAttribute('role') ?? element?.tagName}: ${element?.textContent?.slice(0, 60)}`;
  });

async function expectAccessible(what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: app.page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`);
  expect(found, what).toEqual([]);
}

test('a locked library asks for its password until it is right', async () => {
  const page = await launch();
  await expectAccessible('welcome');
  await createLibrary('Reservada', 'clave');
  await page.getByText('Cifrada con contraseña').waitFor();
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Cerrar', exact: true }).click();
  await page.getByRole('button', { name: /^Reservada/ }).click();
  const dialog = page.getByRole('dialog', { name: /Contraseña de/ });
  await dialog.getByRole('textbox').fill('otra');
  await page.keyboard.press('Enter');
  await dialog.getByText('La contraseña no abre «Reservada.valija»').waitFor();
  await expectAccessible('wrong password');
  await dialog.getByRole('textbox').fill('clave');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Fuentes' }).waitFor();
  expect(app.problems).toEqual([]);
});

test('dropped files come in, each bad one is named, and the record can be changed and changed back', async () => {
  const page = await launch();
  await createLibrary('Prueba');
  await page.getByRole('heading', { name: 'Aún no hay fuentes' }).waitFor();
  await drop([sample(pdf), { name: 'vacío & raro %20#.docx', bytes: Buffer.alloc(0) }, sample(markdown)]);
  await page.getByText('2 fuentes importadas, un archivo no se pudo importar.').waitFor();
  await page.getByRole('button', { name: 'Ver detalle' }).click();
  await page.getByRole('dialog').getByText('«vacío & raro %20#.docx» está vacío.').waitFor();
  await expectAccessible('import report');
  await page.keyboard.press('Escape');

  await page.getByRole('row', { name: /acta resumida/ }).click();
  const title = page.getByRole('textbox', { name: 'Título' });
  const before = await title.inputValue();
  await title.fill('Acta de Cobija');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Tab');
  await page.getByRole('heading', { level: 2, name: 'Acta de Cobija' }).waitFor();
  await page.getByRole('button', { name: 'Deshacer' }).click();
  await page.getByRole('heading', { level: 2, name: before }).waitFor();
  expect(await title.inputValue()).toBe(before);

  await page.getByRole('textbox', { name: 'Fecha del documento' }).fill('el martes');
  await page.getByText('No es una fecha que Valija entienda').waitFor();
  await expectAccessible('record');

  await page.getByRole('row', { name: /acta resumida/ }).click();
  await page.keyboard.press('Delete');
  await page.getByText('está en la papelera').waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('row', { name: /acta resumida/ }).waitFor();
  expect(app.problems).toEqual([]);
});

test('what is typed is found with its inflections, and Enter goes to its place', async () => {
  const page = await launch({ settings: { language: 'en' } });
  await createLibrary('Search');
  await drop([sample(pdf)]);
  await page.getByText('One source imported.').waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('acuerdo');
  const first = page.getByRole('option').first();
  await first.locator('mark', { hasText: 'acuerdos' }).waitFor();
  await expectAccessible('search');
  await page.keyboard.press('Enter');
  await page.getByText('IV Gabinete Binacional Perú–Bolivia: acta resumida').first().waitFor();
  await page.keyboard.press('Alt+ArrowLeft');
  await page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor();
});

test('the keyboard goes into each screen, and back to the row it came from', async () => {
  const page = await launch();
  await createLibrary('Teclado');
  const buttons = page.getByRole('main').getByRole('button', { name: 'Importar…' });
  // The second one is the empty list's: it goes with its list, and the keyboard must not go with it.
  await buttons.nth(1).focus();
  await drop([sample(pdf), sample(markdown)]);
  await page.getByText('2 fuentes importadas.').waitFor();
  await page.getByRole('row', { name: /acta resumida/ }).waitFor();
  const dates = await page.getByRole('columnheader', { name: 'Fecha' }).boundingBox();
  expect(dates?.x).toBeLessThan(page.viewportSize()!.width);
  await expect.poll(focused).toBe('H1: Fuentes');
  await page.getByRole('row', { name: /acta resumida/ }).click();
  await page.keyboard.press('Enter');
  await expect.poll(focused).toMatch(/^region/);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(focused).toMatch(/^row: .*acta resumida/);
  await page.keyboard.press('Control+3');
  await expect.poll(focused).toBe('H1: Carpetas');
});

test('every action has a name and the language changes at once', async () => {
  const page = await launch();
  await createLibrary('Idiomas');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('english');
  await expectAccessible('palette');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await page.keyboard.press('F1');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Ctrl+K').waitFor();
  await expectAccessible('shortcuts');
});

test('a core that dies is reported, and its library is opened again', async () => {
  const page = await launch();
  await createLibrary('Duradera');
  await drop([sample(markdown)]);
  await page.getByText('Una fuente importada.').waitFor();
  killCore();
  await page.getByText('«Duradera» está abierta de nuevo').waitFor();
  await page.getByRole('row', { name: /Los ejes de los mecanismos/ }).waitFor();
});

test.each([
  ['es', 'light', 100],
  ['en', 'dark', 200],
] as const)('every screen is accessible (%s, %s, letters at %i)', async (language, theme, textScale) => {
  const page = await launch({
    settings: { language, theme, textScale },
    viewport: { width: 1280, height: 800 },
  });
  await createLibrary('Pantallas');
  await expectAccessible('no sources');
  await drop([sample(pdf)]);
  await page.getByRole('row', { name: /acta resumida/ }).waitFor();
  await expectAccessible('sources');
  const sources = await ask<{ items: Source[] }>('sources.list', {});
  const sourceId = sources.items[0]?.id ?? '';
  const [start, end] = [
    { page: 1, offset: 0 },
    { page: 1, offset: 120 },
  ];
  await ask('excerpts.create', { sourceId, start, end, details: { tags: ['frontera'], note: 'Nota' } });
  for (const [keys, what] of [
    ['Control+2', 'excerpts'],
    ['Control+4', 'search'],
    ['Control+,', 'settings'],
  ] as const) {
    await page.keyboard.press(keys);
    await page.locator(`main h1`).waitFor();
    await expectAccessible(what);
  }
  await ask('sources.trash', { ids: [sourceId] });
  await page.keyboard.press('Control+5');
  await page.locator('main li').first().waitFor();
  await expectAccessible('trash');
});

async function ask<T>(name: CallName, input: unknown): Promise<T> {
  const result = (await app.shell.door(name, input)) as Result<T>;
  if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
  return result.value;
}
