import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type CoreProcess, superviseCore } from '../../electron/shell/core-process.ts';
import type { CoreTransport } from '../../electron/shell/core-transport.ts';
import { forkCore } from '../../electron/shell/fork-core.ts';
import type { ValijaEvent } from '../../shared/contract/events.ts';

const entry = resolve(import.meta.dirname, '../helpers/scripted-core.ts');
const folder = mkdtempSync(join(tmpdir(), 'valija-core-'));
const config = {
  resourcesDir: folder,
  settingsFile: join(folder, 'settings.json'),
  logFile: join(folder, 'log'),
};
let core: CoreProcess | null = null;

function start(restartDelays: number[]): {
  core: CoreProcess;
  events: ValijaEvent[];
  transports: CoreTransport[];
} {
  const events: ValijaEvent[] = [];
  const transports: CoreTransport[] = [];
  const startTransport = () => {
    const transport = forkCore(entry, config);
    transports.push(transport);
    return transport;
  };
  core = superviseCore(startTransport, { restartDelays, soundAfter: 60_000, closeTimeout: 1000 });
  core.onEvent(event => events.push(event));
  return { core, events, transports };
}

function until(condition: () => boolean): Promise<void> {
  return expect.poll(condition, { timeout: 10_000, interval: 20 }).toBe(true);
}

afterEach(async () => {
  await core?.close();
});

test('answers calls in whatever order, with bytes as bytes', async () => {
  const { core } = start([]);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      core.call('sources.get', { index, bytes: new Uint8Array([index, 255]) }),
    ),
  );
  answers.forEach((answer, index) => {
    expect(answer).toMatchObject({ ok: true, value: { index } });
    expect(answer.ok && (answer.value as { bytes: Uint8Array }).bytes).toEqual(new Uint8Array([index, 255]));
  });
});

test('grants and resolves tokens; an unknown token is a failure with its code', async () => {
  const { core } = start([]);
  const token = await core.grant('/some/file.pdf');
  expect(token).not.toContain('/some');
  expect(await core.resolve(token)).toBe('/some/file.pdf');
  await expect(core.resolve('token-of-nothing')).rejects.toMatchObject({ code: 'tokenUnknown' });
});

test('events reach every listener until it leaves', async () => {
  const { core, events } = start([]);
  const others: ValijaEvent[] = [];
  const leave = core.onEvent(event => others.push(event));
  await core.call('jobs.list', {});
  leave();
  await core.call('jobs.list', {});
  expect(events).toEqual([
    { type: 'changed', nouns: ['sources'] },
    { type: 'changed', nouns: ['sources'] },
  ]);
  expect(others).toHaveLength(1);
});

test('a death answers what is pending with coreLost, is reported, and is survived', async () => {
  const { core, events } = start([20]);
  await core.call('sources.get', {});
  const waiting = core.call('dossiers.get', { id: 'x' });
  const fatal = core.call('settings.update', {});
  expect(await waiting).toMatchObject({ ok: false, error: { code: 'coreLost' } });
  expect(await fatal).toMatchObject({ ok: false, error: { code: 'coreLost' } });
  await until(() => events.some(event => event.type === 'core' && event.state === 'restarted'));
  expect(events).toEqual([
    { type: 'core', state: 'lost' },
    { type: 'core', state: 'restarted' },
  ]);
  expect(await core.call('sources.get', { again: true })).toEqual({ ok: true, value: { again: true } });
});

test('a core that dies again and again is not started for ever', async () => {
  const { core, events, transports } = start([10]);
  await core.call('settings.update', {});
  await until(() => transports.length === 2);
  await core.call('settings.update', {});
  await until(() => events.filter(event => event.type === 'core' && event.state === 'lost').length === 2);
  await new Promise(resolve => setTimeout(resolve, 200));
  expect(transports).toHaveLength(2);
  expect(await core.call('sources.get', {})).toMatchObject({ ok: false, error: { code: 'coreLost' } });
});

test('what cannot be cloned is refused without a word to the core', async () => {
  const { core } = start([]);
  expect(await core.call('sources.get', { run: () => 1 })).toMatchObject({
    ok: false,
    error: { code: 'invalidInput' },
  });
});

test('closing ends the process, also one that does not answer', async () => {
  const { core, events } = start([10]);
  await core.call('sources.get', {});
  const begun = Date.now();
  await core.close();
  expect(Date.now() - begun).toBeLessThan(3000);
  expect(events).toEqual([]);
  expect(await core.call('sources.get', {})).toMatchObject({ ok: false, error: { code: 'coreLost' } });
});
