import { join } from 'node:path';
import { IngestError } from './ingest-error.ts';
import type { ParsedDocument, ReportProgress } from './parsed-document.ts';
import { ParsingChild } from './parsing-child.ts';
import { forkReader, type StartReader } from './reader-process.ts';
import type { ReaderTasks, TaskName } from './worker-messages.ts';

/** How a parser works: processes at once, bounds of each, and where the child's entry and pdf.js are in a packaged program. */
export interface ParserOptions {
  workers?: number;
  /** Milliseconds without progress before a file is given up. Default 60,000. */
  timeoutMs?: number;
  /** Memory of each child in MB. Default 1,500. */
  memoryLimitMb?: number;
  /** The largest file in bytes. Default 250 MB. */
  mostBytes?: number;
  workerPath?: string;
  /** Starts the children where Node may not (Electron's utility process); `workerPath` is not looked at then. */
  startReader?: StartReader;
  pdfJsRoot?: string;
}

/** Reads files in child processes that can be killed; this process never parses anything. */
export interface Parser {
  /** Reads one file; rejects with IngestError and nothing else. Calls beyond the number of workers wait their turn. */
  parse(
    path: string,
    options?: { signal?: AbortSignal; onProgress?: ReportProgress },
  ): Promise<ParsedDocument>;
  /** Does any other task in the same way. */
  perform<Name extends TaskName>(
    task: Name,
    input: ReaderTasks[Name]['input'],
    options?: { signal?: AbortSignal; onProgress?: ReportProgress },
  ): Promise<ReaderTasks[Name]['output']>;
  /** Kills the children; whatever is being read or waits is 'cancelled'. */
  close(): void;
}

interface Job {
  signal: AbortSignal;
  run: (child: ParsingChild) => Promise<void>;
  reject: (error: IngestError) => void;
}

/** Creates a parser with its pool of child processes; they start when there is work. */
export function createParser(options: ParserOptions = {}): Parser {
  const { workers = 2, timeoutMs = 60_000, memoryLimitMb = 1500, mostBytes, pdfJsRoot } = options;
  const workerPath = options.workerPath ?? join(import.meta.dirname, 'worker.ts');
  const startReader = options.startReader ?? (megabytes => forkReader(workerPath, megabytes));
  const idle = Array.from(
    { length: workers },
    () => new ParsingChild({ startReader, timeoutMs, memoryLimitMb }),
  );
  const waiting: Job[] = [];
  const closing = new AbortController();

  async function work(child: ParsingChild): Promise<void> {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      await job.run(child);
    }
    idle.push(child);
    if (closing.signal.aborted) child.stop();
  }

  const perform: Parser['perform'] = (task, input, { signal, onProgress } = {}) =>
    new Promise((resolve, reject) => {
      const either = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
      if (either.aborted) return reject(new IngestError('cancelled'));
      const job: Job = {
        signal: either,
        run: child => child.perform(task, input, either, onProgress).then(resolve, reject),
        reject,
      };
      // Somebody waits for the page that cites; an import is followed as it goes.
      if (task === 'citations') waiting.unshift(job);
      else waiting.push(job);
      rejectWhenAborted(job, waiting);
      const child = idle.pop();
      if (child) void work(child);
    });

  return {
    perform,
    parse: (path, options) => perform('document', { path, options: { mostBytes, pdfJsRoot } }, options),
    close() {
      closing.abort();
      for (const child of idle) child.stop();
    },
  };
}

/** A file that still waits when it is cancelled never reaches a child. */
function rejectWhenAborted(job: Job, waiting: Job[]): void {
  job.signal.addEventListener(
    'abort',
    () => {
      const at = waiting.indexOf(job);
      if (at < 0) return;
      waiting.splice(at, 1);
      job.reject(new IngestError('cancelled'));
    },
    { once: true },
  );
}
