import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../shared/contract/result.ts';
import type { ImportOutcome } from '../../shared/model/job.ts';
import { importText } from '../helpers/library-builders.ts';
import { openCoreWithLibrary, type TestCore } from '../helpers/open-core.ts';
import { expectMessage } from './expect-message.ts';
import { writeDocx, writeEncryptedPdf, writePdf, writeSparse, writeTruncatedDocx } from './make-bad-files.ts';

async function importAll(t: TestCore, paths: readonly string[]): Promise<ImportOutcome[]> {
  const files = paths.map(path => t.grant(path));
  const job = await t.run(t.call('sources.import', { files }));
  if (job.result?.kind !== 'import') throw new Error(JSON.stringify(job));
  return job.result.outcomes;
}

/** The superuser may read everything: for so long this process is somebody who may not. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65534);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

/** Every bad file beside its name: how it is made and what it must be called. */
const badFiles: readonly [name: string, code: ErrorCode, make: (path: string) => unknown][] = [
  ['foto.pdf', 'notWhatItSays', path => writeFileSync(path, Buffer.from('89504e470d0a1a0a0000000d', 'hex'))],
  ['programa.docx', 'notWhatItSays', path => writeFileSync(path, Buffer.alloc(4000, '\x7fELF\0\x01'))],
  ['carta.pdf', 'notWhatItSays', path => writeFileSync(path, 'Estimado señor embajador:\n'.repeat(20))],
  ['correo.html', 'notWhatItSays', path => writeFileSync(path, 'From: a@b.pe\nTo: c@d.pe\n\nHola\n')],
  ['informe.txt', 'notWhatItSays', path => writePdf(path, 'Un informe')],
  ['tabla.pdf', 'notWhatItSays', path => writeDocx(path)],
  ['con contraseña.pdf', 'encrypted', writeEncryptedPdf],
  ['cortado.docx', 'damaged', writeTruncatedDocx],
  ['cortado.pdf', 'damaged', path => writeFileSync(path, '%PDF-1.7\n1 0 obj\n<< /Type /Cata')],
  ['vacío.pdf', 'empty', path => writeFileSync(path, '')],
  ['vacío.docx', 'empty', path => writeFileSync(path, '')],
  ['enorme.pdf', 'tooLarge', writeSparse],
  ['no está.pdf', 'unreadable', () => {}],
  ['carpeta.pdf', 'unreadable', path => mkdirSync(path)],
  ['vuelta.txt', 'unreadable', path => symlinkSync(path, path)],
  ['base.xlsx', 'unsupported', path => writeFileSync(path, Buffer.alloc(3000, '\x01\x02\x00'))],
];

describe('a bad file', () => {
  test.each(badFiles)('%s is %s, in words that name it', async (name, code, make) => {
    const t = await openCoreWithLibrary();
    const path = t.path(name);
    await make(path);
    const [outcome] = await importAll(t, [path]);
    if (outcome?.kind !== 'failed') throw new Error(JSON.stringify(outcome));
    expect(outcome.error.code).toBe(code);
    expect(outcome.fileName).toBe(name);
    expectMessage(outcome.error, name);
    expect((await t.call('sources.list', {})).items).toEqual([]);
    expect(t.logged).toEqual([]);
  });

  test('a file that the system gives no byte of is unreadable', async () => {
    const t = await openCoreWithLibrary();
    const [outcome] = await importAll(t, ['/proc/self/mem']);
    if (outcome?.kind !== 'failed') throw new Error(JSON.stringify(outcome));
    expect(['unreadable', 'empty']).toContain(outcome.error.code);
    expectMessage(outcome.error, 'mem');
  });

  test('a pipe that nobody writes into is refused, not waited for', async () => {
    const t = await openCoreWithLibrary();
    execFileSync('mkfifo', [t.path('tubo.txt')]);
    const [outcome] = await importAll(t, [t.path('tubo.txt')]);
    expect(outcome).toMatchObject({ kind: 'failed', fileName: 'tubo.txt' });
  });

  test('a file that this user may not read is unreadable', async () => {
    const t = await openCoreWithLibrary();
    writeFileSync(t.path('ajeno.txt'), 'Hola');
    chmodSync(t.path('ajeno.txt'), 0);
    const [outcome] = await asNobody(() => importAll(t, [t.path('ajeno.txt')]));
    if (outcome?.kind !== 'failed') throw new Error(JSON.stringify(outcome));
    expect(outcome.error.code).toBe('unreadable');
    expectMessage(outcome.error, 'ajeno.txt');
  });
});

