import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
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

const point = 'Proponer la segunda reunión en Lima';
const caption = 'El paso de frontera';
const tableCaption = 'Compromisos por cumplir';

async function openNewDossier(d: Driver): Promise<void> {
  await d.button('library.create').click();
  await d.page.getByRole('textbox', { name: d.say('library.name') }).fill('Puntos');
  await d.button('library.createWhere').click();
  await d.saveAs('Puntos.valija');
  await d.page.getByRole('heading', { name: d.say('library.empty') }).waitFor();
  await d.go('dossiers');
  await d.page
    .getByRole('button', { name: d.say('dossier.new.title') })
    .first()
    .click();
  const dialog = d.page.getByRole('dialog');
  await dialog
    .getByRole('textbox', { name: d.say('dossier.details.title'), exact: true })
    .fill('Perú–Bolivia');
  await dialog.getByRole('button', { name: d.say('dossier.new.create') }).click();
  const outline = d.page.getByLabel(d.say('dossier.outline.label')).first();
  await outline
    .getByText(d.language === 'es' ? 'Puntos de conversación' : 'Talking points')
    .first()
    .click();
  await d.page.locator('.ProseMirror').first().click();
}

async function addFigure(d: Driver): Promise<void> {
  const clip = { x: 0, y: 0, width: 600, height: 300 };
  await d.page.screenshot({ path: join(d.home, 'mapa.png'), clip });
  await d.page.keyboard.press('ControlOrMeta+Shift+g');
  await d.page.getByRole('row', { name: 'mapa.png' }).dblclick();
  await d.page.getByRole('textbox', { name: d.say('editor.figure.caption') }).fill(caption);
  await d.page.getByRole('textbox', { name: d.say('editor.figure.alt') }).fill('Mapa');
  await d.expectAccessible('figure dialog');
  await d.page
    .getByRole('dialog')
    .getByRole('button', { name: d.say('dossier.toolbar.insert') })
    .click();
  await d.page.locator('.ProseMirror').getByRole('img', { name: 'Mapa' }).waitFor();
  await d.page.keyboard.press('Enter');
}

async function addPoint(d: Driver): Promise<void> {
  await d.page.keyboard.type(`${point} (`);
  await d.page.keyboard.press('ControlOrMeta+Shift+m');
  const dialog = d.page.getByRole('dialog');
  await dialog.getByRole('option', { name: new RegExp(caption) }).click();
  await d.expectAccessible('cross-reference dialog');
  await dialog.getByRole('button', { name: d.say('dossier.toolbar.insert') }).click();
  await dialog.waitFor({ state: 'detached' });
  await d.page.locator('.ProseMirror:focus').waitFor();
  await d.page.keyboard.type(').');
  await d.page.keyboard.press('ControlOrMeta+Shift+6');
  const head = d.page.locator('.ProseMirror [data-block="talking_point"]');
  await head.getByRole('textbox', { name: d.say('editor.point.addressee') }).fill('Al canciller');
  await d.page.keyboard.press('Enter');
  await d.expectAccessible('figure, point and reference');
  await d.page.getByText(d.say('dossier.save.saved')).first().waitFor();
}

/** A chart whose figures are typed by the keyboard alone, and two columns. */
async function addChartAndColumns(d: Driver): Promise<void> {
  const { keyboard } = d.page;
  await insert(d, 'editor.insert.chart');
  await d.page.getByRole('textbox', { name: d.say('editor.chart.seriesName', { number: 1 }) }).fill('2026');
  for (const key of ['Enter', '1', '2', 'Home', 'ArrowLeft']) await keyboard.press(key);
  await keyboard.type('Bienes');
  await d.page.getByRole('dialog').getByRole('img').waitFor();
  await d.expectAccessible('chart dialog');
  await d.page
    .getByRole('dialog')
    .getByRole('button', { name: d.say('dossier.toolbar.insert') })
    .click();
  await d.page.locator('.ProseMirror [data-block="chart"]').getByRole('img').waitFor();
  await insert(d, 'editor.insert.parallel');
  await d.page.locator('.ProseMirror:focus').waitFor();
  await keyboard.type('Las Partes');
  await keyboard.press('Tab');
  await keyboard.type('The Parties');
  await d.expectAccessible('chart and two columns');
  await d.page.getByText(d.say('dossier.save.saved')).first().waitFor();
}

