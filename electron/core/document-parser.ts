import type { ParsedDocument, ReportProgress } from './ingest/parsed-document.ts';

/** How reading is followed and stopped. */
export interface ParseOptions {
  signal?: AbortSignal;
  onProgress?: ReportProgress;
}

/** Reads documents somewhere they can be killed; throws `IngestError`. */
export interface DocumentParser {
  parse(path: string, options?: ParseOptions): Promise<ParsedDocument>;
  close(): void | Promise<void>;
}
