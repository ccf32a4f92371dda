import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, statfsSync, writeFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { act } from '../../../electron/core/library/journal.ts';
import { closeDatabase } from '../../../electron/core/library/open-database.ts';
import { openLibrary } from '../../../electron/core/library/open-library.ts';
import { codeOf } from '../../../electron/core/map-error.ts';
import { checkDatabase } from '../../helpers/check-database.ts';
import { importText } from '../../helpers/library-builders.ts';
import { openCore, openCoreWithLibrary, type TestCore } from '../../helpers/open-core.ts';

/** A real disk of 1 MB where the system lets us mount one, else null. */
function mountSmallDisk(t: TestCore): string | null {
  const folder = t.path('disco');
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder]);
  });
  return folder;
}

test('a write that the disk has no room for is refused whole; what was there stays', async () => {
  const t = await openCoreWithLibrary();
  await importText(t, 'acta.txt', 'Lo que ya estaba guardado.');
  await t.call('library.close', {});
  const library = openLibrary(t.path('biblioteca.valija'));
  const { db } = library;
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 2}`);
  const write = () => act(db, { name: 'test', targets: ['x'.repeat(200_000)], at: '2026' }, () => {});
  let code: string | null = null;
  try {
    write();
  } catch (error) {
    code = codeOf(error);
  }
  expect(code).toBe('diskFull');
  expect(checkDatabase(db)).toEqual([]);
  expect(db.prepare('SELECT count(*) AS n FROM source').get()).toEqual({ n: 1 });
  closeDatabase(db);
});

test('on a full disk, imports, backups and exports say so and leave nothing half written', async () => {
  const t = openCore();
  const disk = mountSmallDisk(t);
  if (!disk) {
    // Without the right to mount, /dev/full is the one full disk there is.
    const job = await runBackupTo(t, '/dev/full');
    expect(job.state).toBe('failed');
    return;
  }
  await t.call('library.create', { file: t.grant(`${disk}/b.valija`) });
  await importText(t, 'acta.txt', 'Lo que ya estaba guardado.');
  writeFileSync(t.path('grande.txt'), 'Texto que no cabe en el disco. '.repeat(60_000));
  const job = await t.run(t.call('sources.import', { files: [t.grant(t.path('grande.txt'))] }));
  expect(job.result).toMatchObject({ outcomes: [{ kind: 'failed', error: { code: 'diskFull' } }] });
  expect((await t.call('sources.list', {})).items).toHaveLength(1);
  fillUpTo(disk, 40_000);
  const backup = await t.run(t.call('library.backup', { file: t.grant(`${disk}/copia.valija`) }));
  expect(backup).toMatchObject({
    state: 'failed',
    error: { code: 'diskFull', details: { file: 'copia.valija' } },
  });
  expect(readdirSync(disk).filter(name => name.includes('copia') || name.endsWith('.tmp'))).toEqual([]);
  expect((await t.run(t.call('library.verify', {}))).result).toMatchObject({ damage: [] });
  await t.call('library.close', {});
  expect((await t.call('library.open', { file: t.grant(`${disk}/b.valija`) })).counts.sources).toBe(1);
  await t.call('library.close', {});
});

/** Leaves so many bytes free. */
function fillUpTo(disk: string, free: number): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(`${disk}/relleno`, Buffer.alloc(bavail * bsize - free));
}

async function runBackupTo(t: TestCore, path: string) {
  await t.call('library.create', { file: t.grant(t.path('b.valija')) });
  return t.run(t.call('library.backup', { file: t.grant(path) }));
}
