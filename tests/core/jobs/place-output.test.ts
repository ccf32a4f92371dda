import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { type ExportTarget, placeOutput } from '../../../electron/core/jobs/place-output.ts';

function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'valija-place-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

function place(kind: ExportTarget['kind'], path: string, name = 'a.pdf') {
  const db = new Database(':memory:');
  onTestFinished(() => void db.close());
  const { signal } = new AbortController();
  return placeOutput(db, { kind, path }, { bytes: Buffer.from('new'), name, signal });
}

test('a file is replaced, and nothing is left beside it', async () => {
  const folder = openFolder();
  const path = join(folder, 'a.pdf');
  writeFileSync(path, 'old');
  expect(await place('file', path)).toMatchObject({ path });
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['a.pdf']);
});

test('the longest name that a folder takes is written', async () => {
  const folder = openFolder();
  const name = `${'a'.repeat(251)}.pdf`;
  await place('file', join(folder, name));
  expect(readdirSync(folder)).toEqual([name]);
});

test('what was there stays where its place cannot be taken', async () => {
  const folder = openFolder();
  mkdirSync(join(folder, 'a.pdf'));
  writeFileSync(join(folder, 'a.pdf', 'kept'), '');
  await expect(place('file', join(folder, 'a.pdf'))).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(['a.pdf']);
  expect(readdirSync(join(folder, 'a.pdf'))).toEqual(['kept']);
});

test('in a folder nothing is written over', async () => {
  const folder = openFolder();
  writeFileSync(join(folder, 'a.pdf'), 'old');
  expect(await place('folder', folder)).toMatchObject({ path: join(folder, 'a (2).pdf') });
  expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('old');
});
