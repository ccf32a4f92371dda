import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type CallInput,
  type CallOutput,
  type CoreCallName,
  contract,
} from '../../shared/contract/contract.ts';
import type { ValijaEvent } from '../../shared/contract/events.ts';
import { Failure } from '../../shared/contract/result.ts';
import { formatMessage, type MessageKey, type MessageValues } from '../../shared/i18n/format-message.ts';
import type { Language } from '../../shared/model/common.ts';
import type { Job, JobResult } from '../../shared/model/job.ts';
import { createCore } from '../core/create-core.ts';
import type { CorePorts } from '../core/ports.ts';
import type { Output } from './output.ts';

type Core = ReturnType<typeof createCore>;

/** One run of the command line: a core in this process, and where its words go. */
export class Session {
  readonly core: Core;
  readonly output: Output;
  readonly language: Language;
  readonly #ports: CorePorts;

  constructor(ports: CorePorts, output: Output, language: Language) {
    this.#ports = ports;
    this.core = createCore(ports);
    this.output = output;
    this.language = language;
  }

  /** Folder of templates, fonts and the sample library. */
  get resourcesDir(): string {
    return this.#ports.resourcesDir;
  }

  /** A message in this run's language. */
  say(key: MessageKey, values?: MessageValues): string {
    return formatMessage(this.language, key, values);
  }

  /** Calls the core; throws {@link Failure} where the result is one. */
  async call<N extends CoreCallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    const result = await this.core.call(name, input);
    if (!result.ok) throw new Failure(result.error.code, result.error.details, result.error.message);
    return contract[name].output.parse(result.value) as CallOutput<N>;
  }

  /** A token for a path given on the command line, which is taken from the current folder. */
  grant(path: string): string {
    return this.core.files.grant(resolve(path));
  }

  /** Opens a library; its password comes from a file or from VALIJA_PASSWORD, never from the arguments. */
  async open(path: string, passwordFile?: string): Promise<void> {
    await this.call('library.open', { file: this.grant(path), password: readPassword(passwordFile) });
  }

  /** Runs a job to its end, showing progress; Ctrl+C cancels it. Throws {@link Failure} where it fails. */
  async runJob<K extends JobResult['kind']>(
    kind: K,
    start: () => Promise<{ jobId: string }>,
  ): Promise<Extract<JobResult, { kind: K }>> {
    const ended = Promise.withResolvers<Job>();
    const seen = new Map<string, Job>();
    let jobId: string | null = null;
    const settle = (job: Job) => {
      seen.set(job.id, job);
      if (job.id !== jobId) return;
      if (job.state === 'running') showProgress(this, job.progress);
      else ended.resolve(job);
    };
    const unsubscribe = this.core.onEvent((event: ValijaEvent) => {
      if (event.type === 'job') settle(event.job);
    });
    const cancel = () => jobId && void this.call('jobs.cancel', { id: jobId });
    process.once('SIGINT', cancel);
    try {
      jobId = (await start()).jobId;
      settle(seen.get(jobId) ?? (await this.call('jobs.get', { id: jobId })));
      return takeResult(await ended.promise, kind);
    } finally {
      this.output.endProgress();
      process.removeListener('SIGINT', cancel);
      unsubscribe();
    }
  }
}

/** What an export tells is how far one of its files is. */
function showProgress(session: Session, { done, total, label, output }: Job['progress']): void {
  if (!output) {
    session.output.progress(done, total, label);
    return;
  }
  const values = { output: session.say(`export.output.${output.kind}`), copy: output.copy ?? 'none' };
  const text =
    total > 0 && done > 0
      ? session.say('export.progress', { ...values, page: done, pages: total })
      : session.say('export.progressOpen', values);
  session.output.progress(output.file, output.files, text);
}

/** A job failed, or was stopped, after it had written some of its files. */
export class UnfinishedExport extends Failure {
  readonly written: readonly string[];

  constructor(failure: Failure, written: readonly string[]) {
    super(failure.code, failure.details, failure.message);
    this.written = written;
  }
}

function takeResult<K extends JobResult['kind']>(job: Job, kind: K): Extract<JobResult, { kind: K }> {
  if (job.state !== 'done') {
    const failure = job.error
      ? new Failure(job.error.code, job.error.details, job.error.message)
      : new Failure('cancelled');
    const written = job.result?.kind === 'export' ? job.result.files.map(file => file.fileName) : [];
    throw written.length > 0 ? new UnfinishedExport(failure, written) : failure;
  }
  if (job.result?.kind !== kind)
    throw new Failure('internal', {}, `job ${job.id} ended without a result of kind ${kind}`);
  return job.result as Extract<JobResult, { kind: K }>;
}

/** The password of a library: in a file's first line, or in VALIJA_PASSWORD; undefined where neither is given. */
export function readPassword(passwordFile?: string): string | undefined {
  return readSecret(passwordFile, 'VALIJA_PASSWORD');
}

/** What is never written among the arguments: a file's first line, or an environment variable; undefined where neither is given. */
export function readSecret(path: string | undefined, variable: string): string | undefined {
  if (!path) return process.env[variable] || undefined;
  try {
    return readFileSync(path, 'utf8').split(/\r?\n/)[0];
  } catch {
    throw new Failure('unreadable', { file: path });
  }
}
