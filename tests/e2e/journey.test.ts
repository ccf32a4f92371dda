import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, test } from 'vitest';
import type { Language } from '../../shared/model/common.ts';
import { readPdf } from '../helpers/pdf-read.ts';
import { type Driver, startDriver } from './driver.ts';

let driver: Driver;

afterEach(async context => {
  if (process.env.E2E_PICTURE && context.task.result?.state === 'fail')
    await driver.page.screenshot({ path: process.env.E2E_PICTURE });
  await driver.close();
});

async function createLibrary(d: Driver): Promise<void> {
  await d.button('library.create').click();
  await d.page.getByRole('textbox', { name: d.say('library.name') }).fill('Diálogos');
  await d.button('library.createWhere').click();
  await d.saveAs('Diálogos.valija');
  await d.page.getByRole('heading', { name: d.say('library.empty') }).waitFor();
}

async function importSamples(d: Driver): Promise<void> {
  await d.button('library.import').first().click();
  await d.chooseAllFiles('muestra');
  await d.page.getByText(d.say('library.count', { total: 19 }), { exact: true }).waitFor({ timeout: 60_000 });
}

const note = 'Nota conceptual: hacer valer la igualdad';

async function keepExcerpt(d: Driver): Promise<string | null> {
  const row = d.page.getByRole('row', { name: /nota conceptual/ });
  await row.dblclick();
  const first = d.page.getByText('miembro de la Alianza del Pacífico', { exact: false }).first();
  await d.page.getByLabel(d.say('reader.goToNumber')).fill('2');
  await d.page.keyboard.press('Enter');
  await first.waitFor();
  const box = (await first.boundingBox())!;
  await d.page.mouse.move(box.x + 2, box.y + box.height / 2);
  await d.page.mouse.down();
  await d.page.mouse.move(box.x + box.width - 2, box.y + box.height / 2, { steps: 8 });
  await d.page.mouse.up();
  await d.page.keyboard.press('e');
  await d.page.getByRole('textbox', { name: d.say('reader.note'), exact: true }).fill(note);
  await d.button('reader.save').click();
  await d.page.getByText(d.say('reader.kept')).first().waitFor();
  return d.page.getByLabel(d.say('reader.excerptList')).first().textContent();
}

async function createDossier(d: Driver): Promise<void> {
  await d.go('dossiers');
  await d.page
    .getByRole('button', { name: d.say('dossier.new.title') })
    .first()
    .click();
  const dialog = d.page.getByRole('dialog');
  await dialog
    .getByRole('textbox', { name: d.say('dossier.details.title'), exact: true })
    .fill('Perú–Estados Unidos');
  await dialog.getByRole('button', { name: d.say('dossier.new.create') }).click();
  await d.page.getByLabel(d.say('dossier.outline.label')).first().waitFor();
}

async function writeAndQuote(d: Driver): Promise<void> {
  const outline = d.page.getByLabel(d.say('dossier.outline.label')).first();
  await outline
    .getByText(d.language === 'es' ? 'Nota de síntesis' : 'Steering brief')
    .first()
    .click();
  const editor = d.page.locator('.ProseMirror').first();
  await editor.click();
  await d.page.keyboard.type('Escrito a mano, con acentos y ñ.');
  await d.page.keyboard.press('Enter');
  await d.page.getByRole('tab', { name: d.say('dossier.tab.excerpts') }).click();
  const list = d.page.getByLabel(d.say('dossier.excerpts.list'));
  await list.getByText('Alianza del Pacífico').first().dragTo(editor.locator('p').last());
  await editor.getByText('Alianza del Pacífico').first().waitFor();
  await list.getByText('Alianza del Pacífico').first().click();
  await d.page.keyboard.press('Enter');
  await editor.getByText('Alianza del Pacífico').nth(1).waitFor();
  expect(await editor.getByText('Alianza del Pacífico').count()).toBe(2);
  await d.page.getByText(d.say('dossier.save.saved')).first().waitFor();
}

async function exportPdf(d: Driver): Promise<string> {
  await d.button('dossier.export.action').click();
  await d.button('outputs.start').click();
  const path = await d.saveAs('carpeta.pdf');
  await d.page.getByText(d.say('dossier.export.done', { file: 'carpeta.pdf' })).waitFor({ timeout: 60_000 });
  return path;
}

describe.each<Language>(['es', 'en'])('from a document to a dossier’s PDF, in %s', language => {
  test('import, excerpt, dossier, export', { timeout: 240_000 }, async () => {
    driver = await startDriver(language);
    await driver.expectAccessible('welcome');
    await createLibrary(driver);
    await driver.expectAccessible('empty library');
    await importSamples(driver);
    await driver.expectAccessible('sources');
    const kept = await keepExcerpt(driver);
    expect(kept).toContain(note);
    await driver.expectAccessible('reader');
    await createDossier(driver);
    await writeAndQuote(driver);
    await driver.expectAccessible('dossier');
    await driver.page.getByRole('tab', { name: driver.say('dossier.tab.preview') }).click();
    await driver.page.locator('canvas').first().waitFor();
    await driver.expectAccessible('preview');
    const pdf = await readPdf(await readFile(await exportPdf(driver)));
    const text = pdf.texts.join('\n');
    expect(text).toContain('Perú–Estados Unidos');
    expect(text).toContain('Escrito a mano, con acentos y ñ.');
    expect(text).toContain('Alianza del Pacífico');
    expect(driver.app.problems).toEqual([]);
    expect(
      driver.app.requests.every(url => url.startsWith(driver.app.shell.origin) || url.startsWith('blob:')),
    ).toBe(true);
  });
});
