import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultPreset } from '../../../shared/model/output.ts';
import { createDossier, excerptOf, exportTo, importText, textWith } from '../../helpers/library-builders.ts';
import { openCoreWithLibrary } from '../../helpers/open-core.ts';
import { scriptComposer } from '../../helpers/scripted-composer.ts';

test('a dossier has the template’s parts in its language, one topic brief an axis', async () => {
  const t = await openCoreWithLibrary();
  const meeting = {
    mechanism: '',
    counterpart: 'Chile',
    level: '',
    place: '',
    date: '2026-05',
    languages: [],
    axes: ['Trade', 'Health'],
  };
  const dossier = await t.call('dossiers.create', {
    templateId: 'dialogo-de-alto-nivel',
    language: 'en',
    details: { title: 'Dialogue', meeting: meeting as never },
  });
  const titles = dossier.sections.map(section => section.title);
  expect(titles[0]).toBe('Cover and copy control');
  expect(titles.filter(title => title.startsWith('Topic brief'))).toEqual([
    'Topic brief: Trade',
    'Topic brief: Health',
  ]);
  expect(dossier).toMatchObject({
    language: 'en',
    paper: 'a4',
    marking: null,
    meeting: { counterpart: 'Chile' },
  });
});

test('a save on an older revision is a conflict and changes nothing', async () => {
  const t = await openCoreWithLibrary();
  const { sections } = await createDossier(t);
  const { id } = sections[0]!;
  await t.call('sections.update', { id, revision: 1, changes: { title: 'Primera' } });
  const error = await t.fail('sections.update', { id, revision: 1, changes: { title: 'Segunda' } });
  expect(error).toMatchObject({ code: 'conflict', details: { stored: 2, given: 1 } });
  const saved = await t.call('sections.update', { id, revision: 2, changes: { included: false } });
  expect(saved).toMatchObject({ title: 'Primera', included: false, revision: 3 });
});

test('parts move, and a part that comes back from the trash stands where it stood', async () => {
  const t = await openCoreWithLibrary();
  const { id: dossierId } = await createDossier(t);
  const ids: string[] = [];
  for (const title of ['a', 'b', 'c']) {
    const after = ids.at(-1) ?? null;
    ids.push((await t.call('sections.add', { dossierId, after, kind: 'custom', title })).id);
  }
  const order = async () =>
    (await t.call('dossiers.get', { id: dossierId })).sections
      .slice(0, 3)
      .map(section => section.title)
      .join('');
  expect(await order()).toBe('abc');
  await t.call('sections.move', { id: ids[2]!, after: null });
  expect(await order()).toBe('cab');
  await t.call('sections.trash', { id: ids[0]! });
  await t.call('sections.move', { id: ids[2]!, after: ids[1]! });
  await t.call('sections.restore', { id: ids[0]! });
  expect(await order()).toBe('abc');
  const other = await createDossier(t, 'Otra');
  expect((await t.fail('sections.move', { id: ids[0]!, after: other.sections[0]!.id })).code).toBe(
    'notFound',
  );
});

test('the same dossier exported twice gives the same bytes, at another time and after other work', async () => {
  const t = await openCoreWithLibrary();
  const source = await importText(t, 'a.txt', 'Los ministros firmaron el acta en Cobija.');
  const excerpt = await excerptOf(t, source, 'firmaron el acta');
  const { id, sections } = await createDossier(t);
  await t.call('sections.update', {
    id: sections[0]!.id,
    revision: 1,
    changes: { text: textWith('Se dice:', excerpt.id) },
  });
  const exportAs = (name: string) => t.run(t.call('dossiers.export', exportTo(t, id, t.path(name))));
  const one = await exportAs('uno.pdf');
  await t.call('excerpts.verify', { ids: [excerpt.id] });
  await importText(t, 'b.txt', 'Otra fuente.');
  await t.call('dossiers.preview', { id });
  const two = await exportAs('dos.pdf');
  expect(readFileSync(t.path('uno.pdf')).equals(readFileSync(t.path('dos.pdf')))).toBe(true);
  expect(one.result).toMatchObject({ quotes: { exact: 1, moved: 0, changed: 0 }, files: [{ notices: [] }] });
  expect(two.state).toBe('done');
});

test('an export verifies every quote anew, and a failed one leaves the older file', async () => {
  const t = await openCoreWithLibrary();
  const source = await importText(t, 'a.txt', 'Las partes podrían reunirse en mayo.');
  const excerpt = await excerptOf(t, source, 'podrían reunirse en mayo');
  const { id, sections } = await createDossier(t);
  await t.call('sections.update', {
    id: sections[0]!.id,
    revision: 1,
    changes: { text: textWith('Se dice:', excerpt.id) },
  });
  writeFileSync(t.path('b.txt'), 'Las partes no podrían en absoluto reunirse en mayo.');
  await t.run(t.call('sources.replace', { id: source.id, file: t.grant(t.path('b.txt')) }));
  const job = await t.run(t.call('dossiers.export', exportTo(t, id, t.path('c.pdf'))));
  expect(job.result).toMatchObject({ quotes: { exact: 0, moved: 0, changed: 1 } });
  expect((await t.call('dossiers.verify', { id })).items[0]).toMatchObject({ status: 'changed' });
  const failed = await t.run(t.call('dossiers.export', exportTo(t, id, t.path('no/hay/c.pdf'))));
  expect(failed).toMatchObject({
    state: 'failed',
    error: { code: 'folderMissing', details: { file: 'c.pdf' } },
  });
  expect(readdirSync(t.folder).filter(name => name.includes('.tmp'))).toEqual([]);
});

