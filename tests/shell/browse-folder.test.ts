import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { browseFolder, saveInFolder } from '../../electron/shell/browse-folder.ts';
import { Failure } from '../../shared/contract/result.ts';

let folder: string;
const paths = new Map<string, string>();
const tokens = {
  grant: async (path: string) => {
    const token = `token-${Buffer.from(path).toString('hex')}`;
    paths.set(token, path);
    return token;
  },
  resolve: async (token: string) => {
    const path = paths.get(token);
    if (!path) throw new Failure('tokenUnknown');
    return path;
  },
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'valija-browse-'));
  for (const name of ['b.pdf', 'A.PDF', 'nota.txt', 'mía.valija', 'run.sh', '.oculto.pdf'])
    writeFileSync(join(folder, name), 'x');
  mkdirSync(join(folder, 'Zona'));
  mkdirSync(join(folder, '.config'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'roto.pdf'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('folders come first, then the files of the purpose, in the order a reader expects', async () => {
  const names = async (purpose: 'pdf' | 'documents' | 'library' | 'folder') => {
    const listed = await browseFolder(tokens, { folder: await tokens.grant(folder), purpose });
    return listed.entries.map(entry => `${entry.kind} ${entry.name}`);
  };
  expect(await names('pdf')).toEqual(['folder Zona', 'file A.PDF', 'file b.pdf']);
  expect(await names('documents')).toEqual(['folder Zona', 'file A.PDF', 'file b.pdf', 'file nota.txt']);
  expect(await names('library')).toEqual(['folder Zona', 'file mía.valija']);
  expect(await names('folder')).toEqual(['folder Zona']);
});

test('a folder leads to its parent, the root to none; the home folder is where it starts', async () => {
  const listed = await browseFolder(tokens, { folder: await tokens.grant(folder), purpose: 'pdf' });
  expect(paths.get(listed.parent ?? '')).toBe(dirname(folder));
  expect(listed).toMatchObject({ location: folder, writable: true });
  expect((await browseFolder(tokens, { folder: await tokens.grant('/'), purpose: 'pdf' })).parent).toBeNull();
  const home = await browseFolder(tokens, { folder: null, purpose: 'pdf' });
  expect(home.shortcuts[0]).toMatchObject({
    folder: home.folder,
    kind: 'home',
    name: basename(home.location),
  });
});

test('a folder that cannot be listed is said to be unreadable; an unknown token is refused', async () => {
  const gone = await tokens.grant(join(folder, 'gone'));
  await expect(browseFolder(tokens, { folder: gone, purpose: 'pdf' })).rejects.toMatchObject({
    code: 'unreadable',
  });
  const stranger = browseFolder(tokens, { folder: 'a token of nobody', purpose: 'pdf' });
  await expect(stranger).rejects.toMatchObject({ code: 'tokenUnknown' });
});

test('a file to be written stays in its folder, and one that exists is told', async () => {
  const into = await tokens.grant(folder);
  const saved = await saveInFolder(tokens, { folder: into, name: 'Dossier «2026».pdf' });
  expect(paths.get(saved.file.file)).toBe(join(folder, 'Dossier «2026».pdf'));
  expect(saved.exists).toBe(false);
  expect(await saveInFolder(tokens, { folder: into, name: 'b.pdf' })).toMatchObject({
    exists: true,
    file: { size: 1 },
  });
  const bad = [
    '..',
    '.',
    '../x.pdf',
    'a/b.pdf',
    'a\\b.pdf',
    'C:x.pdf',
    'a\0.pdf',
    'CON',
    'lpt1.pdf',
    'fin.',
    ' ',
  ];
  for (const name of bad) {
    await expect(saveInFolder(tokens, { folder: into, name }), name).rejects.toMatchObject({
      code: 'invalidInput',
    });
  }
});
