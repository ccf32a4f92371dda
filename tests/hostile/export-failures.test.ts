import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Job } from '../../shared/model/job.ts';
import { defaultPreset, type ExportPreset } from '../../shared/model/output.ts';
import { createDossier } from '../helpers/library-builders.ts';
import { openCoreWithLibrary, type TestCore } from '../helpers/open-core.ts';
import { expectMessage } from './expect-message.ts';
import { mayMount, mountReadOnly, mountSmallDisk } from './make-bad-files.ts';

/** What the file system does when it is asked to, in place of what it would. */
const broken: {
  /** Bytes after which the disk is full. */
  room: number | null;
  /** The failure of a rename over an older file. */
  rename: string | null;
  /** Called when an export begins to write. */
  onOpen: (() => void) | null;
} = { room: null, rename: null, onOpen: null };

afterEach(() => Object.assign(broken, { room: null, rename: null, onOpen: null }));

function failure(code: string): Error {
  return Object.assign(new Error(`${code}: as a file system says it`), { code });
}

vi.mock('node:fs/promises', async importOriginal => {
  const real = await importOriginal<typeof import('node:fs/promises')>();
  const open: typeof real.open = async (path, ...rest) => {
    if (String(path).endsWith('.tmp')) broken.onOpen?.();
    const handle = await real.open(path, ...rest);
    if (!String(path).endsWith('.tmp') || broken.room === null) return handle;
    return fillDisk(handle, broken.room);
  };
  return { ...real, default: { ...real, open }, open };
});

vi.mock('node:fs', async importOriginal => {
  const real = await importOriginal<typeof import('node:fs')>();
  const renameSync: typeof real.renameSync = (from, to) => {
    if (broken.rename && String(from).endsWith('.tmp')) throw failure(broken.rename);
    real.renameSync(from, to);
  };
  return { ...real, default: { ...real, renameSync }, renameSync };
});

/** A disk with room for so many bytes: it takes what fits and refuses the rest. */
function fillDisk(handle: FileHandle, room: number): FileHandle {
  const write = handle.writeFile.bind(handle);
  handle.writeFile = async data => {
    const bytes = data as Uint8Array;
    await write(bytes.subarray(0, room));
    if (bytes.length > room) throw failure('ENOSPC');
  };
  return handle;
}

const FORMATS = ['pdf', 'docx', 'html'] as const;
const paragraph = (words: string) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] });

/** A dossier of some pages, and how to export it into `salida`. */
async function open(paragraphs = 3) {
  const t = await openCoreWithLibrary();
  const { id } = await createDossier(t);
  const content = Array.from({ length: paragraphs }, (_, i) =>
    paragraph(`Párrafo ${i} sobre el diálogo entre ambos países. ${'Los hechos son estos. '.repeat(20)}`),
  );
  const text = { type: 'doc', content };
  await t.call('sections.add', { dossierId: id, after: null, kind: 'topicBrief', title: 'Hechos', text });
  mkdirSync(t.path('salida'));
  const exportFile = (format: (typeof FORMATS)[number], path = `salida/carpeta.${format}`) =>
    t.run(
      t.call('dossiers.export', {
        id,
        preset: { ...defaultPreset, outputs: [{ kind: 'folder', format }] },
        password: null,
        target: { kind: 'file', file: t.grant(t.path(path)) },
      }),
    );
  return { t, id, exportFile };
}

/** Checks that an export failed as it should, and that the folder holds the older file alone, as it was. */
function expectIntact(t: TestCore, job: Job, code: string, name: string): void {
  expect(job.state).toBe('failed');
  expect(job.error?.code).toBe(code);
  expectMessage(job.error!, name);
  expect(readdirSync(t.path('salida'))).toEqual([name]);
  expect(readFileSync(t.path(`salida/${name}`), 'utf8')).toBe('la versión de ayer');
  expect(t.logged).toEqual([]);
}

test('a disk that is full at page 299 leaves the older file as it was, and nothing else', async () => {
  const { t, exportFile } = await open(2150);
  writeFileSync(t.path('salida/carpeta.pdf'), 'la versión de ayer');
  const whole = await exportFile('pdf', 'entera.pdf');
  if (whole.result?.kind !== 'export') throw new Error(JSON.stringify(whole));
  const { byteLength, pageCount } = whole.result.files[0]!;
  expect(pageCount).toBeGreaterThan(299);
  broken.room = Math.round((byteLength * 299) / pageCount!);
  expectIntact(t, await exportFile('pdf'), 'diskFull', 'carpeta.pdf');
}, 90_000);

