import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Core, createCore, systemPorts } from '../../electron/core/create-core.ts';
import { createFileTokens } from '../../electron/core/file-tokens.ts';
import type { CallInput, CallOutput, CoreCallName } from '../../shared/contract/contract.ts';
import type { Job } from '../../shared/model/job.ts';

/** A core on a private folder, whose calls throw where they fail. */
export interface BenchCore {
  core: Core;
  /** Private; removed at the end. */
  folder: string;
  call<N extends CoreCallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  /** Makes a library in the folder and opens it; gives its path. */
  createLibrary(name: string): Promise<string>;
  /** Waits for the end of the job that a call starts. */
  runJob(start: () => Promise<{ jobId: string }>): Promise<Job>;
  close(): Promise<void>;
}

/** Opens a core on a fresh temporary folder. */
export function openCore(): BenchCore {
  const folder = mkdtempSync(join(tmpdir(), 'valija-bench-'));
  const core = createCore({
    ...systemPorts,
    files: createFileTokens(),
    resourcesDir: join(import.meta.dirname, '..', '..', 'resources'),
    settingsFile: join(folder, 'settings.json'),
    log: line => console.error(line),
  });
  const call: BenchCore['call'] = async (name, input) => {
    const result = await core.call(name, input);
    if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.message}`);
    return result.value as CallOutput<typeof name>;
  };
  return {
    core,
    folder,
    call,
    async createLibrary(name) {
      const path = join(folder, name);
      await call('library.create', { file: core.files.grant(path) });
      return path;
    },
    runJob: start => runJob(core, start),
    async close() {
      await core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function runJob(core: Core, start: () => Promise<{ jobId: string }>): Promise<Job> {
  const ended = new Map<string, Job>();
  const waiting = Promise.withResolvers<void>();
  let jobId: string | null = null;
  const unsubscribe = core.onEvent(event => {
    if (event.type !== 'job' || event.job.state === 'running') return;
    ended.set(event.job.id, event.job);
    if (event.job.id === jobId) waiting.resolve();
  });
  try {
    ({ jobId } = await start());
    if (!ended.has(jobId)) await waiting.promise;
    const job = ended.get(jobId);
    if (job?.state !== 'done') throw new Error(`job ${job?.kind}: ${job?.state}: ${job?.error?.message}`);
    return job;
  } finally {
    unsubscribe();
  }
}
