import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../electron/core/library/open-database.ts';
import { formatMessage } from '../../../shared/i18n/format-message.ts';
import { importText } from '../../helpers/library-builders.ts';
import { openCore, openCoreWithLibrary } from '../../helpers/open-core.ts';

const WORDS = 'Los cancilleres acordaron continuar el diálogo reservado de Cobija.';

test('an encrypted library shows nothing of its content and opens again with its password', async () => {
  const t = await openCoreWithLibrary({}, 'contraseña \'con\' "comillas" 密');
  await importText(t, 'acta.txt', WORDS);
  await t.call('library.close', {});
  const path = t.path('biblioteca.valija');
  const bytes = readFileSync(path);
  for (const plain of ['SQLite format', 'Cobija', 'cancilleres', 'CREATE TABLE', 'acta.txt']) {
    expect(bytes.includes(plain)).toBe(false);
  }
  const info = await t.call('library.open', {
    file: t.grant(path),
    password: 'contraseña \'con\' "comillas" 密',
  });
  expect(info).toMatchObject({ encrypted: true, counts: { sources: 1 }, name: 'biblioteca' });
});

test('nothing of an encrypted library is in plain text beside it while it is open', async () => {
  const t = await openCoreWithLibrary({}, 'secreta');
  await importText(t, 'acta.txt', WORDS);
  for (const name of readdirSync(t.folder).filter(name => name.startsWith('biblioteca'))) {
    expect(readFileSync(join(t.folder, name)).includes('Cobija'), name).toBe(false);
  }
});

test('a wrong or missing password is told apart from damage', async () => {
  const t = await openCoreWithLibrary({}, 'correcta');
  await t.call('library.close', {});
  const file = t.grant(t.path('biblioteca.valija'));
  const wrong = await t.fail('library.open', { file, password: 'incorrecta' });
  expect(wrong).toMatchObject({ code: 'wrongPassword', details: { file: 'biblioteca.valija', given: true } });
  expect(await t.fail('library.open', { file })).toMatchObject({
    code: 'wrongPassword',
    details: { given: false },
  });
  expect((await t.call('library.open', { file, password: 'correcta' })).encrypted).toBe(true);
});

test.each([
  ['an empty file', () => Buffer.alloc(0)],
  ['a text', () => Buffer.from('Acta de la reunión. '.repeat(1000))],
  ['a PDF', () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(9000, 65)])],
  ['a few bytes of chance', () => randomBytes(300)],
])('%s is no library', async (_name, bytes) => {
  const t = openCore();
  writeFileSync(t.path('otra.valija'), bytes());
  const error = await t.fail('library.open', { file: t.grant(t.path('otra.valija')) });
  expect(error).toMatchObject({ code: 'notALibrary', details: { file: 'otra.valija' } });
});

test('a database of another program is no library and is not touched', async () => {
  const t = openCore();
  const path = t.path('ajena.valija');
  const db = openDatabase(path, { create: true });
  db.exec('CREATE TABLE cosa (a)');
  db.close();
  const before = readFileSync(path);
  expect((await t.fail('library.open', { file: t.grant(path) })).code).toBe('notALibrary');
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a library of a newer version is refused by name and not touched', async () => {
  const t = await openCoreWithLibrary();
  await t.call('library.close', {});
  const path = t.path('biblioteca.valija');
  const db = openDatabase(path, { create: false });
  db.pragma('user_version = 999');
  db.close();
  const before = readFileSync(path);
  const error = await t.fail('library.open', { file: t.grant(path) });
  expect(error).toMatchObject({ code: 'newerLibrary', details: { file: 'biblioteca.valija', version: 999 } });
  expect(readFileSync(path).equals(before)).toBe(true);
});

test.each([undefined, 'con clave'])('a truncated library is damaged (password: %s)', async password => {
  const t = await openCoreWithLibrary({}, password);
  await importText(t, 'acta.txt', WORDS);
  await t.call('library.close', {});
  const path = t.path('biblioteca.valija');
  truncateSync(path, 4096 * 20);
  const error = await t.fail('library.open', { file: t.grant(path), password });
  expect(error).toMatchObject({ code: 'libraryDamaged', details: { file: 'biblioteca.valija' } });
});

test('a library with a spoilt page answers damage, not a bug', async () => {
  const t = await openCoreWithLibrary();
  await importText(t, 'acta.txt', WORDS);
  await t.call('library.close', {});
  const path = t.path('biblioteca.valija');
  const bytes = readFileSync(path);
  for (let at = 4096; at < bytes.length; at += 4096) bytes.fill(0xaa, at, at + 300);
  writeFileSync(path, bytes);
  const error = await t.fail('library.open', { file: t.grant(path) });
  expect(error.code).toBe('libraryDamaged');
});

test('a missing file is unreadable, a folder is no library', async () => {
  const t = openCore();
  expect(await t.fail('library.open', { file: t.grant(t.path('no.valija')) })).toMatchObject({
    code: 'unreadable',
    details: { file: 'no.valija' },
  });
  expect((await t.fail('library.open', { file: t.grant(t.folder) })).code).toBe('notALibrary');
});

test('a library that another process has open is in use; it is free again when that process is killed', async () => {
  const t = await openCoreWithLibrary();
  await t.call('library.close', {});
  const path = t.path('biblioteca.valija');
  const holder = fork(resolve(import.meta.dirname, 'hold-library.ts'), [path], { execArgv: [] });
  onTestFinished(() => void holder.kill('SIGKILL'));
  await once(holder, 'message');
  const error = await t.fail('library.open', { file: t.grant(path) });
  expect(error).toMatchObject({
    code: 'libraryInUse',
    details: { file: 'biblioteca.valija', holder: `${userInfo().username}@${hostname()}` },
  });
  expect(formatMessage('es', 'error.libraryInUse', error.details)).toContain(`(${userInfo().username}@`);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect((await t.call('library.open', { file: t.grant(path) })).name).toBe('biblioteca');
});

test('a closed library is one whole file, and its copy opens', async () => {
  const t = await openCoreWithLibrary();
  await importText(t, 'acta.txt', WORDS);
  await t.call('library.close', {});
  expect(readdirSync(t.folder).filter(name => name.startsWith('biblioteca'))).toEqual(['biblioteca.valija']);
  copyFileSync(t.path('biblioteca.valija'), t.path('copia.valija'));
  const info = await t.call('library.open', { file: t.grant(t.path('copia.valija')) });
  expect(info.counts.sources).toBe(1);
});

test('opening another library that fails leaves the open one open', async () => {
  const t = await openCoreWithLibrary();
  writeFileSync(t.path('mala.valija'), 'no');
  await t.fail('library.open', { file: t.grant(t.path('mala.valija')) });
  expect((await t.call('library.status', {})).open?.name).toBe('biblioteca');
});

test('calls that open libraries at the same time leave the last one open, and the others free', async () => {
  const t = openCore();
  const files = ['a', 'b', 'c'].map(name => t.grant(t.path(`${name}.valija`)));
  await Promise.all(files.map(file => t.call('library.create', { file })));
  expect((await t.call('library.status', {})).open?.name).toBe('c');
  expect(readdirSync(t.folder).filter(name => name.endsWith('-wal'))).toEqual(['c.valija-wal']);
});
