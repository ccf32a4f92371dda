import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { coreCalls } from '../../../shared/contract/contract.ts';
import { templateSchema } from '../../../shared/model/dossier.ts';
import { bracketStyle } from '../../helpers/citation-styles.ts';
import { exportTo, textWith } from '../../helpers/library-builders.ts';
import { openCore, resourcesDir, type TestCore } from '../../helpers/open-core.ts';
import { jpeg } from '../images/make-pictures.ts';

const sample = (name: string) => join(resourcesDir, 'sample/documents', name);
const PDF = 'acta-iv-gabinete-peru-bolivia-2018.pdf';

/** A core that writes down which calls were made. */
function openCounting(): { t: TestCore; called: Set<string> } {
  const t = openCore();
  const called = new Set<string>();
  const { call } = t;
  t.call = (name, input) => {
    called.add(name);
    return call(name, input);
  };
  return { t, called };
}

test('the main job goes through every call of the contract', async () => {
  const { t, called } = openCounting();
  await followLibrary(t);
  const sourceId = await followSources(t);
  const excerptId = await followExcerpts(t, sourceId);
  await followPictures(t);
  await followDossier(t, excerptId, sourceId);
  await followImages(t);
  await followStyles(t);
  await followEnd(t, sourceId);
  expect([...called].toSorted()).toEqual(Object.keys(coreCalls).toSorted());
  expect(t.logged).toEqual([]);
});

async function followLibrary(t: TestCore) {
  expect(await t.call('settings.get', {})).toEqual({ language: 'es', theme: 'system', textScale: 100 });
  expect(await t.call('settings.update', { changes: { theme: 'dark' } })).toMatchObject({ theme: 'dark' });
  const file = t.grant(t.path('trabajo.valija'));
  await t.call('library.create', { file, password: 'clave' });
  await t.call('library.close', {});
  expect(await t.call('library.open', { file, password: 'clave' })).toMatchObject({ encrypted: true });
  expect((await t.call('library.status', {})).recent).toMatchObject([
    { file, name: 'trabajo', missing: false },
  ]);
}

async function followSources(t: TestCore): Promise<string> {
  const job = await t.run(t.call('sources.import', { files: [t.grant(sample(PDF))] }));
  expect(job).toMatchObject({ kind: 'import', state: 'done', error: null });
  const { items } = await t.call('sources.list', {});
  const source = items[0]!;
  expect(source).toMatchObject({ fileName: PDF, format: 'pdf', excerptCount: 0 });
  const original = await t.call('sources.file', { id: source.id });
  expect(Buffer.from(original.bytes).equals(readFileSync(sample(PDF)))).toBe(true);
  expect(source.sha256).toBe(createHash('sha256').update(original.bytes).digest('hex'));
  const { pages } = await t.call('sources.pages', { id: source.id, from: 0, count: 200 });
  expect(pages.map(page => page.index)).toEqual([...Array(source.pageCount).keys()]);
  expect(pages[1]?.layout).toMatchObject({ kind: 'fixed' });
  const changes = { title: 'Acta IV', tags: ['gabinete'], issued: '2018-09-03' };
  expect(await t.call('sources.update', { id: source.id, changes })).toMatchObject(changes);
  expect((await t.call('sources.get', { id: source.id })).title).toBe('Acta IV');
  const replaced = await t.run(
    t.call('sources.replace', {
      id: source.id,
      file: t.grant(sample('consultas-peru-union-europea-2018.pdf')),
    }),
  );
  expect(replaced.result).toMatchObject({ kind: 'replace', exact: 0, moved: 0, changed: 0 });
  return source.id;
}

