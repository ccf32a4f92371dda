import { expect, test } from 'vitest';
import { coreCalls } from '../../../shared/contract/contract.ts';
import { defaultPreset } from '../../../shared/model/output.ts';
import { exportTo, importText } from '../../helpers/library-builders.ts';
import { openCore, openCoreWithLibrary } from '../../helpers/open-core.ts';

test.each([
  ['no.such', {}],
  ['toString', {}],
  ['__proto__', {}],
  ['sources.get', null],
  ['sources.get', { id: 'no es un id' }],
  ['sources.list', { limit: 0 }],
  ['excerpts.create', { sourceId: 1 }],
  ['library.open', { file: '/etc/passwd\0'.repeat(100) }],
])('%s with %j is invalid input', async (name, input) => {
  expect((await openCore().fail(name, input)).code).toBe('invalidInput');
});

test('a path in place of a token opens nothing', async () => {
  const t = openCore();
  expect((await t.fail('library.open', { file: '/etc/passwd' })).code).toBe('tokenUnknown');
});

test('without a library every call that needs one says so', async () => {
  const t = openCore();
  const id = '01900000-0000-7000-8000-000000000001';
  const inputs: Partial<Record<string, unknown>> = {
    'sources.list': {},
    'sources.get': { id },
    'excerpts.list': {},
    'tags.list': {},
    'search.query': { text: 'a' },
    'dossiers.list': {},
    'dossiers.get': { id },
    'library.verify': {},
    'library.trash': {},
  };
  for (const [name, input] of Object.entries(inputs)) {
    expect((await t.fail(name, input)).code, name).toBe('noLibrary');
  }
});

test('what is not there is not found, by every call that names an id', async () => {
  const t = await openCoreWithLibrary();
  const id = '01900000-0000-7000-8000-ffffffffffff';
  const text = { type: 'doc', content: [{ type: 'paragraph' }] };
  const place = { page: 0, offset: 0 };
  const inputs: Record<string, unknown> = {
    'jobs.get': { id },
    'jobs.cancel': { id },
    'sources.get': { id },
    'sources.update': { id, changes: { title: 'x' } },
    'sources.trash': { ids: [id] },
    'sources.restore': { ids: [id] },
    'sources.pages': { id, from: 0, count: 1 },
    'sources.file': { id },
    'sources.replace': { id, file: t.grant(t.path('x.txt')) },
    'excerpts.create': { sourceId: id, start: place, end: place },
    'excerpts.locate': { sourceId: id, exact: 'x' },
    'excerpts.update': { id, changes: {} },
    'excerpts.trash': { ids: [id] },
    'excerpts.restore': { ids: [id] },
    'excerpts.verify': { ids: [id] },
    'excerpts.reanchor': { id },
    'dossiers.create': { templateId: 'ninguna', language: 'es', details: { title: 'x' } },
    'dossiers.get': { id },
    'dossiers.update': { id, changes: {} },
    'dossiers.trash': { ids: [id] },
    'dossiers.restore': { ids: [id] },
    'dossiers.verify': { id },
    'dossiers.preview': { id },
    'dossiers.export': exportTo(t, id, t.path('x.pdf')),
    'exports.preset': { id },
    'exports.savePreset': { id, preset: defaultPreset },
    'images.get': { id },
    'images.bytes': { id },
    'styles.remove': { id },
    'copies.list': { id },
    'copies.update': { ids: [id], changes: { state: 'returned' } },
    'copies.recallList': { id, file: t.grant(t.path('x.pdf')) },
    'sections.add': { dossierId: id, after: null, kind: 'custom', title: '' },
    'sections.update': { id, revision: 1, changes: { text } },
    'sections.move': { id, after: null },
    'sections.trash': { id },
    'sections.restore': { id },
  };
  for (const [name, input] of Object.entries(inputs)) {
    expect((await t.fail(name, input)).code, name).toBe('notFound');
  }
  expect(t.logged).toEqual([]);
  const quiet = new Set([...Object.keys(inputs), 'excerpts.get']);
  const withIds = Object.keys(coreCalls).filter(name =>
    JSON.stringify(coreCalls[name as keyof typeof coreCalls].input.def).includes('"id"'),
  );
  for (const name of withIds) expect(quiet.has(name), name).toBe(true);
});

test('a bug is written down and told as internal', async () => {
  const t = openCore({ checkOutputs: false });
  t.core.files.resolve = () => {
    throw new RangeError('a bug');
  };
  const error = await t.fail('library.open', { file: 'un-token-cualquiera' });
  expect(error).toMatchObject({ code: 'internal', details: {} });
  expect(t.logged.join()).toContain('a bug');
});

test('a write tells what it changed, a reading tells nothing', async () => {
  const t = await openCoreWithLibrary();
  const source = await importText(t, 'a.txt', 'Texto.');
  const changed = async (work: () => Promise<unknown>) => {
    t.events.length = 0;
    await work();
    return t.events.flatMap(event => (event.type === 'changed' ? event.nouns : []));
  };
  const rename = { id: source.id, changes: { title: 'B' } };
  expect(await changed(() => t.call('sources.update', rename))).toContain('sources');
  expect(await changed(() => t.call('sources.list', {}))).toEqual([]);
  expect(await changed(() => t.call('settings.update', { changes: { language: 'en' } }))).toEqual([
    'settings',
  ]);
  expect(await changed(() => t.call('library.close', {}))).toEqual(['library']);
});

test('a listener that throws does not stop the others', async () => {
  const t = openCore();
  const seen: string[] = [];
  t.core.onEvent(() => {
    throw new Error('deaf');
  });
  t.core.onEvent(event => seen.push(event.type));
  await t.call('settings.update', { changes: { textScale: 120 } });
  expect(seen).toEqual(['changed']);
});
