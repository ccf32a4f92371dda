import { join } from 'node:path';
import type { Album } from './album.ts';
import { findRow } from './reader-pictures.ts';

/** Opens a library of this person's folder. */
export async function openLibrary(album: Album, name: string): Promise<void> {
  const { core } = album.driver.app.shell;
  await album.ask('library.open', { file: await core.grant(join(album.driver.home, name)) });
  const { page } = album.driver;
  await page.reload();
  await page.getByRole('row', { name: /nota conceptual/i }).waitFor();
}

/** Sources, a record, excerpts, both searches. */
export async function takeLibrary(album: Album): Promise<void> {
  const { driver } = album;
  const { page } = driver;
  await album.take('sources');
  await page.getByRole('row', { name: /nota conceptual/i }).click();
  await page.getByRole('textbox', { name: driver.say('library.field.title'), exact: true }).waitFor();
  await album.moveAside();
  await album.take('source-record');
  await driver.go('excerpts');
  await page.getByRole('article').first().waitFor();
  await album.moveAside();
  await album.take('excerpts');
  await page.keyboard.press('/');
  await page.keyboard.type('acuerdo');
  await page.getByRole('option').first().waitFor();
  await album.take('search-panel');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: driver.say('library.search.title') }).waitFor();
  await page.getByRole('option').first().waitFor();
  await album.take('search');
  await page.getByRole('combobox').fill('zzyzx');
  await page.getByText(driver.say('library.search.none', { text: 'zzyzx' })).waitFor();
  await album.take('search-nothing');
}

/** Settings with a verified library, the trash, the palette, the shortcuts. */
export async function takeFrame(album: Album): Promise<void> {
  const { driver } = album;
  const { page } = driver;
  await driver.go('settings');
  await driver.button('library.settings.verifyNow').click();
  await driver.button('library.seeInSource').first().waitFor({ timeout: 60_000 });
  await album.moveAside();
  await album.take('settings');
  await driver.go('sources');
  await (await findRow(album, /ejes/i)).click();
  await driver.button('library.toTrash').click();
  await driver.button('app.undo').waitFor();
  await driver.go('trash');
  await page.getByRole('main').getByRole('listitem').first().waitFor();
  await album.moveAside();
  await album.take('trash');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await album.take('palette');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('F1');
  await page.getByRole('dialog', { name: driver.say('app.shortcuts') }).waitFor();
  await album.take('shortcuts');
  await page.keyboard.press('Escape');
}