async function followExcerpts(t: TestCore, sourceId: string): Promise<string> {
  const { pages } = await t.call('sources.pages', { id: sourceId, from: 1, count: 1 });
  const words = pages[0]!.text.split('\n').find(line => line.length > 60)!;
  const { places } = await t.call('excerpts.locate', { sourceId, exact: words });
  const excerpt = await t.call('excerpts.create', { sourceId, ...places[0]!, details: { tags: ['ue'] } });
  expect(excerpt).toMatchObject({ exact: words, firstPage: 2, firstLabel: 'ii', status: 'exact' });
  expect(excerpt.citation).toMatch(/, 2018, p\. ii\)$/);
  const updated = await t.call('excerpts.update', { id: excerpt.id, changes: { note: 'Decisivo' } });
  expect(updated).toMatchObject({ note: 'Decisivo', tags: ['ue'] });
  expect((await t.call('excerpts.list', { sourceId })).items.map(item => item.id)).toEqual([excerpt.id]);
  expect((await t.call('excerpts.get', { ids: [excerpt.id] })).items[0]?.exact).toBe(words);
  expect((await t.call('excerpts.verify', { ids: [excerpt.id] })).items[0]?.status).toBe('exact');
  expect((await t.call('excerpts.reanchor', { id: excerpt.id })).status).toBe('exact');
  expect((await t.call('tags.list', {})).items).toEqual([
    { name: 'gabinete', count: 1 },
    { name: 'ue', count: 1 },
  ]);
  expect((await t.call('search.query', { text: 'decisivos ' })).hits[0]?.id).toBe(excerpt.id);
  await t.call('excerpts.trash', { ids: [excerpt.id] });
  expect((await t.call('excerpts.list', {})).items).toEqual([]);
  await t.call('excerpts.restore', { ids: [excerpt.id] });
  return excerpt.id;
}

async function followPictures(t: TestCore) {
  writeFileSync(t.path('firma.jpg'), await jpeg(40, 20));
  const image = await t.call('images.add', { file: t.grant(t.path('firma.jpg')) });
  expect(await t.call('images.get', { id: image.id })).toMatchObject({ pixelWidth: 40, pixelHeight: 20 });
  expect((await t.call('images.bytes', { id: image.id })).mediaType).toBe('image/jpeg');
}

