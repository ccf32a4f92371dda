import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFileAtomically } from '../../../electron/core/export/write-file-atomically.ts';

describe('writeFileAtomically', () => {
  it('replaces a file and leaves nothing beside it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'valija-atomic-'));
    const path = join(folder, 'a.pdf');
    writeFileSync(path, 'old');
    await writeFileAtomically(path, Buffer.from('new'));
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['a.pdf']);
  });

  it('writes under the longest names that a folder takes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'valija-atomic-'));
    const name = `${'a'.repeat(251)}.pdf`;
    await writeFileAtomically(join(folder, name), Buffer.from('new'));
    expect(readdirSync(folder)).toEqual([name]);
  });

  it('leaves what was there when the rename fails, and removes its temporary file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'valija-atomic-'));
    mkdirSync(join(folder, 'a.pdf'));
    writeFileSync(join(folder, 'a.pdf', 'kept'), '');
    await expect(writeFileAtomically(join(folder, 'a.pdf'), Buffer.from('new'))).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['a.pdf']);
    expect(readdirSync(join(folder, 'a.pdf'))).toEqual(['kept']);
  });
});
