import { Failure } from '../../shared/contract/result.ts';
import type { Source } from '../../shared/model/source.ts';
import { keepExcerpt, listSources } from './assemble-dossier.ts';
import { exitCodes } from './exit-codes.ts';
import type { Session } from './session.ts';

/** The excerpt to keep. */
export interface ExcerptOptions {
  source: string;
  text: string;
  note: string;
  tags: string[];
}

async function findSource(session: Session, text: string): Promise<Source> {
  const found = (await listSources(session)).filter(source => source.id === text || source.fileName === text);
  if (found.length > 1) throw new Failure('conflict', { file: text }, session.say('cli.ambiguous', { text }));
  if (!found[0]) throw new Failure('notFound', { file: text });
  return found[0];
}

/** Keeps an excerpt whose words stand in the source to the letter. */
export async function addExcerpt(session: Session, options: ExcerptOptions): Promise<number> {
  const source = await findSource(session, options.source);
  const { text: exact, note, tags } = options;
  const excerpt = await keepExcerpt(session, source, {
    exact,
    note,
    tags,
    language: source.language,
    translation: '',
    marking: null,
  });
  session.output.line(session.say('cli.excerptAdded', { text: excerpt.exact, citation: excerpt.citation }));
  session.output.value(excerpt);
  return exitCodes.ok;
}

/** Lists excerpts with their state. */
export async function listExcerpts(session: Session, source?: string): Promise<number> {
  const sourceId = source ? (await findSource(session, source)).id : undefined;
  const { items } = await session.call('excerpts.list', { sourceId, limit: 1000 });
  for (const item of items)
    session.output.line(
      `${session.say(`cli.status.${item.status}`)}  «${item.exact}» ${item.citation}  ${item.id}`,
    );
  if (items.length === 0) session.output.line(session.say('cli.noExcerpts'));
  session.output.value({ items });
  return exitCodes.ok;
}
