import { Failure } from '../../shared/contract/result.ts';
import type { Dossier } from '../../shared/model/dossier.ts';
import type { Excerpt } from '../../shared/model/excerpt.ts';
import type { Source } from '../../shared/model/source.ts';
import { composeText } from './compose-text.ts';
import type { DossierFile, ExcerptEntry } from './dossier-file.ts';
import type { Session } from './session.ts';

/** Every source of the open library. */
export async function listSources(session: Session): Promise<Source[]> {
  const sources: Source[] = [];
  let after: string | null = null;
  do {
    const page: { items: Source[]; next: string | null } = await session.call('sources.list', {
      after,
      limit: 1000,
    });
    sources.push(...page.items);
    after = page.next;
  } while (after);
  return sources;
}

/** Keeps one excerpt: its words are looked up in the document and must be there to the letter; throws `quoteNotFound`. */
export async function keepExcerpt(
  session: Session,
  source: Source,
  entry: Omit<ExcerptEntry, 'key' | 'file'>,
): Promise<Excerpt> {
  const { places } = await session.call('excerpts.locate', { sourceId: source.id, exact: entry.exact });
  const place = places[0];
  if (!place)
    throw new Failure(
      'quoteNotFound',
      { file: source.fileName },
      `not in ${source.fileName}: ${entry.exact}`,
    );
  const { note, tags, language, marking } = entry;
  return session.call('excerpts.create', {
    sourceId: source.id,
    ...place,
    details: { note, tags, language, marking },
  });
}

/** Keeps the excerpts of a dossier file from the documents of the open library; gives their ids by key. */
export async function keepExcerpts(
  session: Session,
  entries: readonly ExcerptEntry[],
): Promise<Map<string, string>> {
  const sources = new Map((await listSources(session)).map(source => [source.fileName, source]));
  const ids = new Map<string, string>();
  for (const entry of entries) {
    const source = sources.get(entry.file);
    if (!source) throw new Failure('notFound', { file: entry.file }, `no source from ${entry.file}`);
    ids.set(entry.key, (await keepExcerpt(session, source, entry)).id);
  }
  return ids;
}

/** Makes the dossier of a dossier file: its details, and its parts in the file's order in place of the template's. */
export async function assembleDossier(session: Session, file: DossierFile): Promise<Dossier> {
  const excerptIds = await keepExcerpts(session, file.excerpts);
  const { language } = file.details;
  const created = await session.call('dossiers.create', {
    templateId: file.template,
    language,
    details: file.details,
  });
  const spare = [...created.sections];
  let after: string | null = null;
  for (const part of file.parts) {
    const text = composeText(part.blocks, {
      excerptIds,
      footnotes: { ...file.footnotes, ...part.footnotes },
    });
    const index = spare.findIndex(section => section.kind === part.key);
    const section = index < 0 ? undefined : spare.splice(index, 1)[0];
    after = section
      ? await fillSection(session, section, after, { text, ...(part.title ? { title: part.title } : {}) })
      : (
          await session.call('sections.add', {
            dossierId: created.id,
            after,
            kind: part.key,
            title: part.title ?? '',
            text,
          })
        ).id;
  }
  for (const section of spare) await session.call('sections.trash', { id: section.id });
  return session.call('dossiers.get', { id: created.id });
}

async function fillSection(
  session: Session,
  section: Dossier['sections'][number],
  after: string | null,
  changes: { text: Record<string, unknown>; title?: string },
): Promise<string> {
  await session.call('sections.update', { id: section.id, revision: section.revision, changes });
  await session.call('sections.move', { id: section.id, after });
  return section.id;
}