async function followDossier(t: TestCore, excerptId: string, sourceId: string) {
  const { items: templates } = await t.call('dossiers.templates', {});
  expect(templates.map(template => templateSchema.parse(template).id)).toContain('dialogo-de-alto-nivel');
  expect((await t.call('markings.list', {})).items.map(scheme => scheme.id)).toContain('pe');
  const { id, sections } = await t.call('dossiers.create', {
    templateId: 'dialogo-de-alto-nivel',
    language: 'es',
    details: { title: 'Consultas' },
  });
  expect(sections).toHaveLength(21);
  const section = sections[2]!;
  const text = textWith('Lo que sigue está acordado.', excerptId);
  await t.call('sections.update', { id: section.id, revision: 1, changes: { text } });
  const added = await t.call('sections.add', { dossierId: id, after: null, kind: 'custom', title: 'Aviso' });
  await t.call('sections.move', { id: added.id, after: section.id });
  await t.call('sections.trash', { id: added.id });
  await t.call('sections.restore', { id: added.id });
  const dossier = await t.call('dossiers.get', { id });
  expect(dossier.sections.map(part => part.id).slice(2, 4)).toEqual([section.id, added.id]);
  expect(dossier).toMatchObject({ sectionCount: 22, quoteCount: 1 });
  await t.call('dossiers.update', { id, changes: { ministry: 'Cancillería' } });
  expect((await t.call('dossiers.list', {})).items).toMatchObject([{ id, ministry: 'Cancillería' }]);
  expect((await t.call('dossiers.verify', { id })).items).toMatchObject([{ excerptId, status: 'exact' }]);
  const preview = await t.call('dossiers.preview', { id });
  expect(Buffer.from(preview.pdf.subarray(0, 5)).toString()).toBe('%PDF-');
  expect(preview.sectionPages[section.id]).toBeGreaterThan(1);
  const job = await t.run(t.call('dossiers.export', exportTo(t, id, t.path('carpeta.pdf'))));
  const bytes = readFileSync(t.path('carpeta.pdf'));
  expect(job.result).toMatchObject({
    kind: 'export',
    files: [
      {
        kind: 'folder',
        format: 'pdf',
        copy: null,
        fileName: 'carpeta.pdf',
        byteLength: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    ],
    quotes: { exact: 1, moved: 0, changed: 0 },
  });
  await followCopies(t, id);
  await t.call('dossiers.trash', { ids: [id] });
  await t.call('dossiers.restore', { ids: [id] });
  expect((await t.call('dossiers.get', { id })).trashedAt).toBeNull();
  expect((await t.call('sources.get', { id: sourceId })).excerptCount).toBe(1);
}

async function followImages(t: TestCore) {
  const image = await t.call('images.add', { file: t.grant(join(resourcesDir, 'icons', 'icon.png')) });
  expect(image).toMatchObject({ fileName: 'icon.png', mediaType: 'image/png', profileDropped: false });
  expect(await t.call('images.get', { id: image.id })).toEqual(image);
  const { bytes } = await t.call('images.bytes', { id: image.id });
  expect(Buffer.from(bytes.subarray(1, 4)).toString()).toBe('PNG');
}

async function followStyles(t: TestCore) {
  writeFileSync(t.path('corchetes.csl'), bracketStyle);
  const style = await t.call('styles.add', { file: t.grant(t.path('corchetes.csl')) });
  expect(style).toMatchObject({ title: 'Corchetes', kind: 'in-text' });
  expect((await t.call('styles.list', {})).items).toEqual([style]);
  await t.call('styles.remove', { id: style.id });
  expect((await t.call('styles.list', {})).items).toEqual([]);
}

async function followCopies(t: TestCore, id: string) {
  expect((await t.call('exports.themes', {})).items[0]).toMatchObject({ id: 'ministry-serif' });
  const preset = await t.call('exports.preset', { id });
  expect(preset.recipients).toEqual([]);
  const recipients = [{ name: 'Ana Ríos', office: 'Gabinete' }];
  await t.call('exports.savePreset', { id, preset: { ...preset, recipients } });
  expect((await t.call('exports.preset', { id })).recipients).toEqual(recipients);
  await t.run(t.call('dossiers.export', exportTo(t, id, t.path('ejemplar.pdf'), { recipients })));
  const { items } = await t.call('copies.list', { id });
  expect(items).toMatchObject([{ number: 1, recipient: recipients[0], state: 'out' }]);
  const changes = { state: 'returned', note: 'En mano' } as const;
  const updated = await t.call('copies.update', { ids: [items[0]!.id], changes });
  expect(updated.items).toMatchObject([changes]);
  const job = await t.run(t.call('copies.recallList', { id, file: t.grant(t.path('relación.pdf')) }));
  expect(job).toMatchObject({ state: 'done', result: { files: [{ fileName: 'relación.pdf' }] } });
}

async function followEnd(t: TestCore, sourceId: string) {
  const verified = await t.run(t.call('library.verify', {}));
  expect(verified.result).toEqual({
    kind: 'verify',
    damage: [],
    quotes: { exact: 1, moved: 0, changed: 0 },
    notExact: [],
  });
  const backup = await t.run(t.call('library.backup', { file: t.grant(t.path('copia.valija')) }));
  expect(backup.result).toMatchObject({ kind: 'backup', fileName: 'copia.valija' });
  const { items: jobs } = await t.call('jobs.list', {});
  expect(jobs.every(job => job.state === 'done')).toBe(true);
  expect((await t.call('jobs.get', { id: jobs[0]!.id })).id).toBe(jobs[0]!.id);
  await t.call('jobs.cancel', { id: jobs[0]!.id });
  await t.call('sources.trash', { ids: [sourceId] });
  expect((await t.call('library.trash', {})).items).toMatchObject([{ kind: 'source', id: sourceId }]);
  // A living dossier quotes it: it stays in the trash.
  expect(await t.call('library.emptyTrash', {})).toEqual({ removed: 0 });
  await t.call('sources.restore', { ids: [sourceId] });
  const { recent } = await t.call('library.status', {});
  await t.call('library.forgetRecent', { file: recent[0]!.file });
  expect((await t.call('library.status', {})).recent).toEqual([]);
}
