import { IngestError } from './ingest-error.ts';
import { measureMemory } from './measure-memory.ts';
import type { ReportProgress } from './parsed-document.ts';
import type { ReaderProcess, StartReader } from './reader-process.ts';
import type { ParseReply, ParseRequest, ReaderTasks, TaskName } from './worker-messages.ts';

/** The bounds of one parsing child process. */
export interface ChildBounds {
  startReader: StartReader;
  /** Milliseconds without any progress after which the child is killed. */
  timeoutMs: number;
  /** Resident memory in MB above which the child is killed. */
  memoryLimitMb: number;
}

const LOOK_AT_MEMORY_EVERY = 100;
/** A child is replaced after this many files, or when it keeps more than half of its memory: parsers leak. */
const FILES_PER_CHILD = 200;

/** How the exit of a process that ran out of JavaScript memory looks: abort. */
const ABORT_CODES = new Set([134, 0x80000003, 3]);

/** One child process that reads files, one at a time; started at its first file and again whenever it has died. */
export class ParsingChild {
  #bounds: ChildBounds;
  #child: ReaderProcess | null = null;
  #files = 0;
  #nextId = 1;

  constructor(bounds: ChildBounds) {
    this.#bounds = bounds;
  }

  /** Does one task. Rejects with IngestError: the child's own, or 'timeout', 'outOfMemory', 'crashed', 'cancelled'. */
  perform<Name extends TaskName>(
    task: Name,
    input: ReaderTasks[Name]['input'],
    signal?: AbortSignal,
    onProgress?: ReportProgress,
  ): Promise<ReaderTasks[Name]['output']> {
    const child = this.#child ?? this.#start();
    const id = this.#nextId++;
    const { timeoutMs, memoryLimitMb } = this.#bounds;
    return new Promise((resolve, reject) => {
      const fail = (error: IngestError) => {
        end();
        this.stop();
        reject(error);
      };
      let timer = setTimeout(onTimeout, timeoutMs);
      function onTimeout() {
        fail(new IngestError('timeout', { milliseconds: timeoutMs }));
      }
      const checkMemory = (bytes: number | null) => {
        if (bytes !== null && bytes > memoryLimitMb * 1e6)
          fail(new IngestError('outOfMemory', { megabytes: memoryLimitMb }));
      };
      const watch = setInterval(() => checkMemory(measureMemory(child.pid)), LOOK_AT_MEMORY_EVERY);
      const onAbort = () => fail(new IngestError('cancelled'));
      const onExit = (code: number | null, cause: string | null) => fail(describeExit(code, cause));
      const onError = (error: Error) => fail(new IngestError('crashed', {}, error));
      const onMessage = (reply: ParseReply) => {
        if (reply.id !== id) return;
        clearTimeout(timer);
        timer = setTimeout(onTimeout, timeoutMs);
        if (reply.kind === 'progress') onProgress?.(reply.done, reply.total);
        else if (reply.kind === 'memory') checkMemory(reply.bytes);
        else {
          end();
          this.#retire();
          if (reply.kind === 'parsed') resolve(reply.output);
          else reject(new IngestError(reply.code, reply.details));
        }
      };
      const end = () => {
        clearTimeout(timer);
        clearInterval(watch);
        signal?.removeEventListener('abort', onAbort);
        child.off('exit', onExit).off('error', onError).off('message', onMessage);
      };
      child.on('exit', onExit).on('error', onError).on('message', onMessage);
      signal?.addEventListener('abort', onAbort);
      if (signal?.aborted) onAbort();
      else child.send({ id, task, input } as ParseRequest, error => error && onError(error));
    });
  }

  /** Kills the child, if there is one. */
  stop(): void {
    const child = this.#child;
    this.#child = null;
    child?.on('error', () => {});
    child?.kill('SIGKILL');
  }

  #start(): ReaderProcess {
    const child = this.#bounds.startReader(this.#bounds.memoryLimitMb);
    child.once('exit', () => {
      if (this.#child === child) this.#child = null;
    });
    this.#child = child;
    this.#files = 0;
    return child;
  }

  #retire(): void {
    const resident = measureMemory(this.#child?.pid);
    const heavy = resident !== null && resident > this.#bounds.memoryLimitMb * 5e5;
    if (++this.#files >= FILES_PER_CHILD || heavy) this.stop();
  }
}

function describeExit(code: number | null, signal: string | null): IngestError {
  if (signal === 'SIGABRT' || (code !== null && ABORT_CODES.has(code))) return new IngestError('outOfMemory');
  return new IngestError('crashed', { exit: signal ?? code ?? 'unknown' });
}
