import { basename } from 'node:path';
import { Failure } from '../../../shared/contract/result.ts';
import type { JobResult } from '../../../shared/model/job.ts';
import type { CoreContext } from '../core-context.ts';
import { countStatuses, createVerifier, recordVerifications } from '../excerpts/verify-excerpts.ts';
import { listExcerptIds } from '../library/excerpts.ts';
import { insertFile } from '../library/files.ts';
import { act } from '../library/journal.ts';
import { insertPages } from '../library/pages.ts';
import { indexPages, unindexPages } from '../library/search-index.ts';
import { findSourceByHash, getSource, replaceOriginal } from '../library/sources.ts';
import { timestamp } from '../timestamp.ts';
import type { JobControl } from './job-runner.ts';
import { stopIfAborted } from './pause.ts';
import { hashFile, type ReadDocument, readDocument } from './read-document.ts';

/**
 * Job `replace`: takes a newer version of a source's document and verifies its excerpts against the new text. Metadata and excerpts
 * stay; the earlier original is kept. Throws `conflict` where the file is another source's.
 */
export async function replaceSource(
  context: CoreContext,
  input: { id: string; path: string },
  control: JobControl,
): Promise<JobResult> {
  const { db } = context.library.current();
  getSource(db, input.id);
  const file = basename(input.path);
  control.report(0, 1, file);
  const sha256 = await hashFile(input.path, control.signal);
  const known = findSourceByHash(db, sha256);
  if (known && known.id !== input.id) throw new Failure('fileExists', { file });
  const read = await readDocument(context, input.path, sha256, {
    signal: control.signal,
    onProgress: (done, total) => control.report(done, total, file),
  });
  stopIfAborted(control.signal);
  const counts = store(context, input.id, read);
  context.events.changed('sources', 'excerpts');
  return { kind: 'replace', sourceId: input.id, ...counts };
}

function store(context: CoreContext, id: string, read: ReadDocument) {
  const { db } = context.library.current();
  const at = timestamp(context.ports);
  return act(db, { name: 'sources.replace', targets: [id], at }, () => {
    const trashed = getSource(db, id).trashedAt !== null;
    const fileId = insertFile(db, {
      id: context.ports.newId(),
      sha256: read.sha256,
      bytes: read.bytes,
      addedAt: at,
    });
    unindexPages(db, id);
    replaceOriginal(db, id, { fileId, at, origin: read.origin });
    insertPages(db, id, read.pages);
    if (!trashed) indexPages(db, id);
    const verifier = createVerifier(db);
    const answers = listExcerptIds(db, { sourceId: id, trashed: true }).map(excerptId =>
      verifier.verify(excerptId),
    );
    recordVerifications(db, answers, at);
    return countStatuses(answers);
  });
}
