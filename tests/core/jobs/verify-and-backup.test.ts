import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../electron/core/library/open-database.ts';
import { excerptOf, importText } from '../../helpers/library-builders.ts';
import { openCoreWithLibrary } from '../../helpers/open-core.ts';

test('verification finds an original whose bytes changed and a quote whose source changed', async () => {
  const t = await openCoreWithLibrary();
  const source = await importText(t, 'a.txt', 'Los ministros firmaron el acta. Después se despidieron.');
  const excerpt = await excerptOf(t, source, 'Los ministros firmaron el acta.');
  await t.call('library.close', {});
  const path = t.path('biblioteca.valija');
  const db = openDatabase(path, { create: false });
  db.prepare('UPDATE file SET bytes = ?').run(Buffer.from('otros bytes'));
  db.prepare('UPDATE page SET text = ?').run('Los ministros no firmaron el acta. Después se despidieron.');
  db.close();
  await t.call('library.open', { file: t.grant(path) });
  const { result } = await t.run(t.call('library.verify', {}));
  expect(result).toMatchObject({
    damage: [expect.stringContaining('hash')],
    quotes: { exact: 0, moved: 0, changed: 1 },
    notExact: [excerpt.id],
  });
  expect((await t.call('excerpts.get', { ids: [excerpt.id] })).items[0]?.status).toBe('changed');
});

test.each([undefined, 'clave'])('a backup opens as the library did (password: %s)', async password => {
  const t = await openCoreWithLibrary({}, password);
  await importText(t, 'a.txt', 'Texto muy reservado.');
  const path = t.path('copia.valija');
  writeFileSync(path, 'una copia anterior');
  const { result } = await t.run(t.call('library.backup', { file: t.grant(path) }));
  const bytes = readFileSync(path);
  expect(result).toEqual({
    kind: 'backup',
    fileName: 'copia.valija',
    byteLength: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  expect(bytes.includes('reservado')).toBe(password === undefined);
  const info = await t.call('library.open', { file: t.grant(path), password });
  expect(info).toMatchObject({ name: 'copia', encrypted: password !== undefined, counts: { sources: 1 } });
});

test('a backup that fails leaves the one before, and no temporary file', async () => {
  const t = await openCoreWithLibrary();
  const job = await t.run(t.call('library.backup', { file: t.grant(t.path('no/existe/copia.valija')) }));
  expect(job.state).toBe('failed');
  expect(job.error).toMatchObject({ code: 'folderMissing', details: { file: 'copia.valija' } });
  const onto = await t.run(t.call('library.backup', { file: t.grant(t.path('biblioteca.valija')) }));
  expect(onto.error?.code).toBe('fileExists');
  expect(readdirSync(t.folder).filter(name => name.endsWith('.tmp'))).toEqual([]);
  expect((await t.call('library.status', {})).open?.name).toBe('biblioteca');
});

test('a cancelled verification stops in the middle and lets other calls in', async () => {
  const t = await openCoreWithLibrary();
  const paragraphs = Array.from({ length: 400 }, (_, i) => `El compromiso ${i} se cumplirá antes de mayo.`);
  const source = await importText(t, 'a.txt', paragraphs.join('\n\n'));
  for (let i = 0; i < 120; i++) await excerptOf(t, source, `El compromiso ${i} se cumplirá antes de mayo.`);
  await t.call('library.close', {});
  const path = t.path('biblioteca.valija');
  const db = openDatabase(path, { create: false });
  db.prepare("UPDATE page SET text = replace(text, 'mayo', 'junio')").run();
  db.close();
  await t.call('library.open', { file: t.grant(path) });
  const ended = t.run(t.call('library.verify', {}));
  t.core.onEvent(event => {
    if (event.type === 'job' && event.job.progress.done > 40)
      void t.call('jobs.cancel', { id: event.job.id });
  });
  const job = await ended;
  expect(job.state).toBe('cancelled');
  expect(job.progress.done).toBeLessThan(job.progress.total);
  const { items } = await t.call('excerpts.list', { limit: 200 });
  const statuses = new Set(items.map(item => item.status));
  expect([...statuses].toSorted()).toEqual(['changed', 'exact']);
});
