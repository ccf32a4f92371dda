import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../electron/core/library/open-database.ts';
import type { CallInput } from '../../../shared/contract/contract.ts';
import type { SearchHit } from '../../../shared/contract/search-calls.ts';
import { createDossier, excerptOf, importText, textWith } from '../../helpers/library-builders.ts';
import { openCoreWithLibrary, type TestCore } from '../../helpers/open-core.ts';

const ACTA = `Acta de la reunión de Cobija

Los cancilleres firmaron treinta y seis acuerdos sobre la frontera común y la cooperación.
La Declaración fue leída en la plaza de Cobija.`;

const NOTE = `Press note on the dialogue

The ministers agreed to strengthen their agreements on trade and security.`;

async function openFilled() {
  const t = await openCoreWithLibrary();
  const acta = await importText(t, 'acta.txt', ACTA);
  const note = await importText(t, 'note.txt', NOTE);
  return { t, acta, note };
}

async function find(
  t: TestCore,
  text: string,
  more: Partial<CallInput<'search.query'>> = {},
): Promise<SearchHit[]> {
  return (await t.call('search.query', { text, ...more })).hits;
}

const marked = (hit: SearchHit | undefined) =>
  hit?.snippet.filter(piece => piece.hit).map(piece => piece.text);

test.each([
  ['acuerdo ', ['acuerdos']],
  ['canciller ', ['cancilleres']],
  ['declaracion ', ['Declaración']],
  ['DECLARACIÓN ', ['Declaración']],
  ['fron', ['frontera']],
  ['coop* acuerdos ', ['acuerdos', 'cooperación']],
  ['"la frontera común"', ['la frontera común']],
  ['«treinta y seis»', ['treinta y seis']],
  ['"treinta y se', ['treinta y se']],
])('«%s» finds a page and marks %j', async (text, words) => {
  const { t, acta } = await openFilled();
  const hits = (await find(t, text)).filter(hit => hit.kind === 'page');
  if (text === '"treinta y se') expect(hits).toEqual([]);
  else {
    expect(hits.map(hit => hit.sourceId)).toEqual([acta.id]);
    expect(marked(hits[0])).toEqual(words);
  }
});

test('English words are found by their stems too', async () => {
  const { t, note } = await openFilled();
  expect((await find(t, 'agreement ')).map(hit => hit.sourceId)).toEqual([note.id]);
  expect(marked((await find(t, 'strengthening '))[0])).toEqual(['strengthen']);
});

test('a phrase out of order, an excluded word and an unknown word find nothing', async () => {
  const { t } = await openFilled();
  expect(await find(t, '"frontera la común"')).toEqual([]);
  expect(await find(t, 'cancilleres -frontera')).toEqual([]);
  expect(await find(t, 'inexistente ')).toEqual([]);
  expect(await find(t, '')).toEqual([]);
});

test('a hit names the page and the offset of the word in its text', async () => {
  const { t, acta } = await openFilled();
  const [hit] = await find(t, 'acuerdo ', { kinds: ['page'] });
  const { pages } = await t.call('sources.pages', { id: acta.id, from: 0, count: 1 });
  expect(hit?.place).toEqual({ page: 0, label: null, offset: pages[0]?.text.indexOf('acuerdos') });
});

test('titles, notes, excerpts and parts are found, each under its own name', async () => {
  const { t, acta } = await openFilled();
  await t.call('sources.update', {
    id: acta.id,
    changes: { title: 'Acta binacional', note: 'Revisar con el archivo' },
  });
  const excerpt = await excerptOf(t, acta, 'treinta y seis acuerdos', { note: 'Cifra decisiva' });
  const dossier = await createDossier(t, 'Carpeta');
  const section = dossier.sections[0]!;
  await t.call('sections.update', {
    id: section.id,
    revision: 1,
    changes: { title: 'Síntesis', text: textWith('Conviene insistir en la hidrovía.', excerpt.id) },
  });
  expect((await find(t, 'binacional '))[0]).toMatchObject({
    kind: 'source',
    id: acta.id,
    title: 'Acta binacional',
  });
  expect((await find(t, 'archivo '))[0]).toMatchObject({ kind: 'source', id: acta.id });
  const decisive = (await find(t, 'decisivas '))[0];
  expect(decisive).toMatchObject({
    kind: 'excerpt',
    id: excerpt.id,
    place: { page: 0, offset: excerpt.segments[0]?.start },
  });
  expect((await find(t, 'hidrovías '))[0]).toMatchObject({
    kind: 'section',
    id: section.id,
    dossierId: dossier.id,
    title: 'Carpeta · Síntesis',
  });
});

