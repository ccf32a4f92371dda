import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Album } from './album.ts';
import { openDossier, openPart, openTab } from './open-dossier.ts';
import { takeOutputs, takePageBlocks } from './page-pictures.ts';

const changedSource = 'ejes-de-los-mecanismos-2018.md';

/** The list, a new dossier, the editor with its menus and panels, the export. */
export async function takeDossier(album: Album): Promise<void> {
  const { driver } = album;
  const { page } = driver;
  await driver.go('dossiers');
  await page.getByRole('table').waitFor();
  await album.moveAside();
  await album.take('dossiers');
  await page
    .getByRole('button', { name: driver.say('dossier.new.title') })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('option').first().waitFor();
  await album.take('new-dossier');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await takeEditor(album);
  await takePanels(album);
  await takePageBlocks(album);
  await takeOutputs(album);
}

async function takeEditor(album: Album): Promise<void> {
  const { driver } = album;
  const { page } = driver;
  await openDossier(album);
  await openPart(album, 'Nota de síntesis');
  const editor = page.locator('.ProseMirror').first();
  await editor.locator('figure').first().waitFor();
  await page.locator('canvas').first().waitFor({ timeout: 60_000 });
  await album.moveAside();
  await album.take('editor');
  await editor.locator('sup').first().click();
  await page.getByRole('textbox', { name: driver.say('dossier.footnote.name', { number: 1 }) }).waitFor();
  await album.take('editor-footnote');
  await editor.locator('figure').first().scrollIntoViewIfNeeded();
  await album.take('editor-quote');
  await openPart(album, 'Programa y logística');
  await editor.locator('td').first().click();
  await driver.button('dossier.toolbar.table').click();
  await page.getByRole('menu').waitFor();
  await album.take('editor-table-menu');
  await page.keyboard.press('Escape');
  await driver.button('dossier.toolbar.citation').click();
  await page.getByRole('dialog').waitFor();
  await album.take('editor-citation');
  await page.keyboard.press('Escape');
  await driver.button('dossier.outline.add').click();
  await page.getByRole('dialog').waitFor();
  await album.take('editor-add-part');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function takePanels(album: Album): Promise<void> {
  const { page } = album.driver;
  await openPart(album, 'Matriz de compromisos');
  await openTab(album, 'preview');
  await page.locator('canvas').first().waitFor({ timeout: 60_000 });
  await album.moveAside();
  await album.take('preview');
  await openTab(album, 'details');
  await page.getByRole('textbox', { name: album.driver.say('dossier.details.ministry') }).waitFor();
  await album.moveAside();
  await album.take('details');
}

/** What the program says once a source has a newer version with other words: reader, dossier, check, export. */
export async function takeChanged(album: Album): Promise<void> {
  const { driver } = album;
  const { page } = driver;
  await replaceSource(album);
  await openDossier(album);
  await openTab(album, 'check');
  await page.getByText(driver.say('dossier.check.someNot', { count: 1 })).waitFor();
  await page
    .getByRole('tabpanel')
    .getByRole('button', { name: /cinco o más/ })
    .first()
    .click();
  await page.locator('.ProseMirror figure ins').first().waitFor();
  await album.moveAside();
  await album.take('check-changed');
  await driver.button('dossier.export.action').click();
  await driver.button('outputs.start').click();
  await driver.button('dossier.export.anyway').waitFor();
  await album.take('export-not-exact');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function replaceSource(album: Album): Promise<void> {
  const { app, home } = album.driver;
  const text = await readFile(join(home, 'muestra', changedSource), 'utf8');
  const changed = join(home, changedSource);
  await writeFile(changed, text.replaceAll('cinco o más', 'seis o más'));
  const { items } = await album.ask('sources.list', { limit: 100 });
  const source = items.find(item => item.fileName === changedSource);
  if (!source) throw new Error(`${changedSource} is not in the library`);
  const job = await album.run(
    album.ask('sources.replace', { id: source.id, file: await app.shell.core.grant(changed) }),
  );
  if (job.state !== 'done') throw new Error(`${changedSource} could not be replaced`);
}
