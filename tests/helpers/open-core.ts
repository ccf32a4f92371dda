import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Core, type CoreParts, createCore } from '../../electron/core/create-core.ts';
import { createFileTokens } from '../../electron/core/file-tokens.ts';
import type { CallInput, CallOutput, CoreCallName } from '../../shared/contract/contract.ts';
import type { ValijaEvent } from '../../shared/contract/events.ts';
import type { CallError } from '../../shared/contract/result.ts';
import type { Job } from '../../shared/model/job.ts';

/** The project's own resources. */
export const resourcesDir: string = resolve(import.meta.dirname, '../../resources');

/** A core in a folder of its own that is removed with the test; answers are checked against the contract. */
export interface TestCore {
  core: Core;
  /** The folder; `path` names a file in it. */
  folder: string;
  path(name: string): string;
  events: ValijaEvent[];
  /** What the core wrote down as bugs. */
  logged: string[];
  /** The value of a call; throws where it fails. */
  call<N extends CoreCallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  /** The error of a call; throws where it succeeds. */
  fail(name: string, input: unknown): Promise<CallError>;
  /** Runs a job to its end. */
  run(start: Promise<{ jobId: string }>): Promise<Job>;
  /** A token for a path. */
  grant(path: string): string;
}

/** Opens a core with a clock that moves one second an ask, from 2026-01-01. */
export function openCore(parts: CoreParts = {}): TestCore {
  const folder = mkdtempSync(join(tmpdir(), 'valija-test-'));
  const files = createFileTokens();
  const logged: string[] = [];
  const core = createCore(
    {
      now: createClock(),
      newId: createIds(),
      files,
      resourcesDir,
      settingsFile: join(folder, 'settings.json'),
      log: line => logged.push(line),
    },
    { checkOutputs: true, ...parts },
  );
  const events: ValijaEvent[] = [];
  core.onEvent(event => events.push(event));
  onTestFinished(async () => {
    await core.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const call: TestCore['call'] = async (name, input) => {
    const result = await core.call(name, input);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)} ${logged.join('\n')}`);
    return result.value as never;
  };
  return {
    core,
    folder,
    path: name => join(folder, name),
    events,
    logged,
    call,
    async fail(name, input) {
      const result = await core.call(name, input);
      if (result.ok) throw new Error(`${name} succeeded: ${JSON.stringify(result.value)}`);
      return result.error;
    },
    run: async start => awaitJob(core, (await start).jobId),
    grant: path => files.grant(path),
  };
}

/** Opens a core with a new library in it. */
export async function openCoreWithLibrary(parts: CoreParts = {}, password?: string): Promise<TestCore> {
  const test = openCore(parts);
  await test.call('library.create', { file: test.grant(test.path('biblioteca.valija')), password });
  return test;
}

async function awaitJob(core: Core, id: string): Promise<Job> {
  const ended = Promise.withResolvers<Job>();
  const settle = (job: Job) => {
    if (job.id === id && job.state !== 'running') ended.resolve(job);
  };
  const stop = core.onEvent(event => event.type === 'job' && settle(event.job));
  const now = await core.call('jobs.get', { id });
  if (now.ok) settle(now.value as Job);
  return ended.promise.finally(stop);
}

function createClock(): () => number {
  let time = Date.UTC(2026, 0, 1);
  return () => {
    time += 1000;
    return time;
  };
}

/** Ids in the shape of UUIDv7 that count, so that answers can be compared. */
export function createIds(): () => string {
  let count = 0;
  return () => {
    count++;
    return `01900000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`;
  };
}