test('a source is found by its authors, publisher, tags and file name', async () => {
  const { t, acta } = await openFilled();
  const changes = {
    authors: [{ family: 'Popolizio', given: 'Néstor' }],
    publisher: 'Torre Tagle',
    tags: ['hidrovía'],
  };
  await t.call('sources.update', { id: acta.id, changes });
  for (const text of ['popolizio ', 'torre tagle', 'hidrovia ', 'acta.txt']) {
    const [hit] = await find(t, text, { kinds: ['source'] });
    expect(hit?.id, text).toBe(acta.id);
    expect(marked(hit)?.length, text).toBeGreaterThan(0);
  }
});

test('filters by kind, tag, language, source and years', async () => {
  const { t, acta, note } = await openFilled();
  await t.call('sources.update', {
    id: acta.id,
    changes: { tags: ['frontera'], issued: '2018-09-03', language: 'es' },
  });
  await t.call('sources.update', { id: note.id, changes: { issued: '2025', language: 'en' } });
  const excerpt = await excerptOf(t, acta, 'firmaron treinta y seis acuerdos', { tags: ['cifras'] });
  const kinds = async (more: Partial<CallInput<'search.query'>>) =>
    (await find(t, 'acuerdos agreements'.split(' ')[0]!, more)).map(hit => hit.kind).sort();
  expect(await kinds({})).toEqual(['excerpt', 'page']);
  expect(await kinds({ kinds: ['excerpt'] })).toEqual(['excerpt']);
  expect(await kinds({ tags: ['frontera'] })).toEqual(['excerpt', 'page']);
  expect(await kinds({ tags: ['frontera', 'cifras'] })).toEqual(['excerpt']);
  expect(await kinds({ tags: ['ninguna'] })).toEqual([]);
  expect(await kinds({ language: 'en' })).toEqual([]);
  expect(await kinds({ sourceId: note.id })).toEqual([]);
  expect(await kinds({ fromYear: 2018, toYear: 2018 })).toEqual(['excerpt', 'page']);
  expect(await kinds({ fromYear: 2010, toYear: 2019 })).toEqual(['excerpt', 'page']);
  expect(await kinds({ fromYear: 2019 })).toEqual([]);
  expect((await find(t, '', { tags: ['cifras'] })).map(hit => hit.id)).toEqual([excerpt.id]);
});

test('what lies in the trash is not found, and is found again when it comes back', async () => {
  const { t, acta } = await openFilled();
  await excerptOf(t, acta, 'treinta y seis acuerdos');
  await t.call('sources.trash', { ids: [acta.id] });
  expect(await find(t, 'acuerdos')).toEqual([]);
  await t.call('sources.restore', { ids: [acta.id] });
  expect((await find(t, 'acuerdos')).map(hit => hit.kind).sort()).toEqual(['excerpt', 'page']);
});

test('paging gives every hit once, in the same order', async () => {
  const t = await openCoreWithLibrary();
  const source = await importText(t, 'largo.txt', 'El compromiso número uno y otro compromiso más.');
  const made = [];
  for (let i = 0; i < 23; i++) made.push((await excerptOf(t, source, 'compromiso número uno')).id);
  for (const text of ['compromiso', 'co']) {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { hits: SearchHit[]; next: string | null } = await t.call('search.query', {
        text,
        kinds: ['excerpt'],
        after,
        limit: 5,
      });
      seen.push(...page.hits.map(hit => hit.id));
      after = page.next;
    } while (after !== null);
    expect(seen.toSorted()).toEqual(made.toSorted());
    const whole = await find(t, text, { kinds: ['excerpt'] });
    expect(whole.map(hit => hit.id)).toEqual(seen);
  }
});

