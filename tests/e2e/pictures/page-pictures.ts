import { join } from 'node:path';
import type { Album } from './album.ts';
import { openPart, openTab } from './open-dossier.ts';

const figures =
  '\t2024\t2025\t2026\nBienes\t1.240\t1.310\t1.455\nServicios\t410\t455\t502\nInversión\t88\t120\t97';

/** A figure, a chart, two columns, a point, a reference and what is not to be disclosed, with their dialogs. */
export async function takePageBlocks(album: Album): Promise<void> {
  const { driver } = album;
  const { page } = driver;
  await openPart(album, 'Puntos de conversación');
  await openTab(album, 'preview');
  const editor = page.locator('.ProseMirror').first();
  await page.locator('canvas').first().waitFor({ timeout: 60_000 });
  await album.take('part-head');
  await editor.locator('p').first().click();
  await page.keyboard.press('ControlOrMeta+End');
  // The part ends with a point: the second Enter leaves it.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await takeFigure(album);
  await page.keyboard.press('Enter');
  await takeChart(album);
  await page.keyboard.press('ControlOrMeta+End');
  await insert(album, 'editor.insert.parallel');
  await expectFocus(album);
  await page.keyboard.type('Las Partes reafirman su voluntad de cooperar.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('The Parties reaffirm their will to cooperate.');
  await album.take('block-parallel');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('Agradecer la invitación y proponer fecha para la segunda reunión.');
  await page.keyboard.press('ControlOrMeta+Shift+6');
  const point = editor.locator('[data-block="talking_point"]').last();
  await point.getByRole('textbox', { name: driver.say('editor.point.addressee') }).fill('Al canciller');
  await point.getByRole('textbox', { name: driver.say('editor.point.minutes') }).fill('2');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+Shift+d');
  await album.take('block-point');
  await takeReference(album);
  await page.keyboard.press('Home');
  for (let letter = 0; letter < 8; letter++) await page.keyboard.press('Shift+ArrowRight');
  for (const [name, key] of [
    ['language', 'l'],
    ['index', 'h'],
  ] as const) {
    await page.keyboard.press(`ControlOrMeta+Shift+${key}`);
    await page.getByRole('dialog').waitFor();
    await album.take(`block-${name}`);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await editor.focus();
  }
  await page.getByText(driver.say('dossier.save.saved')).first().waitFor();
  await page.keyboard.press('F1');
  await page.getByRole('dialog').waitFor();
  await album.take('shortcuts');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Waits until the keyboard is in the text again. */
async function expectFocus({ driver }: Album): Promise<void> {
  await driver.page.waitForFunction(() => document.activeElement?.classList.contains('ProseMirror'));
}

async function insert(album: Album, item: 'editor.insert.chart' | 'editor.insert.parallel'): Promise<void> {
  const { driver } = album;
  await driver.button('dossier.toolbar.insert').click();
  await driver.page.getByRole('menuitem', { name: driver.say(item) }).click();
}

async function takeFigure(album: Album): Promise<void> {
  const { driver } = album;
  const { page } = driver;
  await page.screenshot({
    path: join(driver.home, 'mapa.png'),
    clip: { x: 0, y: 0, width: 900, height: 420 },
  });
  await page.keyboard.press('ControlOrMeta+Shift+g');
  await page.getByRole('dialog').getByRole('row', { name: 'mapa.png' }).dblclick();
  const caption = page.getByRole('textbox', { name: driver.say('editor.figure.caption') });
  await caption.fill('El paso de frontera');
  await album.take('block-figure-dialog');
  await driver.button('dossier.toolbar.insert').last().click();
  const figure = page.locator('.ProseMirror [data-block="figure"]').first();
  await figure.locator('img').waitFor();
  await album.take('block-figure');
}

async function takeChart(album: Album): Promise<void> {
  const { driver } = album;
  const { page } = driver;
  await insert(album, 'editor.insert.chart');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: driver.say('editor.chart.unit') }).fill('millones de USD');
  const corner = dialog.getByRole('textbox', { name: driver.say('editor.chart.corner') });
  await corner.evaluate((element, text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, figures);
  await dialog
    .getByRole('textbox', { name: driver.say('editor.figure.caption') })
    .fill('Comercio y presencia');
  await album.take('block-chart-dialog');
  await dialog.getByRole('button', { name: driver.say('dossier.toolbar.insert') }).click();
  await page.locator('.ProseMirror [data-block="chart"] svg').first().waitFor();
  await album.moveAside();
  await album.take('block-chart');
}

async function takeReference(album: Album): Promise<void> {
  const { driver } = album;
  const { page } = driver;
  await page.keyboard.press('ControlOrMeta+Shift+m');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('option', { name: /El paso de frontera/ }).click();
  await album.take('block-reference-dialog');
  await dialog.getByRole('button', { name: driver.say('dossier.toolbar.insert') }).click();
  await dialog.waitFor({ state: 'detached' });
  await album.take('block-reference');
}

/** The export window with its options, the files that it wrote, and the log of the copies. */
export async function takeOutputs(album: Album): Promise<void> {
  const { driver } = album;
  const { page } = driver;
  await driver.button('dossier.export.action').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('table').waitFor();
  await album.take('export');
  for (const output of ['speakingPages', 'handOver'] as const) await tick(album, output, 'pdf');
  await tick(album, 'folder', 'docx');
  await dialog
    .getByRole('textbox', { name: driver.say('outputs.recipients') })
    .fill('Ana Ríos; Directora de América\nLuis Vargas; Embajador');
  await dialog.getByRole('button', { name: driver.say('outputs.annexes.way') }).click();
  await page.getByRole('option', { name: driver.say('outputs.annexes.merged') }).click();
  await dialog.getByText(driver.say('outputs.protect')).click();
  await album.take('export-options');
  await dialog.getByText(driver.say('outputs.protect')).click();
  await driver.button('outputs.start').click();
  await driver.button('app.files.saveHere').waitFor();
  await album.take('export-folder');
  await driver.button('app.files.saveHere').click();
  await driver.button('dossier.export.cancel').waitFor();
  await album.take('export-running');
  await driver.button('dossier.export.cancel').click();
  await page.getByText(driver.say('outputs.cancelled')).waitFor();
  await album.take('export-cancelled');
  await driver.button('outputs.back').click();
  await driver.button('outputs.start').click();
  await driver.button('app.files.saveHere').click();
  await driver.button('outputs.more').waitFor({ timeout: 120_000 });
  await album.take('export-done');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await takeIssueLog(album);
  await openTab(album, 'preview');
  await page.getByRole('button', { name: driver.say('outputs.previewed') }).click();
  await page.getByRole('option', { name: driver.say('export.output.speakingPages') }).click();
  await page.waitForTimeout(3000);
  await album.take('preview-speaking');
}

async function tick(
  album: Album,
  output: 'folder' | 'speakingPages' | 'handOver',
  format: 'pdf' | 'docx',
): Promise<void> {
  const { driver } = album;
  const values = {
    output: driver.say(`export.output.${output}`),
    format: driver.say(`export.format.${format}`),
  };
  const box = driver.page.getByRole('checkbox', { name: driver.say('outputs.outputAs', values) });
  await box.locator('xpath=ancestor::label').click();
}

async function takeIssueLog(album: Album): Promise<void> {
  const { driver } = album;
  const { page } = driver;
  await driver.button('copies.title').click();
  const log = page.getByRole('dialog');
  await log.getByRole('row').nth(2).waitFor();
  await log.getByRole('row').nth(1).locator('label').first().click();
  await driver.button('copies.set.returned').click();
  await log.getByRole('row').getByText(driver.say('export.copyState.returned'), { exact: true }).waitFor();
  await album.take('issue-log');
  await page.keyboard.press('Escape');
  await log.waitFor({ state: 'detached' });
}