test('bad files beside good ones: the good ones come in, each bad one is told, what was there stays', async () => {
  const t = await openCoreWithLibrary();
  const before = await importText(t, 'anterior.txt', 'El acta anterior quedó como estaba.');
  const paths: string[] = [];
  for (const [name, , make] of badFiles) {
    await make(t.path(name));
    paths.push(t.path(name));
  }
  await writePdf(t.path('bueno.pdf'), 'Los cancilleres acordaron');
  await writeDocx(t.path('bueno.docx'));
  paths.splice(3, 0, t.path('bueno.pdf'));
  paths.splice(9, 0, t.path('bueno.docx'));
  const outcomes = await importAll(t, paths);
  expect(outcomes.map(outcome => outcome.fileName)).toEqual(paths.map(path => basename(path)));
  const imported = outcomes.filter(outcome => outcome.kind === 'imported').map(outcome => outcome.fileName);
  expect(imported).toEqual(['bueno.pdf', 'bueno.docx']);
  const codes = Object.fromEntries(badFiles.map(([name, code]) => [name, code]));
  for (const outcome of outcomes) {
    if (outcome.kind === 'failed') expect(outcome.error.code).toBe(codes[outcome.fileName]);
  }
  expect(await t.call('sources.get', { id: before.id })).toEqual(before);
  const verified = await t.run(t.call('library.verify', {}));
  expect(verified.result).toMatchObject({ kind: 'verify', damage: [] });
});

const strangeNames = [
  'con\nsalto de línea.txt',
  'comillas "dobles" y \'simples\'.txt',
  '«angulares» {llaves} {file} <b>.txt',
  'bandera 🇵🇪 y familia 👨‍👩‍👧.txt',
  'al revés \u202Etxt.exe.txt',
  `${'ñ'.repeat(125)}n.txt`,
  'tabulador\ty\rretorno.txt',
  "' OR 1=1 --.txt",
  '$(touch nada) `ls` %s %n.txt',
  '--help.txt',
  ' .txt',
  '.txt',
  'combinado e\u0301 y compuesto é.txt',
  'CON.txt',
  '\u0007campana.txt',
];

describe('a strange name', () => {
  test.each(strangeNames)('%j is kept to the letter, in good fortune and bad', async name => {
    const t = await openCoreWithLibrary();
    const source = await importText(t, name, 'Palabras comunes de un acta.');
    expect(source.fileName).toBe(name);
    const { hits } = await t.call('search.query', { text: 'palabras comunes', kinds: ['page'] });
    expect(hits.map(hit => hit.sourceId)).toEqual([source.id]);
    writeFileSync(t.path(name), '');
    const [outcome] = await importAll(t, [t.path(name)]);
    if (outcome?.kind !== 'failed') throw new Error(JSON.stringify(outcome));
    expectMessage(outcome.error, name);
  });

  test('bytes that are no UTF-8 do not break the import of the rest', async () => {
    const t = await openCoreWithLibrary();
    const folder = Buffer.from(`${t.folder}/`);
    writeFileSync(Buffer.concat([folder, Buffer.from([0xff, 0xfe, 0x2e, 0x74, 0x78, 0x74])]), 'Hola');
    writeFileSync(t.path('bueno.txt'), 'Un acta buena.');
    const outcomes = await importAll(t, [t.path('\uFFFD\uFFFD.txt'), t.path('bueno.txt')]);
    expect(outcomes).toMatchObject([{ kind: 'failed', error: { code: 'unreadable' } }, { kind: 'imported' }]);
  });
});