/** Makes the index believe in so many more entries that it counts as large. */
async function enlarge(t: TestCore): Promise<void> {
  await t.call('library.close', {});
  const path = t.path('biblioteca.valija');
  const db = openDatabase(path, { create: false });
  db.exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10001)
    INSERT INTO search_entry (key, kind, target_id) SELECT 1000 + i, 'page', 'none-' || i FROM n`);
  db.close();
  await t.call('library.open', { file: t.grant(path) });
}

async function findAll(t: TestCore, text: string, limit: number): Promise<string[]> {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: { hits: SearchHit[]; next: string | null } = await t.call('search.query', {
      text,
      after,
      limit,
    });
    seen.push(...page.hits.map(hit => hit.id));
    after = page.next;
  } while (after !== null);
  return seen;
}

test('a large library gives the same hits as a small one, common beginnings newest first', async () => {
  const t = await openCoreWithLibrary();
  const source = await importText(
    t,
    'a.txt',
    'La frontera común. El tratado de Cobija. Los fronterizos acuerdan.',
  );
  const made: string[] = [];
  for (let i = 0; i < 40; i++) {
    const words =
      i % 20 === 7 ? 'tratado de Cobija' : i % 2 ? 'La frontera común' : 'Los fronterizos acuerdan';
    made.push((await excerptOf(t, source, words)).id);
  }
  const queries = [
    'fr',
    'fron',
    'fronter',
    'cobi',
    'frontera com',
    'cob trat',
    '-cobija fro',
    'xyz',
    'acuerda',
  ];
  const before = new Map<string, string[]>();
  for (const text of queries) before.set(text, await findAll(t, text, 7));
  await enlarge(t);
  for (const text of queries) {
    const hits = await findAll(t, text, 7);
    expect(hits.toSorted(), text).toEqual(before.get(text)!.toSorted());
    expect(await findAll(t, text, 200), text).toEqual(hits);
  }
  const newest = made.filter((_, i) => i % 20 !== 7).toReversed();
  expect((await findAll(t, 'fron', 7)).slice(0, newest.length)).toEqual(newest);
});

test('a dossier is found by its title and meeting as its first part, until it is in the trash', async () => {
  const t = await openCoreWithLibrary();
  const dossier = await createDossier(t, 'Gabinete binacional');
  const parts = async (text: string) => (await find(t, text)).filter(hit => hit.kind === 'section');
  expect(await parts('gabinetes ')).toMatchObject([
    { id: dossier.sections[0]?.id, dossierId: dossier.id, title: 'Gabinete binacional' },
  ]);
  const meeting = { ...dossier.meeting, place: 'Ilo' };
  await t.call('dossiers.update', { id: dossier.id, changes: { title: 'Encuentro de alto nivel', meeting } });
  expect(await parts('gabinete')).toEqual([]);
  expect(marked((await parts('ilo'))[0])).toEqual(['Ilo']);
  await t.call('dossiers.trash', { ids: [dossier.id] });
  expect(await parts('encuentro')).toEqual([]);
  await t.call('dossiers.restore', { ids: [dossier.id] });
  await t.call('sections.trash', { id: dossier.sections[0]!.id });
  expect((await parts('encuentro')).map(hit => hit.id)).toEqual([dossier.sections[1]?.id]);
});

test('a cursor that is none of ours is refused', async () => {
  const { t } = await openFilled();
  expect((await t.fail('search.query', { text: 'acuerdo', after: 'xyz' })).code).toBe('invalidInput');
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        '«',
        '»',
        '*',
        '-',
        '(',
        ')',
        ':',
        'AND',
        'OR',
        'NOT',
        'NEAR(',
        '+',
        '^',
        '{',
        '}',
        '\0',
        'á',
        '\u0301',
        'acuerdo',
        ' ',
        'title',
        "'",
        ';',
        '\\',
        '%',
        '_',
        '𝒳',
        '١',
        '²',
        'ª',
      ),
      { maxLength: 40 },
    )
    .map(pieces => pieces.join('')),
);

test('no text that is typed makes search fail', async () => {
  const { t } = await openFilled();
  await fc.assert(
    fc.asyncProperty(hostile, async text => {
      const result = await t.core.call('search.query', { text });
      expect(result.ok, JSON.stringify(result)).toBe(true);
    }),
    { numRuns: 1500 },
  );
  await t.call('search.query', { text: 'a'.repeat(1000) });
  await t.call('search.query', { text: '("*" - '.repeat(140) });
});
