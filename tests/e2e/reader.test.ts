import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CallInput, CallName, CallOutput } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/contract/result.ts';
import { type Driver, startDriver } from './driver.ts';

const ACTA = 'acta-iv-gabinete-peru-bolivia-2018.pdf';
const PUNTOS = 'encuentro-presidencial-peru-bolivia-2025.md';

let driver: Driver;

beforeEach(async () => {
  driver = await startDriver('es');
});

afterEach(async () => {
  await driver.close();
});

/** Asks the core what the window would ask it. */
async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const result = (await driver.page.evaluate(([call, value]) => window.valija.call(call, value), [
    name,
    input,
  ] as const)) as Result<CallOutput<N>>;
  if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
  return result.value;
}

/** Makes a library with one sample document and opens it in the reader. */
async function read(document: string): Promise<string> {
  const { core } = driver.app.shell;
  const library = await core.grant(join(driver.home, 'lectura.valija'));
  await ask('library.create', { file: library });
  const { jobId } = await ask('sources.import', {
    files: [await core.grant(join(driver.home, 'muestra', document))],
  });
  await expect
    .poll(async () => (await ask('jobs.get', { id: jobId })).state, { timeout: 60_000 })
    .toBe('done');
  await driver.page.reload();
  await driver.page.getByRole('row').nth(1).click();
  await driver.button('library.read').click();
  // Away from the buttons: a tooltip on show would take the first Escape for itself.
  await driver.page.mouse.move(500, 600);
  const { items } = await ask('sources.list', {});
  return items[0]!.id;
}

/** The text of the source, as a person hears it named. */
function pane() {
  return driver.page.getByRole('region', { name: /^Texto de/ }).or(driver.page.getByRole('application'));
}

/** Goes to a physical page and gives the box of the printed line with some words. */
async function lineWith(page: number, words: string) {
  const field = driver.page.getByLabel(driver.say('reader.goToNumber'));
  await field.fill(String(page));
  await field.press('Enter');
  const line = driver.page.locator('[data-start]').filter({ hasText: words }).first();
  await line.scrollIntoViewIfNeeded();
  return (await line.boundingBox())!;
}

test('keeps a passage across a page break, selected by mouse, without the running heads between', async () => {
  const sourceId = await read(ACTA);
  const { page } = driver;
  const from = await lineWith(4, 'Permite también');
  // The passage begins in the middle of its line: two presses take a word, and dragging on keeps whole words.
  await page.mouse.dblclick(from.x + from.width * 0.45, from.y + from.height / 2);
  await page.keyboard.down('Shift');
  const to = await driver.page
    .locator('[data-start]')
    .filter({ hasText: 'plazo y por medio' })
    .first()
    .boundingBox();
  await page.mouse.click(to!.x + to!.width - 1, to!.y + to!.height / 2);
  await page.keyboard.up('Shift');
  await page.keyboard.press('e');
  const form = page.getByRole('form', { name: driver.say('reader.newExcerpt') });
  await form.getByText('pp. 1–2 · físicas 4–5').waitFor();
  await form.getByRole('textbox', { name: driver.say('reader.note') }).fill('Pasa de página');
  await page.keyboard.press('Control+Enter');
  await page.getByText(driver.say('reader.kept')).first().waitFor();
  const { items } = await ask('excerpts.list', { sourceId });
  expect(items).toHaveLength(1);
  expect(items[0]?.exact).toContain('sepa qué ha prometido la otra, en qué plazo y por medio');
  expect(items[0]).toMatchObject({
    firstPage: 4,
    lastPage: 5,
    firstLabel: '1',
    lastLabel: '2',
    status: 'exact',
  });
  await driver.expectAccessible('reader with an excerpt');
  await page.getByRole('button', { name: driver.say('reader.undo') }).click();
  await expect.poll(async () => (await ask('excerpts.list', { sourceId })).items.length).toBe(0);
  expect(driver.app.problems).toEqual([]);
});

test('finds without accents, selects and keeps by keyboard alone', async () => {
  const sourceId = await read(ACTA);
  const { page } = driver;
  await pane().focus();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('isla esteves');
  await page.getByRole('search').getByText('1 de', { exact: false }).first().waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => pane().evaluate(node => node === document.activeElement)).toBe(true);
  await page.keyboard.press('F7');
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < 2; i++) await page.keyboard.press('PageDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Home');
  await page.getByText(/^Seleccionado: /).waitFor({ state: 'attached' });
  await page.keyboard.press('Control+e');
  await page.keyboard.press('Control+Enter');
  await page.getByText(driver.say('reader.kept')).first().waitFor();
  const [kept] = (await ask('excerpts.list', { sourceId })).items;
  expect(kept).toMatchObject({ firstPage: 3, firstLabel: 'iii', status: 'exact' });
  expect(kept?.exact).toBe('Documento de muestra Acta resumida, IV reunión, 2018');
});

test('tells what a newer version did to an excerpt, and takes its new words when asked', async () => {
  const sourceId = await read(PUNTOS);
  const { page } = driver;
  await page.getByText('Gestión de las aguas compartidas.').click({ clickCount: 3 });
  await page.keyboard.press('e');
  await page.keyboard.press('Control+Enter');
  await page.getByText(driver.say('reader.kept')).first().waitFor();

  const before = await readFile(join(driver.home, 'muestra', PUNTOS), 'utf8');
  await writeFile(
    join(driver.home, 'nueva.md'),
    before.replace('las aguas compartidas', 'las aguas no compartidas'),
  );
  await driver.button('reader.sourceMenu').click();
  await page.getByRole('menuitem', { name: driver.say('reader.replace') }).click();
  await page.getByRole('dialog').getByRole('row', { name: 'nueva.md' }).dblclick();
  const verdict = driver.say('reader.replaced', { total: 1, exact: 0, moved: 0, changed: 1 });
  await page.getByText(verdict).waitFor({ timeout: 30_000 });

  const card = page.getByRole('article').first();
  await card.getByText(driver.say('app.status.changed')).waitFor();
  await expect.poll(() => card.locator('ins').allInnerTexts()).toEqual([expect.stringContaining('no')]);
  await driver.expectAccessible('reader with a changed excerpt');
  await driver.button('reader.acceptWords').click();
  await card.getByText(driver.say('app.status.exact')).waitFor();
  const [excerpt] = (await ask('excerpts.list', { sourceId })).items;
  expect(excerpt?.exact).toBe('Gestión de las aguas no compartidas.');
});
