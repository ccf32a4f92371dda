import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DocumentParser } from '../../../electron/core/document-parser.ts';
import { IngestError } from '../../../electron/core/ingest/ingest-error.ts';
import { createParser } from '../../../electron/core/ingest/parse-in-child.ts';
import type { ImportOutcome, Job } from '../../../shared/model/job.ts';
import { excerptOf, importText } from '../../helpers/library-builders.ts';
import { openCoreWithLibrary, resourcesDir, type TestCore } from '../../helpers/open-core.ts';

const documents = join(resourcesDir, 'sample/documents');

function outcomesOf(job: Job): ImportOutcome[] {
  if (job.result?.kind !== 'import') throw new Error(JSON.stringify(job));
  return job.result.outcomes;
}

function importFiles(t: TestCore, ...names: string[]): Promise<Job> {
  return t.run(t.call('sources.import', { files: names.map(name => t.grant(t.path(name))) }));
}

test('bad files do not stop the good ones, and each failure names its file', async () => {
  const t = await openCoreWithLibrary();
  copyFileSync(join(documents, 'acta-iv-gabinete-peru-bolivia-2018.pdf'), t.path('buena.pdf'));
  writeFileSync(t.path('vacia.pdf'), '');
  writeFileSync(t.path('disfrazada.pdf'), 'PK\u0003\u0004 no soy un PDF');
  writeFileSync(t.path('truncada.docx'), 'PK\u0003\u0004');
  writeFileSync(t.path('nota «con» tildes y 密.txt'), 'Una nota breve.');
  const job = await importFiles(
    t,
    'vacia.pdf',
    'buena.pdf',
    'disfrazada.pdf',
    'no-existe.pdf',
    'truncada.docx',
    'nota «con» tildes y 密.txt',
  );
  const outcomes = outcomesOf(job);
  expect(outcomes.map(outcome => outcome.kind)).toEqual([
    'failed',
    'imported',
    'failed',
    'failed',
    'failed',
    'imported',
  ]);
  const codes = outcomes.map(outcome => (outcome.kind === 'failed' ? outcome.error.code : null));
  expect(codes[0]).toBe('empty');
  expect(codes[3]).toBe('unreadable');
  expect(['damaged', 'notWhatItSays', 'unsupported']).toContain(codes[2]);
  expect(['damaged', 'notWhatItSays', 'unsupported']).toContain(codes[4]);
  for (const outcome of outcomes) {
    if (outcome.kind === 'failed') expect(outcome.error.details.file).toBe(outcome.fileName);
  }
  expect(job.state).toBe('done');
  expect((await t.call('sources.list', {})).items).toHaveLength(2);
  expect(t.logged).toEqual([]);
});

test('a file that is in the library already is found before it is read', async () => {
  const reader = createParser();
  const read: string[] = [];
  const parser: DocumentParser = {
    perform: reader.perform,
    parse: (path, options) => {
      read.push(path);
      return reader.parse(path, options);
    },
    close: () => reader.close(),
  };
  const t = await openCoreWithLibrary({ parser });
  const source = await importText(t, 'a.txt', 'El mismo texto.');
  writeFileSync(t.path('b.txt'), 'El mismo texto.');
  const outcomes = outcomesOf(await importFiles(t, 'b.txt'));
  expect(outcomes).toEqual([{ kind: 'duplicate', fileName: 'b.txt', sourceId: source.id }]);
  expect(read).toEqual([t.path('a.txt')]);
});

test('the same file twice in one import is kept once', async () => {
  const t = await openCoreWithLibrary();
  for (const name of ['a.txt', 'b.txt', 'c.txt']) writeFileSync(t.path(name), 'Repetido.');
  const kinds = outcomesOf(await importFiles(t, 'a.txt', 'b.txt', 'c.txt')).map(outcome => outcome.kind);
  expect(kinds.toSorted()).toEqual(['duplicate', 'duplicate', 'imported']);
  expect((await t.call('sources.list', {})).items).toHaveLength(1);
});

test('a duplicate of a source in the trash takes it out of the trash', async () => {
  const t = await openCoreWithLibrary();
  const source = await importText(t, 'a.txt', 'Recuperable.');
  await t.call('sources.trash', { ids: [source.id] });
  expect(outcomesOf(await importFiles(t, 'a.txt'))[0]).toMatchObject({
    kind: 'duplicate',
    sourceId: source.id,
  });
  expect((await t.call('sources.get', { id: source.id })).trashedAt).toBeNull();
  expect((await t.call('search.query', { text: 'recuperable' })).hits.length).toBeGreaterThan(0);
});

