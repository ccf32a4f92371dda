import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { killCore } from '../helpers/kill-core.ts';
import { type Driver, startDriver } from './driver.ts';

let driver: Driver;

afterEach(() => driver.close());

const words = 'Escrito mientras el motor vivía.';
const later = ' Y esto, mientras no había motor.';

/** A library with one dossier, its first written part open and the caret in it. */
async function beginWriting(password?: string): Promise<void> {
  driver = await startDriver('es');
  driver.page.setDefaultTimeout(10_000);
  const { door, core } = driver.app.shell;
  const file = await core.grant(join(driver.app.folder, 'Gabinete.valija'));
  expect(await door('library.create', { file, password })).toMatchObject({ ok: true });
  const details = { title: 'Perú–Bolivia' };
  expect(
    await door('dossiers.create', { templateId: 'visita-oficial', language: 'es', details }),
  ).toMatchObject({ ok: true });
  await driver.page.getByRole('heading', { level: 1, name: 'Fuentes' }).waitFor();
  await driver.go('dossiers');
  await driver.page.getByText('Perú–Bolivia').first().dblclick();
  await driver.page.getByLabel(driver.say('dossier.outline.label')).first().waitFor();
  const outline = driver.page.getByLabel(driver.say('dossier.outline.label')).first();
  await outline.getByText('Nota de síntesis').first().click();
  await editor().click();
}

const editor = () => driver.page.locator('.ProseMirror').first();

async function storedText(): Promise<string> {
  const { door } = driver.app.shell;
  const list = await door('dossiers.list', {});
  const { items } = (list as { value: { items: { id: string }[] } }).value;
  return JSON.stringify(await door('dossiers.get', { id: items[0]?.id }));
}

test('the core dies while someone types: the words, the screen and the caret stay, and all is saved', async () => {
  await beginWriting();
  await driver.page.keyboard.type(words);
  // The notice goes by itself, on a slow machine before the typing ends.
  const told = driver.page.getByText('está abierta de nuevo').waitFor({ timeout: 20_000 });
  killCore();
  await driver.page.keyboard.type(later, { delay: 10 });
  await told;
  await driver.page.keyboard.type(' Fin.');
  await expect.poll(() => storedText(), { timeout: 10_000 }).toContain(`${words}${later} Fin.`);
  expect(await editor().textContent()).toContain(`${words}${later} Fin.`);
  expect(await driver.page.getByText('No hay ninguna biblioteca abierta').count()).toBe(0);
  await driver.page.getByText(driver.say('dossier.save.saved')).first().waitFor();
});

test('a locked library asks its password; given up, the words wait until it is opened again', async () => {
  await beginWriting('clave');
  await driver.page.keyboard.type(words);
  killCore();
  const dialog = driver.page.getByRole('dialog', { name: /Contraseña de/ });
  await dialog.getByRole('button', { name: 'Cancelar' }).click();
  await driver.page.getByRole('button', { name: 'Abrir de nuevo «Gabinete»' }).click();
  await dialog.getByRole('textbox').fill('clave');
  await driver.page.keyboard.press('Enter');
  await editor().getByText(words).waitFor();
  await expect.poll(() => storedText(), { timeout: 10_000 }).toContain(words);
  expect(await driver.page.getByText('No hay ninguna biblioteca abierta').count()).toBe(0);
});

test('a part that changed meanwhile is a conflict, and the words are still there', async () => {
  await beginWriting('clave');
  await driver.page.keyboard.type(words);
  killCore();
  const dialog = driver.page.getByRole('dialog', { name: /Contraseña de/ });
  await dialog.waitFor();
  const { door, core } = driver.app.shell;
  const file = await core.grant(join(driver.app.folder, 'Gabinete.valija'));
  await door('library.open', { file, password: 'clave' });
  const got = (await door('dossiers.get', {
    id: ((await door('dossiers.list', {})) as { value: { items: { id: string }[] } }).value.items[0]?.id,
  })) as { value: { sections: { id: string; title: string; revision: number }[] } };
  const part = got.value.sections.find(({ title }) => title === 'Nota de síntesis');
  const changed = { id: part?.id, revision: part?.revision, changes: { title: 'Síntesis de otro' } };
  expect(await door('sections.update', changed)).toMatchObject({ ok: true });
  await dialog.getByRole('textbox').fill('clave');
  await driver.page.keyboard.press('Enter');
  await driver.page.getByText(driver.say('dossier.conflict.title')).waitFor();
  expect(await editor().textContent()).toContain(words);
});

test('a window that is closed by force sends what was just typed', async () => {
  await beginWriting();
  await driver.page.keyboard.type(words);
  await driver.page.close({ runBeforeUnload: false });
  await expect.poll(() => storedText(), { timeout: 10_000 }).toContain(words);
});
