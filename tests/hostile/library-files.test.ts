import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { closeDatabase, openDatabase } from '../../electron/core/library/open-database.ts';
import { defaultPreset } from '../../shared/model/output.ts';
import { createDossier, exportTo, importText, textWith } from '../helpers/library-builders.ts';
import { openCore, openCoreWithLibrary, type TestCore } from '../helpers/open-core.ts';
import { scriptComposer } from '../helpers/scripted-composer.ts';
import { expectMessage } from './expect-message.ts';
import { mayMount, mountReadOnly, mountSmallDisk, writePdf } from './make-bad-files.ts';

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** A closed library with one source in it; gives its path. */
async function makeLibrary(t: TestCore, name = 'biblioteca.valija'): Promise<string> {
  await t.call('library.create', { file: t.grant(t.path(name)) });
  await importText(t, 'acta.txt', 'El acta de la reunión.');
  await t.call('library.close', {});
  return t.path(name);
}

describe('a file that cannot be opened as a library', () => {
  test('one of a newer version is refused by name and not touched', async () => {
    const t = openCore();
    const path = await makeLibrary(t);
    const db = openDatabase(path, { create: false });
    db.pragma('user_version = 9999');
    closeDatabase(db);
    const before = hashOf(path);
    const error = await t.fail('library.open', { file: t.grant(path) });
    expect(error.code).toBe('newerLibrary');
    expectMessage(error, 'biblioteca.valija');
    expect(hashOf(path)).toBe(before);
  });

  test.each([
    ['of no byte', Buffer.alloc(0)],
    ['of text', Buffer.from('Esto es una carta.\n'.repeat(500))],
    ['of one byte', Buffer.from('S')],
    ['that begins as SQLite does and ends there', Buffer.from('SQLite format 3\0')],
    ['of zeros', Buffer.alloc(8192)],
  ])('one %s is refused and not touched', async (_what, bytes) => {
    const t = openCore();
    writeFileSync(t.path('carta.valija'), bytes);
    const error = await t.fail('library.open', { file: t.grant(t.path('carta.valija')) });
    expect(['notALibrary', 'libraryDamaged']).toContain(error.code);
    expectMessage(error, 'carta.valija');
    expect(readFileSync(t.path('carta.valija')).equals(bytes)).toBe(true);
    expect(readdirSync(t.folder).filter(name => name !== 'settings.json')).toEqual(['carta.valija']);
  });

  test('a database of another program is refused and not touched', async () => {
    const t = openCore();
    const db = openDatabase(t.path('otra.valija'), { create: true });
    db.exec('CREATE TABLE cookies (name TEXT)');
    closeDatabase(db);
    const before = hashOf(t.path('otra.valija'));
    const error = await t.fail('library.open', { file: t.grant(t.path('otra.valija')) });
    expect(error.code).toBe('notALibrary');
    expectMessage(error, 'otra.valija');
    expect(hashOf(t.path('otra.valija'))).toBe(before);
  });

  test('a folder, and a file that is not there', async () => {
    const t = openCore();
    mkdirSync(t.path('carpeta.valija'));
    const folder = await t.fail('library.open', { file: t.grant(t.path('carpeta.valija')) });
    expect(folder.code).toBe('notALibrary');
    expectMessage(folder, 'carpeta.valija');
    const nothing = await t.fail('library.open', { file: t.grant(t.path('nada.valija')) });
    expect(nothing.code).toBe('unreadable');
    expectMessage(nothing, 'nada.valija');
    expect(readdirSync(t.folder)).not.toContain('nada.valija');
  });

  test('the library that is open stays open when another cannot be', async () => {
    const t = await openCoreWithLibrary();
    const source = await importText(t, 'acta.txt', 'El acta.');
    writeFileSync(t.path('carta.valija'), 'Esto es una carta.');
    await t.fail('library.open', { file: t.grant(t.path('carta.valija')) });
    expect(await t.call('sources.get', { id: source.id })).toEqual(source);
  });
});

