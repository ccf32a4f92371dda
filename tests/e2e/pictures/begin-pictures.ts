import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Album } from './album.ts';

/** Files that cannot be imported, each for a reason of its own, beside one that can. */
const arrivals = {
  'Acta firmada.docx': Buffer.alloc(0),
  'Anexo estadístico.pdf': Buffer.from('{\\rtf1\\ansi No es un PDF}'),
  'Nota verbal 5-12 «urgente».md': Buffer.from('# Nota verbal\n\nTexto de la nota.\n'),
};

/** The first screens: welcome, a new library, its empty list, an import that half fails, a password. */
export async function takeBeginning(album: Album): Promise<void> {
  const { driver } = album;
  const { page } = driver;
  await driver.button('library.create').waitFor();
  await album.take('welcome');
  await takeFailure(album);
  await driver.button('library.create').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: driver.say('library.name') }).fill('Diálogos 2026');
  await dialog.getByText(driver.say('library.protect')).click();
  await dialog.getByLabel(driver.say('library.password'), { exact: true }).fill('gaviota del Pacífico');
  await dialog.getByLabel(driver.say('library.passwordRepeat'), { exact: true }).fill('gaviota del Pacífico');
  await album.take('create-library');
  await driver.button('library.createWhere').click();
  await page.getByRole('textbox', { name: driver.say('app.files.name') }).waitFor();
  await album.take('file-browser-save');
  await driver.saveAs('Diálogos 2026.valija');
  await page.getByRole('heading', { name: driver.say('library.empty') }).waitFor();
  await album.take('sources-empty');
  await takeImport(album);
  await takePassword(album);
}

async function takeFailure(album: Album): Promise<void> {
  const { driver } = album;
  const { page } = driver;
  await writeFile(join(driver.home, 'notas.valija'), 'no es una biblioteca');
  await driver.button('library.openOther').click();
  await page.getByRole('dialog').getByRole('row', { name: 'notas.valija' }).dblclick();
  const told = driver.say('error.notALibrary', { file: 'notas.valija' });
  await page.getByText(told).waitFor();
  await album.moveAside();
  await album.take('failure');
  await page.getByRole('button', { name: driver.say('app.close'), exact: true }).click();
  await page.getByText(told).waitFor({ state: 'detached' });
}

async function takeImport(album: Album): Promise<void> {
  const { driver } = album;
  const { page } = driver;
  for (const [name, bytes] of Object.entries(arrivals)) await writeFile(join(driver.home, name), bytes);
  await driver.button('library.import').first().click();
  const dialog = page.getByRole('dialog');
  const rows = Object.keys(arrivals).map(name => dialog.getByRole('row', { name }));
  await rows[0]?.click();
  for (const row of rows.slice(1)) await row.click({ modifiers: ['ControlOrMeta'] });
  await album.take('file-browser-open');
  await dialog.getByRole('button', { name: driver.say('app.files.open', { count: rows.length }) }).click();
  await driver.button('library.importDetail').waitFor({ timeout: 60_000 });
  await album.take('import-failed');
  await driver.button('library.importDetail').click();
  await page.getByRole('dialog', { name: driver.say('library.importReport') }).waitFor();
  await album.take('import-report');
  await page.keyboard.press('Escape');
}

async function takePassword(album: Album): Promise<void> {
  const { driver } = album;
  const { page } = driver;
  await album.ask('library.close', {});
  await page.getByRole('button', { name: /^Diálogos 2026/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('gaviota');
  await page.keyboard.press('Enter');
  await dialog.getByText(driver.say('error.wrongPassword', { file: 'Diálogos 2026.valija' })).waitFor();
  await album.take('password-wrong');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}
