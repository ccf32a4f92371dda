import type { Locator } from 'playwright-core';
import type { Album } from './album.ts';

/** Reads a source of the list, whose title is like this. */
export async function openSource(album: Album, title: RegExp): Promise<void> {
  await album.driver.go('sources');
  await (await findRow(album, title)).dblclick();
  await album.driver.page.getByLabel(album.driver.say('reader.tools')).waitFor();
}

/** The row of a source, scrolled into sight: the list draws only the rows that show, and gives a row that leaves to another source. */
export async function findRow(album: Album, title: RegExp): Promise<Locator> {
  const { page } = album.driver;
  const table = page.getByRole('grid', { name: album.driver.say('library.sources') });
  const row = table.getByRole('row', { name: title });
  await table.getByRole('row').nth(1).waitFor();
  for (let step = 0; step < 20 && !(await isInSight(row, table)); step++) {
    await table.evaluate((grid, top) => grid.scrollTo({ top }), step * 300);
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
  }
  return row;
}

async function isInSight(row: Locator, table: Locator): Promise<boolean> {
  if ((await row.count()) === 0) return false;
  const [inner, outer] = [await row.boundingBox(), await table.boundingBox()];
  if (!inner || !outer) return false;
  return inner.y > outer.y + 30 && inner.y + inner.height < outer.y + outer.height;
}

/** A PDF with a passage selected and being kept, the find bar, a flowing text, a source that changed. */
export async function takeReader(album: Album): Promise<void> {
  await takePdf(album);
  await takeFlow(album);
}

async function takePdf(album: Album): Promise<void> {
  const { driver } = album;
  const { page } = driver;
  await openSource(album, /acta resumida/);
  await page.locator('canvas').first().waitFor();
  await goToPage(album, 4);
  await selectLine(album, page.locator('[data-start]').filter({ hasText: 'Permite también' }).first());
  await album.take('reader-selection');
  await page.keyboard.press('e');
  const form = page.getByRole('form', { name: driver.say('reader.newExcerpt') });
  await form
    .getByRole('textbox', { name: driver.say('reader.note') })
    .fill('Base de la ficha de seguimiento');
  await album.take('reader-excerpt-form');
  await driver.button('reader.save').click();
  await page.getByText(driver.say('reader.kept')).first().waitFor();
  await album.moveAside();
  await album.take('reader-kept');
  await page
    .getByLabel(driver.say('reader.tools'))
    .getByRole('button', { name: driver.say('reader.find') })
    .click();
  await page.keyboard.type('seguimiento');
  await page
    .getByRole('search')
    .getByText(/^\d+ (de|of) /)
    .first()
    .waitFor();
  await album.moveAside();
  await album.take('reader-find');
  await page.keyboard.press('Escape');
}

async function takeFlow(album: Album): Promise<void> {
  const { page } = album.driver;
  await openSource(album, /ejes de los mecanismos/i);
  await page
    .getByRole('main')
    .getByText(/cinco o más/)
    .first()
    .waitFor();
  await album.moveAside();
  await album.take('reader-flow');
}

/** Shows a physical page. */
export async function goToPage(album: Album, number: number): Promise<void> {
  const field = album.driver.page.getByLabel(album.driver.say('reader.goToNumber'));
  await field.fill(String(number));
  await field.press('Enter');
}

async function selectLine(album: Album, line: Locator): Promise<void> {
  const { mouse } = album.driver.page;
  await line.scrollIntoViewIfNeeded();
  const box = await line.boundingBox();
  if (!box) throw new Error('the line is not drawn');
  const y = box.y + box.height / 2;
  await mouse.move(box.x + 2, y);
  await mouse.down();
  await mouse.move(box.x + box.width - 2, y, { steps: 8 });
  await mouse.up();
  await album.driver.page.getByRole('toolbar', { name: album.driver.say('reader.selectionTools') }).waitFor();
}
