import type { ParsedDocument, ReportProgress } from './ingest/parsed-document.ts';
import type { ReaderTasks, TaskName } from './ingest/worker-messages.ts';

/** How reading is followed and stopped. */
export interface ParseOptions {
  signal?: AbortSignal;
  onProgress?: ReportProgress;
}

/** Reads documents somewhere they can be killed; throws `IngestError`. */
export interface DocumentParser {
  parse(path: string, options?: ParseOptions): Promise<ParsedDocument>;
  /** Does another task there: takes an original apart, … */
  perform<Name extends TaskName>(
    task: Name,
    input: ReaderTasks[Name]['input'],
    options?: ParseOptions,
  ): Promise<ReaderTasks[Name]['output']>;
  close(): void | Promise<void>;
}
