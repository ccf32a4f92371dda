import type { IngestErrorCode, IngestErrorDetails } from './ingest-error.ts';
import type { ParseOptions } from './parse-file.ts';
import type { ParsedDocument } from './parsed-document.ts';

/** What the parent asks of a parsing child process. */
export interface ParseRequest {
  id: number;
  path: string;
  options: ParseOptions;
}

/** What a parsing child process answers: progress and memory in between, then a result or an error. */
export type ParseReply =
  | { kind: 'progress'; id: number; done: number; total: number }
  | { kind: 'memory'; id: number; bytes: number }
  | { kind: 'parsed'; id: number; document: ParsedDocument }
  | { kind: 'failed'; id: number; code: IngestErrorCode; details: IngestErrorDetails };
