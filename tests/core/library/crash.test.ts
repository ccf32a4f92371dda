import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createLibrary } from '../../../electron/core/library/create-library.ts';
import { closeDatabase } from '../../../electron/core/library/open-database.ts';
import { openLibrary } from '../../../electron/core/library/open-library.ts';
import { all } from '../../../electron/core/library/statement.ts';
import { checkDatabase } from '../../helpers/check-database.ts';

const birth = { id: '01900000-0000-7000-8000-000000000001', createdAt: '2026-01-01T00:00:00.000Z' };

test.each([undefined, 'con clave'])(
  'a process killed while it writes loses nothing that it had acknowledged (password: %s)',
  async password => {
    const folder = mkdtempSync(join(tmpdir(), 'valija-crash-'));
    const path = join(folder, 'b.valija');
    closeDatabase(createLibrary(path, { ...birth, password }).db);
    let written = 0;
    for (let round = 0; round < 4; round++) {
      const acknowledged = await writeUntilKilled(path, password, 60 + round * 45);
      const library = openLibrary(path, password);
      const seen = all<{ at: string }>(library.db, 'SELECT at FROM journal ORDER BY key').map(row => row.at);
      expect(seen.length).toBeGreaterThanOrEqual(written + acknowledged);
      expect(checkDatabase(library.db)).toEqual([]);
      written = seen.length;
      closeDatabase(library.db);
    }
    expect(written).toBeGreaterThan(0);
    rmSync(folder, { recursive: true });
  },
);

/** Kills a writer with SIGKILL some time after its first write; gives how many writes it had acknowledged. */
async function writeUntilKilled(
  path: string,
  password: string | undefined,
  milliseconds: number,
): Promise<number> {
  const script = resolve(import.meta.dirname, 'write-until-killed.ts');
  const child = fork(script, [path, ...(password ? [password] : [])], { execArgv: [] });
  let acknowledged = 0;
  child.on('message', () => {
    acknowledged++;
  });
  await once(child, 'message');
  await new Promise(resolve => setTimeout(resolve, milliseconds));
  child.kill('SIGKILL');
  await once(child, 'close');
  return acknowledged;
}
