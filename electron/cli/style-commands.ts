import { basename } from 'node:path';
import { Failure } from '../../shared/contract/result.ts';
import { exitCodes } from './exit-codes.ts';
import type { Session } from './session.ts';

/** Takes citation styles into the library, each once; stops at the first that cannot be used. */
export async function addStyles(session: Session, paths: readonly string[]): Promise<number> {
  const items = [];
  for (const path of paths) {
    const style = await session.call('styles.add', { file: session.grant(path) });
    items.push(style);
    const { title, id } = style;
    session.output.line(session.say('cli.styleAdded', { file: basename(path), title, id }));
  }
  session.output.value({ items });
  return exitCodes.ok;
}

/** Lists the citation styles. */
export async function listStyles(session: Session): Promise<number> {
  const { items } = await session.call('styles.list', {});
  for (const { title, id } of items) session.output.line(`${title}  ${id}`);
  if (items.length === 0) session.output.line(session.say('cli.noStyles'));
  session.output.value({ items });
  return exitCodes.ok;
}

/** The id of a citation style named by id or title; throws `notFound`, or `conflict` where several have the title. */
export async function findStyle(session: Session, text: string): Promise<string> {
  const { items } = await session.call('styles.list', {});
  const found = items.filter(({ id, title }) => id === text || title === text);
  if (found.length > 1)
    throw new Failure('conflict', { spoken: session.say('cli.ambiguousStyle', { text }) });
  if (!found[0]) throw new Failure('notFound', { spoken: session.say('cli.noStyle', { text }) });
  return found[0].id;
}
