import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { resourcesDir } from '../helpers/open-core.ts';

function startEntry(): {
  child: ChildProcess;
  folder: string;
  ask(message: object): Promise<unknown>;
  events: unknown[];
} {
  const folder = mkdtempSync(join(tmpdir(), 'valija-entry-'));
  const config = { resourcesDir, settingsFile: join(folder, 's.json'), logFile: join(folder, 'log') };
  const child = fork(resolve(import.meta.dirname, '../../electron/core/entry.ts'), [], {
    serialization: 'advanced',
    execArgv: [],
    env: { ...process.env, VALIJA_CORE_CONFIG: JSON.stringify(config) },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  const pending = new Map<number, (result: unknown) => void>();
  const events: unknown[] = [];
  child.on('message', message => {
    const { id, result, event } = message as { id?: number; result?: unknown; event?: unknown };
    if (id === undefined) events.push(event);
    else pending.get(id)?.(result);
  });
  let next = 1;
  const ask = (message: object) =>
    new Promise(answer => {
      pending.set(next, answer);
      child.send({ ...message, id: next++ });
    });
  return { child, folder, ask, events };
}

test('the core process grants, resolves, answers calls and tells events', async () => {
  const { ask, folder, events } = startEntry();
  const path = join(folder, 'b.valija');
  const granted = (await ask({ grant: path })) as { ok: true; value: string };
  expect(granted.ok).toBe(true);
  expect(await ask({ resolve: granted.value })).toEqual({ ok: true, value: path });
  expect(await ask({ resolve: 'desconocido' })).toMatchObject({ ok: false, error: { code: 'tokenUnknown' } });
  expect(await ask({ name: 'library.create', input: { file: granted.value } })).toMatchObject({ ok: true });
  expect(await ask({ name: 'no.such', input: {} })).toMatchObject({
    ok: false,
    error: { code: 'invalidInput' },
  });
  expect(events).toContainEqual({ type: 'changed', nouns: expect.arrayContaining(['library']) });
});

test('when its parent goes, the core closes its library and ends', async () => {
  const { child, ask, folder } = startEntry();
  const granted = (await ask({ grant: join(folder, 'b.valija') })) as { ok: true; value: string };
  await ask({ name: 'library.create', input: { file: granted.value } });
  expect(existsSync(join(folder, 'b.valija-wal'))).toBe(true);
  child.disconnect();
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  expect(readdirSync(folder).filter(name => name.startsWith('b.'))).toEqual(['b.valija']);
});

test('a message that is none is survived and written down', async () => {
  const { child, ask, folder } = startEntry();
  child.send({ quatsch: true });
  child.send('x');
  expect(await ask({ name: 'library.status', input: {} })).toMatchObject({ ok: true });
  expect(existsSync(join(folder, 'log'))).toBe(true);
});
