import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Failure } from '../../shared/contract/result.ts';
import type { IssuedCopy } from '../../shared/model/output.ts';
import { padNumber } from '../core/jobs/name-files.ts';
import { exitCodes } from './exit-codes.ts';
import { findIssuedDossier } from './find-dossier.ts';
import type { Session } from './session.ts';

/** Which copies are meant, and what is noted of them. */
export interface CopyOptions {
  copies?: number[];
  destroyed?: boolean;
  note?: string;
  force?: boolean;
}

/** Lists the numbered copies of a dossier. */
export async function listCopies(session: Session, dossier: string): Promise<number> {
  const { items } = await session.call('copies.list', { id: await findIssuedDossier(session, dossier) });
  const ordered = items.toReversed();
  for (const copy of ordered) session.output.line(describeCopy(session, copy));
  if (items.length === 0) session.output.line(session.say('cli.noCopies'));
  session.output.value({ items: ordered });
  return exitCodes.ok;
}

/** Asks copies back: notes it of those that are out (or of those named), and writes the list to sign as PDF. */
export async function recallCopies(
  session: Session,
  dossier: string,
  pdf: string,
  options: CopyOptions,
): Promise<number> {
  const id = await findIssuedDossier(session, dossier);
  if (existsSync(pdf) && !options.force) throw new Failure('fileExists', { file: basename(pdf) });
  const { items } = await session.call('copies.list', { id });
  const out = choose(session, items, options.copies).filter(copy => copy.state === 'out');
  const result = await session.runJob('export', async () => {
    if (out.length > 0) await note(session, out, 'recalled', options.note);
    return session.call('copies.recallList', { id, file: session.grant(pdf) });
  });
  const file = result.files[0]!;
  session.output.line(session.say('cli.recalled', { count: out.length, path: resolve(pdf) }));
  session.output.value({
    recalled: out.map(copy => copy.number),
    path: resolve(pdf),
    pageCount: file.pageCount,
    sha256: file.sha256,
  });
  return exitCodes.ok;
}

/** Notes that copies came back, or were destroyed. */
export async function returnCopies(
  session: Session,
  dossier: string,
  numbers: readonly number[],
  options: CopyOptions,
): Promise<number> {
  const { items } = await session.call('copies.list', { id: await findIssuedDossier(session, dossier) });
  const chosen = choose(session, items, numbers);
  const state = options.destroyed ? 'destroyed' : 'returned';
  const updated = await note(session, chosen, state, options.note);
  for (const copy of updated) session.output.line(describeCopy(session, copy));
  session.output.value({ items: updated });
  return exitCodes.ok;
}

/** The copies of these numbers, all of them where none is named; throws `notFound` for a number that was never issued. */
function choose(
  session: Session,
  copies: readonly IssuedCopy[],
  numbers: readonly number[] | undefined,
): IssuedCopy[] {
  if (!numbers) return [...copies];
  return numbers.map(number => {
    const found = copies.find(copy => copy.number === number);
    if (!found) throw new Failure('notFound', { spoken: session.say('cli.noCopy', { number }) });
    return found;
  });
}

async function note(
  session: Session,
  copies: readonly IssuedCopy[],
  state: IssuedCopy['state'],
  words: string | undefined,
): Promise<IssuedCopy[]> {
  const changes = { state, ...(words !== undefined && { note: words }) };
  const { items } = await session.call('copies.update', { ids: copies.map(copy => copy.id), changes });
  return items;
}

function describeCopy(session: Session, copy: IssuedCopy): string {
  const { recipient, kind, state, issuedAt, note: words } = copy;
  const facts = [
    [recipient.name, recipient.office].filter(Boolean).join(', '),
    session.say(`export.output.${kind}`),
    session.say(`export.copyState.${state}`),
    issuedAt.slice(0, 10),
    words,
  ];
  return [padNumber(copy.number), ...facts.filter(Boolean)].join('  ');
}
