import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { JobResult } from '../../../shared/model/job.ts';
import type { CoreContext } from '../core-context.ts';
import type { DossierSnapshot } from '../dossier/snapshot.ts';
import { takeSnapshot } from '../dossier/take-snapshot.ts';
import { countStatuses, missingQuote, recordVerifications } from '../excerpts/verify-excerpts.ts';
import { writeFileAtomically } from '../export/write-file-atomically.ts';
import { refuseLibraryFile, refuseOwnFile } from '../library/own-file.ts';
import { listQuotedExcerptIds } from '../library/sections.ts';
import { asWriteFailure } from '../map-error.ts';
import { timestamp } from '../timestamp.ts';
import type { JobControl } from './job-runner.ts';
import { pause, stopIfAborted } from './pause.ts';

/** Job `export`: verifies every quote, records how it stands, and writes the PDF; a failure leaves an older file as it was. */
export async function exportDossier(
  context: CoreContext,
  input: { id: string; path: string },
  control: JobControl,
): Promise<JobResult> {
  const fileName = basename(input.path);
  await pause(control.signal);
  const { db, path } = context.library.current();
  refuseOwnFile(input.path, path);
  refuseLibraryFile(input.path);
  const snapshot = takeSnapshot(db, context.templates, input.id);
  const answers = recordAnswers(context, snapshot);
  const pdf = await context.composer.compose(snapshot, {
    signal: control.signal,
    onProgress: (done, total) => control.report(done, total, fileName),
  });
  stopIfAborted(control.signal);
  await writeFileAtomically(input.path, pdf.bytes).catch(error => {
    throw asWriteFailure(error, input.path);
  });
  return {
    kind: 'export',
    fileName,
    file: context.ports.files.grant(input.path),
    pageCount: pdf.pageCount,
    byteLength: pdf.bytes.byteLength,
    sha256: createHash('sha256').update(pdf.bytes).digest('hex'),
    quotes: countStatuses(answers),
    missingGlyphs: pdf.missingGlyphs,
  };
}

/** The answers for the quotes of the included parts; one whose excerpt is gone, or in the trash, is not printed and counts as changed. */
function recordAnswers(context: CoreContext, snapshot: DossierSnapshot) {
  const { db } = context.library.current();
  const present = Object.values(snapshot.excerpts).filter(excerpt => excerpt.trashedAt === null);
  const answers = present.map(excerpt => excerpt.verification);
  const at = timestamp(context.ports);
  const changed = db.transaction(() => recordVerifications(db, answers, at)).immediate();
  if (changed) context.events.changed('excerpts');
  const quoted = listQuotedExcerptIds(db, snapshot.dossier.id, true);
  const missing = quoted.filter(id => snapshot.excerpts[id]?.trashedAt !== null);
  return [...answers, ...missing.map(missingQuote)];
}
