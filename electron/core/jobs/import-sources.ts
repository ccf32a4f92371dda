import { basename, extname } from 'node:path';
import { Failure } from '../../../shared/contract/result.ts';
import type { ImportOutcome, JobResult } from '../../../shared/model/job.ts';
import type { SourceMetadata } from '../../../shared/model/source.ts';
import type { CoreContext } from '../core-context.ts';
import type { ParsedDocument } from '../ingest/parsed-document.ts';
import { insertFile } from '../library/files.ts';
import { act } from '../library/journal.ts';
import type { Db } from '../library/library.ts';
import { insertPages } from '../library/pages.ts';
import { indexWholeSource } from '../library/search-index.ts';
import { findSourceByHash, insertSource } from '../library/sources.ts';
import { restore } from '../library/trash.ts';
import { toCallError } from '../map-error.ts';
import { timestamp } from '../timestamp.ts';
import type { JobControl } from './job-runner.ts';
import { stopIfAborted } from './pause.ts';
import { hashFile, type ReadDocument, readDocument } from './read-document.ts';

/** Files under way at once: one more than there are parsing children, so that both read on while the core stores. */
const FILES_AT_ONCE = 3;

/**
 * Job `import`: takes files into the library, each in a transaction of its own. A file that fails does not stop the rest; what was
 * imported before a cancel stays, and nothing is half done.
 */
export async function importSources(
  context: CoreContext,
  paths: readonly string[],
  control: JobControl,
): Promise<JobResult> {
  const outcomes: ImportOutcome[] = new Array(paths.length);
  const { db } = context.library.current();
  let next = 0;
  let done = 0;
  const work = async () => {
    while (next < paths.length) {
      const at = next++;
      const path = paths[at]!;
      stopIfAborted(control.signal);
      control.report(done, paths.length, basename(path));
      outcomes[at] = await importOne(context, db, path, control);
      done++;
      control.report(done, paths.length, basename(path));
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: FILES_AT_ONCE }, work));
  const failed = workers.find(worker => worker.status === 'rejected');
  if (failed) throw failed.reason;
  return { kind: 'import', outcomes };
}

async function importOne(
  context: CoreContext,
  db: Db,
  path: string,
  control: JobControl,
): Promise<ImportOutcome> {
  const fileName = basename(path);
  try {
    const sha256 = await hashFile(path, control.signal);
    const known = takeDuplicate(context, db, sha256);
    if (known) return { kind: 'duplicate', fileName, sourceId: known };
    stopIfAborted(control.signal);
    const read = await readDocument(context, path, sha256, { signal: control.signal });
    stopIfAborted(control.signal);
    return store(context, db, read);
  } catch (error) {
    if (control.signal.aborted) throw new Failure('cancelled');
    return { kind: 'failed', fileName, error: toCallError(error, fileName, context.ports.log) };
  }
}

/** The source that this file already is, or null; one in the trash is taken out of it, since the user wants it. */
function takeDuplicate(context: CoreContext, db: Db, sha256: string): string | null {
  const known = findSourceByHash(db, sha256);
  if (known?.trashed) {
    const at = timestamp(context.ports);
    act(db, { name: 'sources.restore', targets: [known.id], at }, () => restore(db, 'source', known.id));
    context.events.changed('sources', 'excerpts', 'tags', 'trash');
  }
  return known?.id ?? null;
}

function store(context: CoreContext, db: Db, read: ReadDocument): ImportOutcome {
  const { ports } = context;
  const { origin, document, sha256, bytes, pages } = read;
  // Another file of the same import may have been the same document.
  const known = takeDuplicate(context, db, sha256);
  if (known) return { kind: 'duplicate', fileName: origin.fileName, sourceId: known };
  const id = ports.newId();
  const at = timestamp(ports);
  act(db, { name: 'sources.import', targets: [id], at }, () => {
    const fileId = insertFile(db, { id: ports.newId(), sha256, bytes, addedAt: at });
    insertSource(db, { id, fileId, at, origin, metadata: proposeMetadata(document, origin.fileName) });
    insertPages(db, id, pages);
    indexWholeSource(db, id);
  });
  context.events.changed('sources', 'tags');
  return { kind: 'imported', fileName: origin.fileName, sourceId: id, warnings: origin.warnings.length };
}

/** What a document says about itself, as far as the library has room for it. */
function proposeMetadata({ format, metadata }: ParsedDocument, fileName: string): SourceMetadata {
  return {
    type: format === 'html' ? 'webpage' : 'document',
    title: clip(metadata.title?.trim() || basename(fileName, extname(fileName)), 2000),
    authors: metadata.authors.slice(0, 100).map(clipName),
    issued: clip(metadata.date ?? '', 64),
    publisher: clip(metadata.publisher ?? '', 500),
    containerTitle: clip(metadata.containerTitle ?? '', 500),
    url: clip(metadata.url ?? '', 4000),
    language: metadata.language,
    note: '',
    marking: null,
    tags: [],
  };
}

function clip(text: string, length: number): string {
  return text.slice(0, length).toWellFormed();
}

function clipName(name: SourceMetadata['authors'][number]): SourceMetadata['authors'][number] {
  if ('literal' in name) return { literal: clip(name.literal, 400) };
  return { family: clip(name.family, 200), given: clip(name.given, 200) };
}
