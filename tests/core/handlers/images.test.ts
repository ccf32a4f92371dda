import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { DocumentJson } from '../../../shared/model/dossier.ts';
import { expectConforming } from '../../helpers/export-checked.ts';
import { exportTo } from '../../helpers/library-builders.ts';
import { openCoreWithLibrary, type TestCore } from '../../helpers/open-core.ts';
import { halves, headerChunk, jpeg, png, rawPng } from '../images/make-pictures.ts';

function place(t: TestCore, name: string, bytes: Uint8Array): string {
  writeFileSync(t.path(name), bytes);
  return t.grant(t.path(name));
}

async function addDossier(t: TestCore): Promise<{ dossierId: string; sectionId: string; revision: number }> {
  const { items } = await t.call('dossiers.templates', {});
  const details = { title: 'Visita' };
  const dossier = await t.call('dossiers.create', { templateId: items[0]!.id, language: 'es', details });
  const { id, revision } = dossier.sections.at(-1)!;
  return { dossierId: dossier.id, sectionId: id, revision };
}

function showing(imageId: string): DocumentJson {
  const figure = { type: 'figure', attrs: { imageId, alt: 'Dos colores' } };
  return { type: 'doc', content: [{ ...figure, content: [{ type: 'text', text: 'Firma' }] }] };
}

test('a picture comes into the library once, and is given as it is printed', async () => {
  const t = await openCoreWithLibrary();
  const bytes = await jpeg(40, 20);
  const image = await t.call('images.add', { file: place(t, 'firma.jpg', bytes) });
  expect(image).toMatchObject({
    fileName: 'firma.jpg',
    mediaType: 'image/jpeg',
    pixelWidth: 40,
    pixelHeight: 20,
  });
  const again = await t.call('images.add', { file: place(t, 'la misma.jpg', bytes) });
  expect(again).toEqual(image);
  expect(await t.call('images.get', { id: image.id })).toEqual(image);
  const print = await t.call('images.bytes', { id: image.id });
  expect(print.mediaType).toBe('image/jpeg');
  expect(Buffer.from(print.bytes).equals(Buffer.from(bytes))).toBe(true);
});

test('two calls at once bring one picture', async () => {
  const t = await openCoreWithLibrary();
  const file = place(t, 'a.png', png(halves(30, 30, [1, 2, 3], [4, 5, 6])));
  const [one, other] = await Promise.all([t.call('images.add', { file }), t.call('images.add', { file })]);
  expect(one).toEqual(other);
});

test('a picture that cannot be taken is refused by name, and nothing of it stays', async () => {
  const t = await openCoreWithLibrary();
  const refuse = (name: string, bytes: Uint8Array) => t.fail('images.add', { file: place(t, name, bytes) });
  expect(await refuse('bomba.png', rawPng(headerChunk(30_000, 30_000, 8, 6), [0]))).toMatchObject({
    code: 'tooLarge',
    details: { file: 'bomba.png', megapixels: 900, limitMegapixels: 200 },
  });
  expect(await refuse('rota.jpg', (await jpeg(40, 40)).subarray(0, 200))).toMatchObject({
    code: 'damaged',
    details: { file: 'rota.jpg' },
  });
  expect(await refuse('foto.heic', Buffer.from('\0\0\0\x18ftypheic', 'latin1'))).toMatchObject({
    code: 'unsupported',
    details: { file: 'foto.heic', looksLike: 'heic' },
  });
  expect(await refuse('acta.jpg', Buffer.from('%PDF-1.7 acta'))).toMatchObject({ code: 'notWhatItSays' });
  expect(await t.fail('images.get', { id: '018f0000-0000-7000-8000-000000000000' })).toMatchObject({
    code: 'notFound',
  });
  expect(t.logged).toEqual([]);
});

test('a picture is printed, verified, backed up and exported with its dossier', async () => {
  const t = await openCoreWithLibrary();
  const image = await t.call('images.add', { file: place(t, 'firma.jpg', await jpeg(40, 20)) });
  const { dossierId, sectionId, revision } = await addDossier(t);
  await t.call('sections.update', { id: sectionId, revision, changes: { text: showing(image.id) } });
  const { pdf } = await t.call('dossiers.preview', { id: dossierId });
  expect(Buffer.from(pdf).includes('/DCTDecode')).toBe(true);
  await t.run(t.call('dossiers.export', exportTo(t, dossierId, t.path('carpeta.pdf'))));
  const exported = readFileSync(t.path('carpeta.pdf'));
  expect(exported.includes('/DCTDecode')).toBe(true);
  await expectConforming(exported);
  const verified = await t.run(t.call('library.verify', {}));
  expect(verified.result).toMatchObject({ damage: [] });
  const backup = t.path('copia.valija');
  await t.run(t.call('library.backup', { file: t.grant(backup) }));
  const copy = new Database(backup, { readonly: true });
  expect(copy.prepare('SELECT count(*) AS n FROM image WHERE length(print) > 0').get()).toEqual({ n: 1 });
  copy.close();
});

test('emptying the trash removes pictures that no part shows, a day after they came', async () => {
  const t = await openCoreWithLibrary();
  const shown = await t.call('images.add', { file: place(t, 'una.jpg', await jpeg(40, 20)) });
  const alone = await t.call('images.add', { file: place(t, 'otra.jpg', await jpeg(20, 40)) });
  const { sectionId, revision } = await addDossier(t);
  await t.call('sections.update', { id: sectionId, revision, changes: { text: showing(shown.id) } });
  await t.call('library.emptyTrash', {});
  expect(await t.call('images.get', { id: alone.id })).toEqual(alone);
  await t.call('library.close', {});
  const library = new Database(join(t.folder, 'biblioteca.valija'));
  library.prepare(`UPDATE image SET added_at = '2020-01-01T00:00:00.000Z'`).run();
  library.close();
  await t.call('library.open', { file: t.grant(join(t.folder, 'biblioteca.valija')) });
  await t.call('library.emptyTrash', {});
  expect(await t.fail('images.get', { id: alone.id })).toMatchObject({ code: 'notFound' });
  expect(await t.call('images.get', { id: shown.id })).toEqual(shown);
  const verified = await t.run(t.call('library.verify', {}));
  expect(verified.result).toMatchObject({ damage: [] });
});