/** A table made, filled and captioned by the keyboard alone. */
async function addTable(d: Driver): Promise<void> {
  const { keyboard } = d.page;
  const dialog = d.page.getByRole('dialog');
  await keyboard.press('ControlOrMeta+End');
  await d.button('dossier.toolbar.table').click();
  await d.page.getByRole('menuitem', { name: d.say('dossier.table.insert') }).click();
  const rows = dialog.getByRole('textbox', { name: d.say('dossier.table.rows') });
  await rows.and(d.page.locator(':focus')).waitFor();
  await keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await d.page.locator('.ProseMirror:focus table').waitFor();
  for (const cell of ['Plazo', 'Estado', 'Oficina']) {
    await keyboard.type(cell);
    await keyboard.press('Tab');
  }
  await keyboard.press('Alt+Enter');
  await dialog.getByRole('textbox', { name: d.say('dossier.table.captionTitle') }).fill(tableCaption);
  await keyboard.press('Enter');
  await d.page.locator(`.ProseMirror table[data-caption="${tableCaption}"]`).waitFor();
  await d.expectAccessible('table');
}

async function insert(d: Driver, item: 'editor.insert.chart' | 'editor.insert.parallel'): Promise<void> {
  await d.button('dossier.toolbar.insert').click();
  await d.page.getByRole('menuitem', { name: d.say(item) }).click();
}

async function exportSeveral(d: Driver): Promise<void> {
  await d.button('dossier.export.action').click();
  const dialog = d.page.getByRole('dialog');
  await dialog.getByRole('table').waitFor();
  const speaking = { output: d.say('export.output.speakingPages'), format: 'PDF' };
  const word = { output: d.say('export.output.folder'), format: 'Word' };
  for (const output of [speaking, word]) {
    const box = dialog.getByRole('checkbox', { name: d.say('outputs.outputAs', output) });
    await box.locator('xpath=ancestor::label').click();
  }
  await dialog
    .getByRole('textbox', { name: d.say('outputs.recipients') })
    .fill('Ana Ríos; Dirección de América');
  await dialog.getByRole('button', { name: d.say('outputs.leaveOutEmpty', { count: 2 }) }).click();
  await dialog.getByRole('button', { name: d.say('dossier.undo') }).click();
  await dialog.getByRole('button', { name: d.say('outputs.leaveOutEmpty', { count: 2 }) }).waitFor();
  await d.expectAccessible('export window');
  await d.button('outputs.start').click();
  await d.button('app.files.saveHere').click();
  await d.page.getByText(d.say('outputs.done', { count: 3 })).waitFor({ timeout: 60_000 });
  await d.expectAccessible('exported files');
  await d.button('app.close').last().click();
  await dialog.waitFor({ state: 'detached' });
  await d.button('dossier.export.action').and(d.page.locator(':focus')).waitFor();
}

async function recallCopy(d: Driver): Promise<void> {
  await d.button('copies.title').click();
  const rows = d.page.getByRole('dialog').getByRole('row');
  const row = rows.filter({ has: d.page.getByRole('rowheader', { name: '1', exact: true }) });
  await row.locator('label').click();
  await d.button('copies.set.recalled').click();
  await row.getByText(d.say('export.copyState.recalled'), { exact: true }).waitFor();
  expect(await rows.count()).toBe(3);
  await d.expectAccessible('issue log');
  await d.page.keyboard.press('Escape');
  await d.page.getByRole('dialog').waitFor({ state: 'detached' });
}

describe.each<Language>(['es', 'en'])('what pages are made of, in %s', language => {
  test('figure, point, reference, several outputs', { timeout: 180_000 }, async () => {
    driver = await startDriver(language);
    await openNewDossier(driver);
    await addFigure(driver);
    await addPoint(driver);
    await addChartAndColumns(driver);
    await addTable(driver);
    await exportSeveral(driver);
    await recallCopy(driver);
    const names = (await readdir(driver.home)).filter(name => name.startsWith('Perú–Bolivia'));
    const title = (output: 'folder' | 'speakingPages') =>
      `Perú–Bolivia - ${driver.say(`export.output.${output}`)}`;
    const copy = (output: 'folder' | 'speakingPages', number: string) =>
      `${title(output)} - ${driver.say('export.copy', { number })} (Ana Ríos).pdf`;
    const written = [`${title('folder')}.docx`, copy('folder', '001'), copy('speakingPages', '002')];
    expect(names.toSorted()).toEqual(written.toSorted());
    const folder = await readPdf(await readFile(join(driver.home, copy('folder', '001'))));
    const words = folder.texts.join('\n').replace(/\s+/g, ' ');
    expect(words).toContain(point);
    expect(words).toContain(caption);
    expect(words).toContain(tableCaption);
    expect(words).toContain('Las Partes');
    expect(words).toContain('Ana Ríos');
    expect(words).toContain(`(${driver.say('page.reference.figure', { number: '1' })})`);
    const speaking = await readPdf(await readFile(join(driver.home, copy('speakingPages', '002'))));
    expect(speaking.texts.join('\n').replace(/\s+/g, ' ')).toContain(point);
    expect(driver.app.problems).toEqual([]);
  });
});