test('a cancelled import keeps what was imported, and nothing half done', async () => {
  const reader = createParser();
  let slow = 0;
  const waiting = Promise.withResolvers<void>();
  const parser: DocumentParser = {
    perform: reader.perform,
    async parse(path, options) {
      if (!path.includes('lenta')) return reader.parse(path, options);
      slow++;
      if (slow === 3) waiting.resolve();
      const signal = options?.signal;
      if (!signal?.aborted) await new Promise(resolve => signal?.addEventListener('abort', resolve));
      throw new IngestError('cancelled');
    },
    close: () => reader.close(),
  };
  const t = await openCoreWithLibrary({ parser });
  const names = ['1.txt', '2.txt', 'lenta-a.txt', 'lenta-b.txt', 'lenta-c.txt', '6.txt'];
  for (const name of names) writeFileSync(t.path(name), `Texto de ${name}`);
  const { jobId } = await t.call('sources.import', { files: names.map(name => t.grant(t.path(name))) });
  const ended = t.run(Promise.resolve({ jobId }));
  await waiting.promise;
  await t.call('jobs.cancel', { id: jobId });
  expect(await ended).toMatchObject({ state: 'cancelled', result: null, error: null });
  const { items } = await t.call('sources.list', { order: 'title' });
  expect(items.map(item => item.fileName)).toEqual(['1.txt', '2.txt']);
  expect((await t.run(t.call('library.verify', {}))).result).toMatchObject({ damage: [] });
});

test('closing the library stops its jobs first', async () => {
  const t = await openCoreWithLibrary();
  const files = readdirSync(documents).map(name => t.grant(join(documents, name)));
  const { jobId } = await t.call('sources.import', { files });
  await t.call('library.close', {});
  expect((await t.call('jobs.get', { id: jobId })).state).toBe('cancelled');
  expect(t.logged).toEqual([]);
});

test('progress is told in order, and the end last', async () => {
  const t = await openCoreWithLibrary();
  const files = readdirSync(documents)
    .slice(0, 6)
    .map(name => t.grant(join(documents, name)));
  const job = await t.run(t.call('sources.import', { files }));
  const seen = t.events.flatMap(event =>
    event.type === 'job' && event.job.id === job.id ? [event.job] : [],
  );
  const done = seen.map(event => event.progress.done);
  expect(done).toEqual(done.toSorted((a, b) => a - b));
  expect(seen.at(-1)).toMatchObject({ state: 'done', progress: { done: 6, total: 6 } });
  expect(seen.filter(event => event.state !== 'running')).toHaveLength(1);
});

test('a newer version keeps metadata and excerpts, tells what became of them, and keeps the older file', async () => {
  const t = await openCoreWithLibrary();
  const before =
    'Primero.\n\nLas partes cooperarán en la frontera.\n\nLas partes podrían reunirse en mayo.\n\nÚltimo acuerdo firmado en Lima.';
  const after =
    'Prólogo añadido a la segunda versión.\n\nLas partes cooperarán en la frontera.\n\nLas partes no podrían reunirse en mayo.';
  const source = await importText(t, 'v1.txt', before);
  await t.call('sources.update', { id: source.id, changes: { title: 'Acuerdo', note: 'Mía' } });
  const kept = await excerptOf(t, source, 'Las partes cooperarán en la frontera.');
  const changed = await excerptOf(t, source, 'Las partes podrían reunirse en mayo.');
  const gone = await excerptOf(t, source, 'Último acuerdo firmado en Lima.');
  writeFileSync(t.path('v2.txt'), after);
  const job = await t.run(t.call('sources.replace', { id: source.id, file: t.grant(t.path('v2.txt')) }));
  expect(job.result).toEqual({ kind: 'replace', sourceId: source.id, exact: 1, moved: 0, changed: 2 });
  expect(await t.call('sources.get', { id: source.id })).toMatchObject({
    title: 'Acuerdo',
    note: 'Mía',
    fileName: 'v2.txt',
  });
  const { items } = await t.call('excerpts.get', { ids: [kept.id, changed.id, gone.id] });
  expect(items.map(item => item.status)).toEqual(['exact', 'changed', 'changed']);
  expect(items[1]?.exact).toBe('Las partes podrían reunirse en mayo.');
  const [answer] = (await t.call('excerpts.verify', { ids: [changed.id] })).items;
  expect(answer?.difference?.filter(part => part.kind === 'added').map(part => part.text.trim())).toEqual([
    'no',
  ]);
  const anchored = await t.call('excerpts.reanchor', { id: changed.id });
  expect(anchored).toMatchObject({ status: 'exact', exact: 'Las partes no podrían reunirse en mayo.' });
  expect((await t.fail('excerpts.reanchor', { id: gone.id })).code).toBe('quoteNotFound');
  expect((await t.call('search.query', { text: 'prólogo', kinds: ['page'] })).hits).toHaveLength(1);
  expect((await t.call('search.query', { text: 'primero', kinds: ['page'] })).hits).toHaveLength(0);
});

test('a source is not replaced by a file that is another source', async () => {
  const t = await openCoreWithLibrary();
  const one = await importText(t, 'uno.txt', 'Uno.');
  await importText(t, 'dos.txt', 'Dos.');
  const job = await t.run(t.call('sources.replace', { id: one.id, file: t.grant(t.path('dos.txt')) }));
  expect(job).toMatchObject({ state: 'failed', error: { code: 'fileExists', details: { file: 'dos.txt' } } });
  expect((await t.call('sources.get', { id: one.id })).fileName).toBe('uno.txt');
});
