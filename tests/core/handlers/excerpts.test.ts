import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { excerptOf, importText } from '../../helpers/library-builders.ts';
import { openCoreWithLibrary, resourcesDir } from '../../helpers/open-core.ts';

const PDF = join(resourcesDir, 'sample/documents/acta-iv-gabinete-peru-bolivia-2018.pdf');

test('an excerpt keeps exact words, place, context, and the source’s language', async () => {
  const t = await openCoreWithLibrary();
  const source = await importText(
    t,
    'a.txt',
    'Antes.\n\nLos ministros firmaron el acta de la reunión de Cobija.\n\nDespués.',
  );
  await t.call('sources.update', {
    id: source.id,
    changes: { language: 'es', authors: [{ literal: 'Cancillería' }], issued: '2018' },
  });
  const excerpt = await excerptOf(t, source, 'firmaron el acta');
  expect(excerpt).toMatchObject({
    exact: 'firmaron el acta',
    language: 'es',
    firstPage: 1,
    lastPage: 1,
    citation: '(Cancillería, 2018)',
    segments: [{ page: 0, exact: 'firmaron el acta' }],
  });
  expect(excerpt.segments[0]?.prefix.endsWith('Los ministros ')).toBe(true);
  expect(excerpt.segments[0]?.suffix.startsWith(' de la reunión')).toBe(true);
});

test('a passage across a page break is one excerpt with both pages and their labels', async () => {
  const t = await openCoreWithLibrary();
  const job = await t.run(t.call('sources.import', { files: [t.grant(PDF)] }));
  if (job.result?.kind !== 'import' || job.result.outcomes[0]?.kind !== 'imported')
    throw new Error('not imported');
  const { sourceId } = job.result.outcomes[0];
  const { pages } = await t.call('sources.pages', { id: sourceId, from: 2, count: 2 });
  const [left, right] = pages;
  const excerpt = await t.call('excerpts.create', {
    sourceId,
    start: { page: 2, offset: left!.text.length - 60 },
    end: { page: 3, offset: Math.floor(right!.text.length / 2) },
  });
  expect(excerpt).toMatchObject({
    firstPage: 3,
    lastPage: 4,
    firstLabel: left!.label,
    lastLabel: right!.label,
  });
  expect(excerpt.segments.map(segment => segment.page)).toEqual([2, 3]);
  expect(excerpt.citation).toContain(`pp. ${left!.label}–${right!.label}`);
  expect((await t.call('excerpts.verify', { ids: [excerpt.id] })).items[0]?.status).toBe('exact');
  const located = await t.call('excerpts.locate', { sourceId, exact: excerpt.exact });
  expect(located.places.length).toBeLessThanOrEqual(1);
});

test('places without words, in the wrong order or outside the source are refused', async () => {
  const t = await openCoreWithLibrary();
  const source = await importText(t, 'a.txt', 'Uno.\n\nDos.');
  const at = (page: number, offset: number) => ({ page, offset });
  for (const [start, end] of [
    [at(0, 2), at(0, 2)],
    [at(0, 4), at(0, 1)],
    [at(1, 0), at(1, 3)],
    [at(0, 0), at(7, 1)],
    [at(1, 0), at(0, 1)],
    [at(0, 900), at(0, 950)],
  ] as const) {
    expect((await t.fail('excerpts.create', { sourceId: source.id, start, end })).code).toBe('invalidInput');
  }
  expect((await t.call('excerpts.list', {})).items).toEqual([]);
});

test('words are located whatever their blanks and line ends, never inside other words', async () => {
  const t = await openCoreWithLibrary();
  const source = await importText(t, 'a.txt', 'El acuerdo y los acuerdos de cooperación fronteriza.');
  const locate = async (exact: string) =>
    (await t.call('excerpts.locate', { sourceId: source.id, exact })).places;
  expect(await locate('acuerdos  de\ncoope-\nración')).toHaveLength(1);
  expect((await locate('acuerdo'))[0]).toEqual({
    start: { page: 0, offset: 3 },
    end: { page: 0, offset: 10 },
  });
  expect(await locate('acuerdo')).toHaveLength(1);
  expect(await locate('acuerdos y cooperación')).toEqual([]);
  expect(await locate('   ')).toEqual([]);
});

