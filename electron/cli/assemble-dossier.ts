import { Failure } from '../../shared/contract/result.ts';
import type { Dossier, Section } from '../../shared/model/dossier.ts';
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

/** Gives the library's documents the metadata that a dossier file knows and their own format could not carry. */
export async function describeDocuments(session: Session, file: DossierFile): Promise<void> {
  const sources = new Map((await listSources(session)).map(source => [source.fileName, source]));
  for (const { file: fileName, ...changes } of file.documents) {
    const source = sources.get(fileName);
    if (source) await session.call('sources.update', { id: source.id, changes });
  }
}

/** Makes the dossier of a dossier file: its details, and its parts in the file's order in place of the template's. */
export async function assembleDossier(session: Session, file: DossierFile): Promise<Dossier> {
  await describeDocuments(session, file);
  const excerptIds = await keepExcerpts(session, file.excerpts);
  const { template: templateId, details } = file;
  const created = await session.call('dossiers.create', { templateId, language: details.language, details });
  const spare = [...created.sections];
  let after: string | null = null;
  for (const part of file.parts) {
    const index = spare.findIndex(section => section.kind === part.key);
    const section =
      spare.splice(index < 0 ? spare.length : index, 1)[0] ?? (await addSection(session, created.id, part));
    await writeSection(session, section, part, excerptIds);
    await session.call('sections.move', { id: section.id, after });
    after = section.id;
  }
  for (const section of spare) await session.call('sections.trash', { id: section.id });
  return session.call('dossiers.get', { id: created.id });
}

type Part = DossierFile['parts'][number];

function addSection(session: Session, dossierId: string, part: Part): Promise<Section> {
  return session.call('sections.add', { dossierId, after: null, kind: part.key, title: part.title ?? '' });
}

async function writeSection(
  session: Session,
  section: Section,
  part: Part,
  excerptIds: Map<string, string>,
): Promise<void> {
  const text = composeText(part.blocks, { excerptIds, footnotes: part.footnotes });
  const changes = { text, title: part.title ?? section.title, marking: part.marking };
  await session.call('sections.update', { id: section.id, revision: section.revision, changes });
}
