import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openCore } from '../../helpers/open-core.ts';

test('a library is never made over an existing file', async () => {
  const t = openCore();
  writeFileSync(t.path('nota.valija'), 'importante');
  const error = await t.fail('library.create', { file: t.grant(t.path('nota.valija')) });
  expect(error).toMatchObject({ code: 'fileExists', details: { file: 'nota.valija' } });
  expect(readFileSync(t.path('nota.valija'), 'utf8')).toBe('importante');
});

test('a folder that is not there or cannot be written leaves nothing behind', async () => {
  const t = openCore();
  expect((await t.fail('library.create', { file: t.grant(t.path('no/está.valija')) })).code).toBe(
    'folderMissing',
  );
  // The kernel's own folder refuses files even to root.
  const error = await t.fail('library.create', { file: t.grant('/proc/prueba.valija') });
  expect(error.code).toBe('readOnly');
  expect(error.details).not.toEqual({});
  expect(readdirSync(t.folder)).toEqual([]);
});

test('file names with every strange character', async () => {
  const t = openCore();
  mkdirSync(t.path('carpeta con espacios #1'));
  for (const name of [
    'acta \'n.º 3\' "final" %20 ñandú 密.valija',
    '-rf.valija',
    'a;b&c|d?.valija',
    'sin-extensión',
    'emoji 🕊.valija',
  ]) {
    const info = await t.call('library.create', { file: t.grant(t.path(`carpeta con espacios #1/${name}`)) });
    expect(info.name).toBe(name.replace('.valija', ''));
  }
  await t.call('library.close', {});
  expect(readdirSync(t.path('carpeta con espacios #1')).toSorted()).toHaveLength(5);
});

test.each([
  ["x'; DROP TABLE source; --", 'x'],
  ['a\0b', 'a'],
  [' con espacios ', 'con espacios'],
  ['clavé', 'clave'],
])('the password %j is needed in full', async (password, other) => {
  const t = openCore();
  const file = t.grant(t.path('b.valija'));
  await t.call('library.create', { file, password });
  await t.call('library.close', {});
  expect((await t.fail('library.open', { file, password: other })).code).toBe('wrongPassword');
  await t.call('library.open', { file, password });
});

test('a password typed with composed or decomposed accents is the same', async () => {
  const t = openCore();
  const file = t.grant(t.path('b.valija'));
  await t.call('library.create', { file, password: 'canción'.normalize('NFD') });
  await t.call('library.close', {});
  expect((await t.call('library.open', { file, password: 'canción'.normalize('NFC') })).encrypted).toBe(true);
});