test('lists in reading order, page by page', async () => {
  const t = await openCoreWithLibrary();
  const source = await importText(t, 'a.txt', 'uno dos tres cuatro cinco seis siete');
  for (const word of ['cinco', 'uno', 'siete', 'tres', 'dos'])
    await excerptOf(t, source, word, { tags: [word.length > 4 ? 'largo' : 'corto'] });
  const words: string[] = [];
  let after: string | null = null;
  do {
    const page: { items: { exact: string }[]; next: string | null } = await t.call('excerpts.list', {
      sourceId: source.id,
      after,
      limit: 2,
    });
    words.push(...page.items.map(item => item.exact));
    after = page.next;
  } while (after);
  expect(words).toEqual(['uno', 'dos', 'tres', 'cinco', 'siete']);
  const newest = (await t.call('excerpts.list', {})).items.map(item => item.exact);
  expect(newest).toEqual(['dos', 'tres', 'siete', 'uno', 'cinco']);
  const tagged = (await t.call('excerpts.list', { tag: 'largo' })).items.map(item => item.exact);
  expect(tagged).toEqual(['siete', 'cinco']);
});

test('tags are counted where they are used, and vanish with their last use', async () => {
  const t = await openCoreWithLibrary();
  const source = await importText(t, 'a.txt', 'uno dos');
  await t.call('sources.update', { id: source.id, changes: { tags: ['comercio', 'comercio', 'frontera'] } });
  const excerpt = await excerptOf(t, source, 'uno', { tags: ['comercio'] });
  const tags = async () => (await t.call('tags.list', {})).items;
  expect(await tags()).toEqual([
    { name: 'comercio', count: 2 },
    { name: 'frontera', count: 1 },
  ]);
  await t.call('sources.update', { id: source.id, changes: { tags: [] } });
  expect(await tags()).toEqual([{ name: 'comercio', count: 1 }]);
  await t.call('excerpts.trash', { ids: [excerpt.id] });
  expect(await tags()).toEqual([]);
});

test('an excerpt bears its source’s marking unless it is given another', async () => {
  const t = await openCoreWithLibrary();
  const source = await importText(t, 'nota.txt', 'Las partes acuerdan cooperar en la frontera.');
  const marking = { scheme: 'pe', level: 'secreta' };
  await t.call('sources.update', { id: source.id, changes: { marking } });
  const place = { sourceId: source.id, start: { page: 0, offset: 0 }, end: { page: 0, offset: 10 } };
  expect((await t.call('excerpts.create', place)).marking).toEqual(marking);
  expect((await t.call('excerpts.create', { ...place, details: { marking: null } })).marking).toBeNull();
});

test('an excerpt whose source lies in the trash stays out of the search when it is given a new place', async () => {
  const t = await openCoreWithLibrary();
  const source = await importText(t, 'nota.txt', 'Las partes acuerdan cooperar en la frontera.');
  const excerpt = await excerptOf(t, source, 'acuerdan cooperar');
  await t.call('sources.trash', { ids: [source.id] });
  await t.call('excerpts.reanchor', { id: excerpt.id });
  await t.call('library.emptyTrash', {});
  expect((await t.call('search.query', { text: 'cooperar' })).hits).toEqual([]);
});

test('the same words beside a new «no» no longer count as verified', async () => {
  const t = await openCoreWithLibrary();
  const source = await importText(t, 'nota.txt', 'Las partes acuerdan cooperar en la frontera común.');
  const excerpt = await excerptOf(t, source, 'acuerdan cooperar');
  writeFileSync(t.path('nueva.txt'), 'Las partes no acuerdan cooperar en la frontera común.');
  await t.run(t.call('sources.replace', { id: source.id, file: t.grant(t.path('nueva.txt')) }));
  const { items } = await t.call('excerpts.verify', { ids: [excerpt.id] });
  expect(items[0]?.status).toBe('moved');
  const accepted = await t.call('excerpts.reanchor', { id: excerpt.id });
  expect(accepted).toMatchObject({ exact: 'acuerdan cooperar' });
  expect((await t.call('excerpts.verify', { ids: [excerpt.id] })).items[0]?.status).toBe('exact');
});