describe('a place where nothing can be written', () => {
  test('no library is made where the system lets nobody write', async () => {
    const t = openCore();
    const error = await t.fail('library.create', { file: t.grant('/proc/nueva.valija') });
    expect(error.code).toBe('readOnly');
    expectMessage(error, null);
  });

  test('a backup and an export to such a place fail by name', async () => {
    const t = await openCoreWithLibrary();
    const backup = await t.run(t.call('library.backup', { file: t.grant('/proc/copia.valija') }));
    expect(backup.state).toBe('failed');
    expect(backup.error?.code).not.toBe('internal');
    expectMessage(backup.error!, 'copia.valija');
    const dossier = await writtenDossier(t);
    const job = await t.run(t.call('dossiers.export', exportTo(t, dossier, '/proc/carpeta.pdf')));
    expect(job.state).toBe('failed');
    expect(job.error?.code).toBe('readOnly');
    expectMessage(job.error!, 'carpeta.pdf');
  });

  test.skipIf(!mayMount)(
    'a library in a read-only folder is refused by name, or a new one there',
    async () => {
      const t = openCore();
      mkdirSync(t.path('fija'));
      const path = await makeLibrary(t, 'fija/biblioteca.valija');
      const before = hashOf(path);
      const mount = mountReadOnly(t.path('fija'));
      onTestFinished(() => mount?.unmount());
      expect(mount).not.toBeNull();
      const opened = await t.fail('library.open', { file: t.grant(path) });
      expect(opened.code).toBe('readOnly');
      expectMessage(opened, 'biblioteca.valija');
      const created = await t.fail('library.create', { file: t.grant(t.path('fija/nueva.valija')) });
      expect(created.code).toBe('readOnly');
      expectMessage(created, 'nueva.valija');
      expect(hashOf(path)).toBe(before);
      expect(readdirSync(t.path('fija'))).toEqual(['biblioteca.valija']);
    },
  );

  test.skipIf(!mayMount)('an export into a read-only folder keeps the old PDF', async () => {
    const t = await openCoreWithLibrary();
    const dossier = await writtenDossier(t);
    mkdirSync(t.path('fija'));
    writeFileSync(t.path('fija/carpeta.pdf'), '%PDF la versión anterior');
    const mount = mountReadOnly(t.path('fija'));
    onTestFinished(() => mount?.unmount());
    const job = await t.run(t.call('dossiers.export', exportTo(t, dossier, t.path('fija/carpeta.pdf'))));
    expect(job.error?.code).toBe('readOnly');
    expectMessage(job.error!, 'carpeta.pdf');
    expect(readFileSync(t.path('fija/carpeta.pdf'), 'utf8')).toBe('%PDF la versión anterior');
  });
});