test('a quote of an excerpt that the library does not have is reported as changed, and still exports', async () => {
  const t = await openCoreWithLibrary();
  const { id, sections } = await createDossier(t);
  const unknown = '01900000-0000-7000-8000-ffffffffffff';
  await t.call('sections.update', {
    id: sections[0]!.id,
    revision: 1,
    changes: { text: textWith('Se dice:', unknown) },
  });
  expect((await t.call('dossiers.verify', { id })).items).toEqual([
    { excerptId: unknown, status: 'changed', segments: null, difference: null },
  ]);
  expect((await t.run(t.call('dossiers.export', exportTo(t, id, t.path('c.pdf'))))).state).toBe('done');
});

test('the preview shows a draft that is not saved, and leaves the saved text', async () => {
  const t = await openCoreWithLibrary();
  const { id, sections } = await createDossier(t);
  const section = sections[0]!;
  const long = {
    type: 'doc',
    content: Array.from({ length: 200 }, () => textWith('Párrafo largo. '.repeat(20)).content).flat(),
  };
  const saved = await t.call('dossiers.preview', { id });
  const draft = await t.call('dossiers.preview', { id, draft: { sectionId: section.id, text: long } });
  expect(draft.pageCount).toBeGreaterThan(saved.pageCount + 3);
  expect((await t.call('dossiers.get', { id })).sections[0]?.text).toEqual(section.text);
  expect((await t.call('dossiers.get', { id })).updatedAt).toBe(
    (await t.call('dossiers.list', {})).items[0]?.updatedAt,
  );
});

test('the trash keeps what a living dossier still quotes, and gives the rest up', async () => {
  const t = await openCoreWithLibrary();
  const source = await importText(t, 'a.txt', 'Uno y dos y tres.');
  const quoted = await excerptOf(t, source, 'Uno y dos');
  const loose = await excerptOf(t, source, 'dos y tres');
  const { id, sections } = await createDossier(t);
  await t.call('sections.update', {
    id: sections[0]!.id,
    revision: 1,
    changes: { text: textWith('x', quoted.id) },
  });
  await t.call('excerpts.trash', { ids: [quoted.id, loose.id] });
  await t.call('sources.trash', { ids: [source.id] });
  expect(await t.call('library.emptyTrash', {})).toEqual({ removed: 1 });
  expect((await t.call('excerpts.get', { ids: [quoted.id, loose.id] })).items.map(item => item.id)).toEqual([
    quoted.id,
  ]);
  await t.call('dossiers.trash', { ids: [id] });
  expect((await t.call('library.trash', {})).items.map(item => item.kind).toSorted()).toEqual([
    'dossier',
    'excerpt',
    'source',
  ]);
  await t.call('library.emptyTrash', {});
  expect((await t.call('library.trash', {})).items).toEqual([]);
  expect((await t.call('library.status', {})).open?.counts).toEqual({
    sources: 0,
    excerpts: 0,
    dossiers: 0,
    trashed: 0,
  });
  expect((await t.run(t.call('library.verify', {}))).result).toMatchObject({ damage: [] });
});

test('the preview shows the output that is asked for, by the dossier’s preset, and the pages that are asked for', async () => {
  const composer = scriptComposer(({ kind }) => kind !== 'pocketCards');
  const t = await openCoreWithLibrary({ composer });
  const { id } = await createDossier(t);
  await t.call('exports.savePreset', { id, preset: { ...defaultPreset, theme: 'large-print' } });
  await t.call('dossiers.preview', { id, pages: { from: 3, to: 4 } });
  const share = await t.call('dossiers.preview', { id, kind: 'share' });
  expect(Buffer.from(share.pdf).toString()).toBe('share pdf -');
  expect(composer.asked).toMatchObject([
    { kind: 'folder', preset: { theme: 'large-print' }, quick: true, password: null },
    { kind: 'share', folderPages: null },
  ]);
  await t.call('dossiers.preview', { id, kind: 'speakingPages' });
  expect(composer.asked.slice(2)).toMatchObject([
    { kind: 'folder' },
    { kind: 'speakingPages', folderPages: { evidence: 2 } },
  ]);
  const none = await t.call('dossiers.preview', { id, kind: 'pocketCards' });
  expect(none).toMatchObject({ pageCount: 0, sectionPages: {} });
});
