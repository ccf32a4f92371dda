import { Failure } from '../../shared/contract/result.ts';
import { idSchema } from '../../shared/model/common.ts';
import type { Session } from './session.ts';

/** The id of a dossier named by id or title; throws `notFound`, or `conflict` where several have the title. */
export async function findDossier(session: Session, text: string): Promise<string> {
  const { items } = await session.call('dossiers.list', {});
  const found = items.filter(item => item.id === text || item.title === text);
  if (found.length > 1) throw new Failure('conflict', { spoken: session.say('cli.ambiguous', { text }) });
  if (!found[0]) throw new Failure('notFound', { file: text });
  return found[0].id;
}

/** The id of a dossier that may be gone: one in the library by id or title, else the id as it is given. */
export async function findIssuedDossier(session: Session, text: string): Promise<string> {
  return idSchema.safeParse(text).success ? text : findDossier(session, text);
}