describe.skipIf(!mayMount)('a full disk', () => {
  function openSmallDisk(t: TestCore, kilobytes: number): string {
    const mount = mountSmallDisk(t.path('disco'), kilobytes);
    if (!mount) throw new Error('the disk could not be mounted');
    onTestFinished(async () => {
      await t.core.close();
      mount.unmount();
    });
    return t.path('disco');
  }

  test('an import that does not fit fails by name; what was there stays and the rest goes on', async () => {
    const t = openCore();
    const disk = openSmallDisk(t, 2500);
    await t.call('library.create', { file: t.grant(`${disk}/biblioteca.valija`) });
    const kept = await importText(t, 'acta.txt', 'El acta que ya estaba.');
    writeFileSync(t.path('gordo.txt'), 'Palabras que no caben en el disco. '.repeat(100_000));
    writeFileSync(t.path('corto.txt'), 'Palabras que sí caben.');
    const files = [t.grant(t.path('gordo.txt')), t.grant(t.path('corto.txt'))];
    const job = await t.run(t.call('sources.import', { files }));
    if (job.result?.kind !== 'import') throw new Error(JSON.stringify(job));
    const [large, small] = job.result.outcomes;
    if (large?.kind !== 'failed') throw new Error(JSON.stringify(large));
    expect(large.error.code).toBe('diskFull');
    expectMessage(large.error, 'gordo.txt');
    expect(small).toMatchObject({ kind: 'imported' });
    expect(await t.call('sources.get', { id: kept.id })).toEqual(kept);
    const verified = await t.run(t.call('library.verify', {}));
    expect(verified.result).toMatchObject({ damage: [] });
    const { hits } = await t.call('search.query', { text: 'palabras', kinds: ['page'] });
    expect(hits).toHaveLength(1);
  });

  test('a library, a backup and a PDF that do not fit leave nothing and keep the old', async () => {
    const t = await openCoreWithLibrary();
    const disk = openSmallDisk(t, 200);
    const dossier = await writtenDossier(t);
    for (let i = 0; i < 3; i++) await writePdf(t.path(`${i}.pdf`), `Documento ${i}`);
    writeFileSync(`${disk}/carpeta.pdf`, '%PDF la versión anterior');
    writeFileSync(`${disk}/relleno`, Buffer.alloc(190 * 1024));
    const before = readdirSync(disk);
    const exported = await t.run(t.call('dossiers.export', exportTo(t, dossier, `${disk}/carpeta.pdf`)));
    expect(exported.error?.code).toBe('diskFull');
    expectMessage(exported.error!, 'carpeta.pdf');
    const backup = await t.run(t.call('library.backup', { file: t.grant(`${disk}/copia.valija`) }));
    expect(backup.error?.code).toBe('diskFull');
    expectMessage(backup.error!, 'copia.valija');
    const created = await t.fail('library.create', { file: t.grant(`${disk}/nueva.valija`) });
    expect(created.code).toBe('diskFull');
    expectMessage(created, 'nueva.valija');
    expect(readdirSync(disk)).toEqual(before);
    expect(readFileSync(`${disk}/carpeta.pdf`, 'utf8')).toBe('%PDF la versión anterior');
    expect((await t.call('library.status', {})).open?.name).toBe('biblioteca');
  });

  test('a disk that fills up between two copies keeps the first, and the second takes no number', async () => {
    const composer = scriptComposer(({ copy }) => {
      if (copy?.number === 2) writeFileSync(`${disk}/relleno`, Buffer.alloc(145 * 1024));
      return true;
    }, 30_000);
    const t = await openCoreWithLibrary({ composer });
    const disk = openSmallDisk(t, 200);
    const { id } = await createDossier(t);
    writeFileSync(`${disk}/Diálogo - Carpeta completa.pdf`, '%PDF la versión anterior');
    const recipients = [
      { name: 'Ana', office: '' },
      { name: 'Luis', office: '' },
    ];
    const preset = { ...defaultPreset, recipients };
    const target = { kind: 'folder' as const, folder: t.grant(disk) };
    const job = await t.run(t.call('dossiers.export', { id, preset, password: null, target }));
    expect(job.error?.code).toBe('diskFull');
    expectMessage(job.error!, 'Diálogo - Carpeta completa - ejemplar 002 (Luis).pdf');
    const first = 'Diálogo - Carpeta completa - ejemplar 001 (Ana).pdf';
    expect(job.result).toMatchObject({ files: [{ fileName: first }] });
    expect(readdirSync(disk).sort()).toEqual([first, 'Diálogo - Carpeta completa.pdf', 'relleno']);
    expect((await t.call('copies.list', { id })).items.map(copy => copy.number)).toEqual([1]);
  });

  test('text that cannot be saved is told by the library’s name, and the old text stays', async () => {
    const t = openCore();
    const disk = openSmallDisk(t, 1500);
    await t.call('library.create', { file: t.grant(`${disk}/biblioteca.valija`) });
    const dossier = await createDossier(t);
    const section = dossier.sections.at(-1)!;
    const changes = { text: textWith('Palabras. '.repeat(400_000)) };
    const error = await t.fail('sections.update', { id: section.id, revision: section.revision, changes });
    expect(error.code).toBe('diskFull');
    expectMessage(error, 'biblioteca.valija');
    const after = await t.call('dossiers.get', { id: dossier.id });
    expect(after.sections.at(-1)).toEqual(section);
    const saved = await t.call('sections.update', {
      id: section.id,
      revision: section.revision,
      changes: { text: textWith('Un texto que cabe.') },
    });
    expect(saved.revision).toBeGreaterThan(section.revision);
  });
});

/** A dossier with one written part; gives its id. */
async function writtenDossier(t: TestCore): Promise<string> {
  const dossier = await createDossier(t);
  const section = dossier.sections.at(-1)!;
  const changes = { text: textWith('Un párrafo de la carpeta.') };
  await t.call('sections.update', { id: section.id, revision: section.revision, changes });
  return dossier.id;
}