test.each(FORMATS)('a full disk refuses %s, and takes it when there is room again', async format => {
  const { t, exportFile } = await open();
  writeFileSync(t.path(`salida/carpeta.${format}`), 'la versión de ayer');
  broken.room = 4096;
  expectIntact(t, await exportFile(format), 'diskFull', `carpeta.${format}`);
  broken.room = null;
  expect(await exportFile(format)).toMatchObject({ state: 'done', error: null });
  expect(readdirSync(t.path('salida'))).toEqual([`carpeta.${format}`]);
});

test.each(['EBUSY', 'EPERM', 'EACCES'])(
  'a file open in another program (%s) stays, and is named',
  async code => {
    const { t, exportFile } = await open();
    writeFileSync(t.path('salida/carpeta.docx'), 'la versión de ayer');
    broken.rename = code;
    expectIntact(t, await exportFile('docx'), 'fileBusy', 'carpeta.docx');
  },
);

test('of several outputs, those written before the disk was full are whole and are named', async () => {
  const { t, id } = await open();
  const outputs: ExportPreset['outputs'] = FORMATS.map(format => ({ kind: 'folder', format }));
  let opened = 0;
  broken.onOpen = () => {
    opened++;
    if (opened === 3) broken.room = 4096;
  };
  const job = await t.run(
    t.call('dossiers.export', {
      id,
      preset: { ...defaultPreset, outputs },
      password: null,
      target: { kind: 'folder', folder: t.grant(t.path('salida')) },
    }),
  );
  expect(job).toMatchObject({ state: 'failed', error: { code: 'diskFull' } });
  if (job.result?.kind !== 'export') throw new Error(JSON.stringify(job));
  expect(job.result.files).toHaveLength(2);
  expect(readdirSync(t.path('salida')).sort()).toEqual(job.result.files.map(file => file.fileName).sort());
  for (const { fileName, byteLength } of job.result.files)
    expect(readFileSync(t.path(`salida/${fileName}`)).byteLength).toBe(byteLength);
});

test.each(FORMATS)('a folder that vanishes while %s is being made is told by name', async format => {
  const { t, exportFile } = await open();
  broken.onOpen = () => rmSync(t.path('salida'), { recursive: true, force: true });
  const job = await exportFile(format);
  expect(job).toMatchObject({ state: 'failed', error: { code: 'folderMissing' } });
  expectMessage(job.error!, `carpeta.${format}`);
  expect(readdirSync(t.folder).filter(name => name.endsWith('.tmp'))).toEqual([]);
});

test.runIf(mayMount || process.getuid?.() !== 0)('a read-only folder keeps what it holds', async () => {
  const { t, exportFile } = await open();
  const folder = t.path('salida');
  for (const format of FORMATS) writeFileSync(t.path(`salida/carpeta.${format}`), 'la versión de ayer');
  if (process.getuid?.() === 0) {
    const mounted = mountReadOnly(folder)!;
    onTestFinished(() => mounted.unmount());
  } else {
    chmodSync(folder, 0o555);
    onTestFinished(() => chmodSync(folder, 0o755));
  }
  for (const format of FORMATS) {
    const job = await exportFile(format);
    expect(job).toMatchObject({ state: 'failed', error: { code: 'readOnly' } });
    expectMessage(job.error!, `carpeta.${format}`);
    expect(readFileSync(t.path(`salida/carpeta.${format}`), 'utf8')).toBe('la versión de ayer');
  }
  expect(readdirSync(folder)).toHaveLength(3);
});

test.runIf(mayMount)('a real disk without room is full too', async () => {
  const { t, exportFile } = await open(60);
  const disk = mountSmallDisk(t.path('disco'), 16)!;
  onTestFinished(() => disk.unmount());
  writeFileSync(t.path('disco/carpeta.pdf'), 'la versión de ayer');
  const job = await exportFile('pdf', 'disco/carpeta.pdf');
  expect(job).toMatchObject({ state: 'failed', error: { code: 'diskFull' } });
  expectMessage(job.error!, 'carpeta.pdf');
  expect(readdirSync(t.path('disco'))).toEqual(['carpeta.pdf']);
  expect(readFileSync(t.path('disco/carpeta.pdf'), 'utf8')).toBe('la versión de ayer');
});
