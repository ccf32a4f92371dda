import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bracketStyle, noteStyle } from '../../helpers/citation-styles.ts';
import { expectConforming } from '../../helpers/export-checked.ts';
import { exportTo } from '../../helpers/library-builders.ts';
import { openCoreWithLibrary, type TestCore } from '../../helpers/open-core.ts';
import { readPdf } from '../../helpers/pdf-read.ts';

function place(t: TestCore, name: string, content: string | Uint8Array): string {
  writeFileSync(t.path(name), content);
  return t.grant(t.path(name));
}

function addStyle(t: TestCore, name: string, csl: string) {
  return t.call('styles.add', { file: place(t, name, csl) });
}

/** A dossier that cites one source, and lists it. */
async function addDossier(t: TestCore, language: 'es' | 'en' = 'es'): Promise<string> {
  const job = await t.run(
    t.call('sources.import', { files: [place(t, 'acta.txt', 'Las partes acuerdan.')] }),
  );
  expect(job.result).toMatchObject({ kind: 'import' });
  const { items } = await t.call('sources.list', {});
  const sourceId = items[0]!.id;
  const changes = { title: 'Acta', authors: [{ literal: 'Cancillería' }], issued: '2018-09-03' };
  await t.call('sources.update', { id: sourceId, changes });
  const { items: templates } = await t.call('dossiers.templates', {});
  const { id } = await t.call('dossiers.create', {
    templateId: templates[0]!.id,
    language,
    details: { title: 'Visita' },
  });
  const citation = { type: 'citation', attrs: { sourceId, locator: 'cap. 2' } };
  const text = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Rige ' }, citation] }],
  };
  await t.call('sections.add', { dossierId: id, after: null, kind: 'custom', title: 'Aviso', text });
  return id;
}

async function exportText(t: TestCore, id: string): Promise<{ text: string; notices: unknown }> {
  const job = await t.run(t.call('dossiers.export', exportTo(t, id, t.path('carpeta.pdf'))));
  const bytes = readFileSync(t.path('carpeta.pdf'));
  await expectConforming(bytes);
  const { texts } = await readPdf(bytes);
  const notices = job.result?.kind === 'export' ? job.result.files[0]?.notices : null;
  return { text: texts.join('\n').replace(/\s+/g, ' '), notices };
}

test('a style comes into the library once, by its title', async () => {
  const t = await openCoreWithLibrary();
  const style = await addStyle(t, 'corchetes.csl', bracketStyle);
  expect(style).toMatchObject({ title: 'Corchetes', kind: 'in-text' });
  expect(await addStyle(t, 'el mismo.csl', bracketStyle)).toEqual(style);
  const note = await addStyle(t, 'notas.csl', noteStyle);
  expect(note.kind).toBe('note');
  expect((await t.call('styles.list', {})).items).toEqual([style, note]);
  expect(t.events).toContainEqual({ type: 'changed', nouns: ['styles'] });
});

test('a dossier is set in a style of the library, and goes back to the house style when that is removed', async () => {
  const t = await openCoreWithLibrary();
  const id = await addDossier(t);
  expect((await t.call('dossiers.get', { id })).citationStyleId).toBeNull();
  expect((await exportText(t, id)).text).toContain('Rige (Cancillería, 2018, cap. 2)');
  const style = await addStyle(t, 'corchetes.csl', bracketStyle);
  await t.call('dossiers.update', { id, changes: { citationStyleId: style.id } });
  const styled = await exportText(t, id);
  expect(styled.notices).toEqual([]);
  expect(styled.text).toContain('Rige [Cancillería : 2018 : cap. 2]');
  expect(styled.text).toContain('Cancillería, Acta, 3 de septiembre de 2018.');
  const preview = await t.call('dossiers.preview', { id });
  expect((await readPdf(preview.pdf)).texts.join(' ')).toContain('[Cancillería');
  await t.call('styles.remove', { id: style.id });
  expect((await t.call('dossiers.get', { id })).citationStyleId).toBeNull();
  expect((await exportText(t, id)).text).toContain('Rige (Cancillería, 2018, cap. 2)');
});

test('an English dossier is cited in English, and the same dossier gives the same bytes', async () => {
  const t = await openCoreWithLibrary();
  const id = await addDossier(t, 'en');
  const { id: citationStyleId } = await addStyle(t, 'notas.csl', noteStyle);
  await t.call('dossiers.update', { id, changes: { citationStyleId } });
  const { text } = await exportText(t, id);
  expect(text).toContain('Cancillería, Acta, 2018, ch. 2.');
  expect(text).toContain('3 September 2018');
  const first = readFileSync(t.path('carpeta.pdf'));
  await exportText(t, id);
  expect(readFileSync(t.path('carpeta.pdf')).equals(first)).toBe(true);
});

test('a style that the library does not have is not taken for a dossier', async () => {
  const t = await openCoreWithLibrary();
  const id = await addDossier(t);
  const changes = { citationStyleId: '01890000-0000-7000-8000-000000000000' };
  expect((await t.fail('dossiers.update', { id, changes })).code).toBe('notFound');
  const details = { title: 'Otra', ...changes };
  const create = { templateId: 'dialogo-de-alto-nivel', language: 'es', details };
  expect((await t.fail('dossiers.create', create)).code).toBe('notFound');
  expect(t.logged).toEqual([]);
});

const dependent = `<?xml version="1.0"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>Revista</title><id>https://valija.invalid/r</id>
<link rel="independent-parent" href="https://valija.invalid/padre"/><updated>2026-01-01T00:00:00+00:00</updated></info></style>`;

test.each([
  [
    'unknown.csl',
    bracketStyle.replace('<text macro="place"/>', '<text macro="nada"/>'),
    'styleBroken',
    { line: 12, why: 'macro `nada` not defined' },
  ],
  [
    'cut.csl',
    bracketStyle.slice(0, 300),
    'styleBroken',
    { line: bracketStyle.slice(0, 300).split('\n').length },
  ],
  ['page.csl', '<html><body>Estilos</body></html>', 'styleBroken', { line: 1, column: 1 }],
  [
    'declared.csl',
    bracketStyle.replace('<style', '<!DOCTYPE style [<!ENTITY a "b">]>\n<style'),
    'styleBroken',
    { line: 2, column: 1 },
  ],
  ['dependent.csl', dependent, 'styleDependent', { parent: 'https://valija.invalid/padre' }],
  [
    'endless.csl',
    bracketStyle.replace('<macro name="year">', '<macro name="year"><text macro="year"/>'),
    'styleBroken',
    { line: 0 },
  ],
  [
    'long.csl',
    bracketStyle.replace('<text macro="place"/>', `<text value="${'https://'.repeat(4000)}"/>`),
    'styleBroken',
    { line: 0 },
  ],
  ['large.csl', bracketStyle + ' '.repeat(2 ** 20), 'tooLarge', { limitMb: 1 }],
  ['empty.csl', '', 'empty', {}],
  ['picture.csl', Uint8Array.from({ length: 500 }, (_, i) => (i * 37) % 256), 'styleBroken', {}],
])('%s is refused by name, and nothing of it stays', async (name, content, code, details) => {
  const t = await openCoreWithLibrary();
  const error = await t.fail('styles.add', { file: place(t, name, content) });
  expect(error).toMatchObject({ code, details: { file: name, ...details } });
  expect((await t.call('styles.list', {})).items).toEqual([]);
  // The core goes on: the next style is read.
  expect((await addStyle(t, 'buena.csl', bracketStyle)).title).toBe('Corchetes');
  expect(t.logged).toEqual([]);
});
