import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createDossier, excerptOf, exportTo, importText, textWith } from '../../helpers/library-builders.ts';
import { openCoreWithLibrary, type TestCore } from '../../helpers/open-core.ts';

async function endOf(t: TestCore, start: Promise<{ jobId: string }>) {
  const { state, error } = await t.run(start);
  return { state, code: error?.code };
}

const refused = { state: 'failed', code: 'fileExists' };

test('neither an export nor a backup ever writes over a library, by whatever path it comes', async () => {
  const t = await openCoreWithLibrary();
  await importText(t, 'nota.txt', 'Las partes acuerdan cooperar.');
  const { id } = await createDossier(t);
  const { open } = await t.call('library.status', {});
  mkdirSync(t.path('real'));
  symlinkSync(open!.location, t.path('real/otro.pdf'));
  writeFileSync(t.path('ajena.pdf'), Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(100)]));
  for (const path of [open!.location, t.path('real/otro.pdf'), t.path('ajena.pdf'), t.path('nueva.valija')]) {
    expect(await endOf(t, t.call('dossiers.export', exportTo(t, id, path))), path).toEqual(refused);
  }
  for (const path of [open!.location, t.path('real/otro.pdf')]) {
    expect(await endOf(t, t.call('library.backup', { file: t.grant(path) })), path).toEqual(refused);
  }
  await t.call('library.close', {});
  const again = await t.call('library.open', { file: t.grant(open!.location) });
  expect(again.counts.sources).toBe(1);
});

test('an export counts as changed what it could not print', async () => {
  const t = await openCoreWithLibrary();
  const source = await importText(t, 'nota.txt', 'Las partes acuerdan cooperar en la frontera.');
  const excerpt = await excerptOf(t, source, 'acuerdan cooperar');
  const { id, sections } = await createDossier(t);
  const brief = sections.at(-1)!;
  const text = textWith('Se cita:', excerpt.id);
  await t.call('sections.update', { id: brief.id, revision: brief.revision, changes: { text } });
  await t.call('excerpts.trash', { ids: [excerpt.id] });
  const job = await t.run(t.call('dossiers.export', exportTo(t, id, t.path('a.pdf'))));
  expect(job.result).toMatchObject({ quotes: { exact: 0, moved: 0, changed: 1 } });
  expect(readFileSync(t.path('a.pdf')).byteLength).toBeGreaterThan(1000);
});
