import { type CallError, Failure } from '../../../shared/contract/result.ts';
import type { Job, JobResult } from '../../../shared/model/job.ts';
import type { EventBus } from '../event-bus.ts';

/** What a job at work has: the signal that stops it, and where it tells how far it is. */
export interface JobControl {
  signal: AbortSignal;
  report(done: number, total: number, label: string, output?: Job['progress']['output']): void;
  /** Says what stays should the job be stopped or fail from here on. */
  keep(result: JobResult): void;
}

/** Starts, follows and stops long work. */
export interface JobRunner {
  /** Starts a job and gives its id at once. */
  start(kind: Job['kind'], work: (control: JobControl) => Promise<JobResult>): string;
  list(): Job[];
  /** Throws `notFound`. */
  get(id: string): Job;
  /** Asks a job to stop; nothing happens where it has ended. Throws `notFound`. */
  cancel(id: string): void;
  /** Stops every job and waits until each has ended. */
  stopAll(): Promise<void>;
}

/** Milliseconds between two progress events of a job. */
const PROGRESS_INTERVAL = 50;
/** Ended jobs that are still answered. */
const MAX_ENDED = 100;

interface Entry {
  job: Job;
  stop: AbortController;
  ended: Promise<void>;
}

/** Makes the runner of a core. `describeError` turns whatever a job threw into what the user is told. */
export function createJobRunner(
  ports: { newId(): string; now(): number },
  events: EventBus,
  describeError: (error: unknown) => CallError,
): JobRunner {
  const entries = new Map<string, Entry>();
  const find = (id: string) => {
    const entry = entries.get(id);
    if (!entry) throw new Failure('notFound', { noun: 'job' });
    return entry;
  };
  return {
    start(kind, work) {
      const job: Job = {
        id: ports.newId(),
        kind,
        state: 'running',
        progress: { done: 0, total: 0, label: '' },
        result: null,
        error: null,
      };
      const stop = new AbortController();
      const ended = runToEnd(job, work, stop.signal, events, describeError);
      forgetOldest(entries);
      entries.set(job.id, { job, stop, ended });
      return job.id;
    },
    list: () => [...entries.values()].map(entry => structuredClone(entry.job)),
    get: id => structuredClone(find(id).job),
    cancel: id => find(id).stop.abort(),
    async stopAll() {
      for (const entry of entries.values()) entry.stop.abort();
      await Promise.all([...entries.values()].map(entry => entry.ended));
    },
  };
}

async function runToEnd(
  job: Job,
  work: (control: JobControl) => Promise<JobResult>,
  signal: AbortSignal,
  events: EventBus,
  describeError: (error: unknown) => CallError,
): Promise<void> {
  const tell = () => events.emit({ type: 'job', job: structuredClone(job) });
  const progress = throttle(tell);
  // The call that started the job answers before its first event.
  await new Promise(resolve => setImmediate(resolve));
  tell();
  try {
    const control: JobControl = {
      signal,
      report(done, total, label, output) {
        job.progress = { done, total, label, ...(output && { output }) };
        progress.ask();
      },
      keep(result) {
        job.result = result;
      },
    };
    job.result = await work(control);
    job.state = 'done';
  } catch (error) {
    const failure = describeError(error);
    job.state = signal.aborted && failure.code === 'cancelled' ? 'cancelled' : 'failed';
    job.error = job.state === 'failed' ? failure : null;
  }
  progress.stop();
  tell();
}

/** Tells at once, then at most once an interval, and never loses the last thing reported. */
function throttle(tell: () => void): { ask(): void; stop(): void } {
  let timer: NodeJS.Timeout | null = null;
  let waiting = false;
  const open = () => {
    timer = null;
    if (waiting) ask();
  };
  const ask = () => {
    waiting = timer !== null;
    if (waiting) return;
    tell();
    timer = setTimeout(open, PROGRESS_INTERVAL);
  };
  return {
    ask,
    stop() {
      if (timer) clearTimeout(timer);
      waiting = false;
    },
  };
}

function forgetOldest(entries: Map<string, Entry>): void {
  const ended = [...entries].filter(([, entry]) => entry.job.state !== 'running');
  for (const [id] of ended.slice(0, Math.max(0, ended.length - MAX_ENDED + 1))) entries.delete(id);
}
