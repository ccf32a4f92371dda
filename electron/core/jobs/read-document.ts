import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Failure } from '../../../shared/contract/result.ts';
import type { CoreContext } from '../core-context.ts';
import { IngestError } from '../ingest/ingest-error.ts';
import type { ParsedDocument } from '../ingest/parsed-document.ts';
import { type PackedPage, packPages } from '../library/pages.ts';
import type { SourceOrigin } from '../library/sources.ts';

/** The largest file that is taken in, bytes. */
export const MAX_FILE_BYTES = 250 * 1024 * 1024;

/** A file as read for the library: nothing of it is stored yet. */
export interface ReadDocument {
  document: ParsedDocument;
  origin: SourceOrigin;
  pages: PackedPage[];
  bytes: Uint8Array;
  sha256: string;
}

/** SHA-256 of a file, hexadecimal, read in pieces; throws `unreadable`, `empty`, `tooLarge`, `cancelled`. */
export async function hashFile(path: string, signal: AbortSignal): Promise<string> {
  const file = basename(path);
  try {
    const { size } = statSync(path);
    if (size === 0) throw new Failure('empty', { file });
    if (size > MAX_FILE_BYTES) throw new Failure('tooLarge', { file, limitMb: MAX_FILE_BYTES / 2 ** 20 });
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path, { signal })) hash.update(chunk);
    return hash.digest('hex');
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (signal.aborted) throw new Failure('cancelled');
    throw new Failure('unreadable', { file }, String(error));
  }
}

/** SHA-256 of bytes, hexadecimal. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Parses a file in a child process and packs its pages; throws the importer's failures with the file's name. */
export async function readDocument(
  context: CoreContext,
  path: string,
  sha256: string,
  options: { signal: AbortSignal; onProgress?: (done: number, total: number) => void },
): Promise<ReadDocument> {
  const fileName = basename(path);
  const document = await context.parser.parse(path, options).catch(error => {
    throw asFailure(error, fileName);
  });
  const bytes = await readFile(path);
  // What is stored must be what was parsed, and what was looked for among the library's originals.
  if (hashBytes(bytes) !== sha256) throw new Failure('damaged', { file: fileName });
  const pages = await packPages(document.pages, context.ports.newId);
  const origin: SourceOrigin = {
    format: document.format,
    mediaType: document.mediaType,
    fileName,
    pageCount: document.pages.length,
    warnings: document.warnings,
  };
  return { document, origin, pages, bytes, sha256 };
}

/** A reader's failure with the file's name, as calls and jobs end in it. */
export function asFailure(error: unknown, file: string): unknown {
  if (!(error instanceof IngestError)) return error;
  return new Failure(error.code, { ...error.details, file }, error.message);
}
