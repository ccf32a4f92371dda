import { createHash } from 'node:crypto';
import type { QuoteVerification } from '../../../shared/model/excerpt.ts';
import type { JobResult } from '../../../shared/model/job.ts';
import type { CoreContext } from '../core-context.ts';
import { countStatuses, createVerifier, recordVerifications } from '../excerpts/verify-excerpts.ts';
import { checkTable, listTables } from '../library/check-database.ts';
import { listExcerptIds } from '../library/excerpts.ts';
import { listFiles, readFileBytes } from '../library/files.ts';
import { timestamp } from '../timestamp.ts';
import type { JobControl } from './job-runner.ts';
import { pause } from './pause.ts';

/** Milliseconds of quotes verified between two pauses: so long a cancel or another call waits, or as long as the slowest quote takes. */
const SLICE = 20;

/** Bytes of an original hashed between two pauses. */
const CHUNK = 16 * 2 ** 20;

/**
 * Job `verify`: the file's soundness table by table, every original's hash, every quote outside the trash; statuses are recorded. Stops
 * at the next table, piece of an original or quote when cancelled; what was recorded until then stays.
 */
export async function verifyLibrary(context: CoreContext, control: JobControl): Promise<JobResult> {
  const { db } = context.library.current();
  const tables = listTables(db);
  const files = listFiles(db);
  const excerptIds = listExcerptIds(db);
  const total = tables.length + files.length + excerptIds.length;
  const damage: string[] = [];
  let done = 0;
  const step = async () => {
    await pause(control.signal);
    control.report(done++, total, '');
  };
  for (const table of tables) {
    await step();
    damage.push(...checkTable(db, table));
  }
  for (const file of files) {
    await step();
    const bytes = readFileBytes(db, file.id);
    const sha256 = bytes && (await hashInPieces(bytes, control.signal));
    if (sha256 !== file.sha256) damage.push(`file ${file.id}: hash differs`);
  }
  const answers = await verifyQuotes(context, excerptIds, control, verified => {
    control.report(done + verified, total, '');
  });
  return {
    kind: 'verify',
    damage,
    quotes: countStatuses(answers),
    notExact: answers.filter(answer => answer.status !== 'exact').map(answer => answer.excerptId),
  };
}

async function hashInPieces(bytes: Uint8Array, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for (let from = 0; from < bytes.length; from += CHUNK) {
    if (from > 0) await pause(signal);
    hash.update(bytes.subarray(from, from + CHUNK));
  }
  return hash.digest('hex');
}

async function verifyQuotes(
  context: CoreContext,
  ids: readonly string[],
  control: JobControl,
  report: (verified: number) => void,
): Promise<QuoteVerification[]> {
  const { db } = context.library.current();
  const answers: QuoteVerification[] = [];
  let changed = false;
  while (answers.length < ids.length) {
    await pause(control.signal);
    const slice = verifySlice(context, ids, answers.length);
    // Recorded before the next pause, so that no answer is older than the text it is about.
    db.transaction(() => {
      changed = recordVerifications(db, slice, timestamp(context.ports)) || changed;
    }).immediate();
    answers.push(...slice);
    report(answers.length);
  }
  if (changed) context.events.changed('excerpts');
  return answers;
}

function verifySlice(context: CoreContext, ids: readonly string[], from: number): QuoteVerification[] {
  const verifier = createVerifier(context.library.current().db);
  const end = performance.now() + SLICE;
  const slice: QuoteVerification[] = [];
  do slice.push(verifier.verify(ids[from + slice.length]!));
  while (from + slice.length < ids.length && performance.now() < end);
  return slice;
}
