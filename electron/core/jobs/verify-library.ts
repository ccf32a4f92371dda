import { createHash } from 'node:crypto';
import type { QuoteVerification } from '../../../shared/model/excerpt.ts';
import type { JobResult } from '../../../shared/model/job.ts';
import type { CoreContext } from '../core-context.ts';
import { countStatuses, createVerifier, recordVerifications } from '../excerpts/verify-excerpts.ts';
import { listExcerptIds } from '../library/excerpts.ts';
import { listFiles, readFileBytes } from '../library/files.ts';
import type { Db } from '../library/library.ts';
import { timestamp } from '../timestamp.ts';
import type { JobControl } from './job-runner.ts';
import { pause } from './pause.ts';

/** Quotes verified between two pauses. */
const BATCH = 200;

/** Job `verify`: the file's soundness, every original's hash, every quote outside the trash; statuses are recorded. */
export async function verifyLibrary(context: CoreContext, control: JobControl): Promise<JobResult> {
  const { db } = context.library.current();
  const files = listFiles(db);
  const excerptIds = listExcerptIds(db);
  const total = 1 + files.length + excerptIds.length;
  await pause(control.signal);
  const damage = checkDatabase(db);
  for (const [i, file] of files.entries()) {
    await pause(control.signal);
    control.report(1 + i, total, '');
    const bytes = readFileBytes(db, file.id);
    const sha256 = bytes && createHash('sha256').update(bytes).digest('hex');
    if (sha256 !== file.sha256) damage.push(`file ${file.id}: hash differs`);
  }
  const answers = await verifyQuotes(context, excerptIds, control, done => {
    control.report(1 + files.length + done, total, '');
  });
  return {
    kind: 'verify',
    damage,
    quotes: countStatuses(answers),
    notExact: answers.filter(answer => answer.status !== 'exact').map(answer => answer.excerptId),
  };
}

/** What SQLite's integrity and foreign key checks say, empty when sound. */
export function checkDatabase(db: Db): string[] {
  const lines = db.prepare('PRAGMA integrity_check').pluck().all().map(String);
  const damage = lines.filter(line => line !== 'ok');
  const broken = db.prepare('PRAGMA foreign_key_check').all() as { table: string; rowid: number }[];
  return [...damage, ...broken.map(({ table, rowid }) => `foreign key of ${table} ${rowid}`)];
}

async function verifyQuotes(
  context: CoreContext,
  ids: readonly string[],
  control: JobControl,
  report: (done: number) => void,
): Promise<QuoteVerification[]> {
  const { db } = context.library.current();
  const answers: QuoteVerification[] = [];
  let changed = false;
  for (let from = 0; from < ids.length; from += BATCH) {
    await pause(control.signal);
    const verifier = createVerifier(db);
    const batch = ids.slice(from, from + BATCH).map(id => verifier.verify(id));
    db.transaction(() => {
      changed = recordVerifications(db, batch, timestamp(context.ports)) || changed;
    }).immediate();
    answers.push(...batch);
    report(answers.length);
  }
  if (changed) context.events.changed('excerpts');
  return answers;
}
