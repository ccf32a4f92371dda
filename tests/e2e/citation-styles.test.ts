import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Language } from '../../shared/model/common.ts';
import { bracketStyle } from '../helpers/citation-styles.ts';
import { type Driver, startDriver } from './driver.ts';

let driver: Driver;

afterEach(async context => {
  if (process.env.E2E_PICTURE && context.task.result?.state === 'fail')
    await driver.page.screenshot({ path: process.env.E2E_PICTURE });
  await driver.close();
});

/** A new library with a dossier, its details shown. */
async function openDetails(d: Driver): Promise<void> {
  await d.button('library.create').click();
  await d.page.getByRole('textbox', { name: d.say('library.name') }).fill('Citas');
  await d.button('library.createWhere').click();
  await d.saveAs('Citas.valija');
  await d.page.getByRole('heading', { name: d.say('library.empty') }).waitFor();
  await d.go('dossiers');
  await d.button('dossier.new.title').first().click();
  const dialog = d.page.getByRole('dialog');
  await dialog
    .getByRole('textbox', { name: d.say('dossier.details.title'), exact: true })
    .fill('Perú–Bolivia');
  await dialog.getByRole('button', { name: d.say('dossier.new.create') }).click();
  await d.page.getByRole('tab', { name: d.say('dossier.tab.details') }).click();
}

async function addStyle(d: Driver, name: string): Promise<void> {
  await d.button('dossier.details.addStyle').click();
  await d.page.getByRole('dialog').getByRole('row', { name }).dblclick();
}

test.each<Language>(['es', 'en'])(
  'a style is added from a file, or refused beside the button (%s)',
  async language => {
    driver = await startDriver(language);
    const d = driver;
    const broken = bracketStyle.replace(
      'macro="place"/></group></layout>',
      'macro="nada"/></group></layout>',
    );
    await writeFile(join(d.home, 'corchetes.csl'), bracketStyle);
    await writeFile(join(d.home, 'rota.csl'), broken);
    await openDetails(d);
    const choice = d.page.getByRole('button', { name: d.say('dossier.details.citationStyle') });
    await expect.poll(() => choice.textContent()).toContain(d.say('dossier.details.houseStyle'));
    await addStyle(d, 'rota.csl');
    const alert = d.page.getByRole('alert').filter({ hasText: 'rota.csl' });
    await expect.poll(() => alert.textContent(), { timeout: 20_000 }).toMatch(/12/);
    await d.expectAccessible('refused style');
    if (process.env.E2E_PICTURE)
      await d.page.screenshot({ path: `${process.env.E2E_PICTURE}.${language}.png` });
    await addStyle(d, 'corchetes.csl');
    await expect.poll(() => choice.textContent(), { timeout: 20_000 }).toContain('Corchetes');
    expect(await alert.count()).toBe(0);
    expect(d.app.problems).toEqual([]);
  },
  120_000,
);
