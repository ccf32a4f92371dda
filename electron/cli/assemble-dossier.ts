import { basename, dirname, resolve } from 'node:path';
import { Failure } from '../../shared/contract/result.ts';
import type { DocumentJson, Dossier, Section } from '../../shared/model/dossier.ts';
import type { Excerpt } from '../../shared/model/excerpt.ts';
import type { Source } from '../../shared/model/source.ts';
import { MissingReference, type TextReferences } from './compose-inlines.ts';
import { composeText } from './compose-text.ts';
import type { DossierFile, ExcerptEntry } from './dossier-file.ts';
import type { Session } from './session.ts';

/** A dossier file that was read, and where it lies. */
export interface OpenDossierFile {
  file: DossierFile;
  path: string;
}

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
  const { note, tags, language, translation, marking } = entry;
  return session.call('excerpts.create', {
    sourceId: source.id,
    ...place,
    details: { note, tags, language, translation, marking },
  });
}

/** Keeps the excerpts of a dossier file from the documents of the open library; gives their ids by key. */
async function keepExcerpts(
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
async function describeDocuments(session: Session, file: DossierFile): Promise<void> {
  const sources = new Map((await listSources(session)).map(source => [source.fileName, source]));
  for (const { file: fileName, ...changes } of file.documents) {
    const source = sources.get(fileName);
    if (source) await session.call('sources.update', { id: source.id, changes });
  }
}

/** Takes the pictures of a dossier file into the library, from paths relative to its folder; gives their ids by path. */
async function keepImages(session: Session, file: DossierFile, folder: string): Promise<Map<string, string>> {
  const paths = file.parts.flatMap(part =>
    part.blocks.flatMap(block => (block.type === 'figure' ? [block.image] : [])),
  );
  const ids = new Map<string, string>();
  for (const path of new Set(paths)) {
    const { id } = await session.call('images.add', { file: session.grant(resolve(folder, path)) });
    ids.set(path, id);
  }
  return ids;
}

/** Makes the dossier of a dossier file: its details, and its parts in the file's order in place of the template's. */
export async function assembleDossier(session: Session, { file, path }: OpenDossierFile): Promise<Dossier> {
  await describeDocuments(session, file);
  const excerptIds = await keepExcerpts(session, file.excerpts);
  const sources = await listSources(session);
  const { template: templateId, details } = file;
  const created = await session.call('dossiers.create', { templateId, language: details.language, details });
  const sections = await arrangeSections(session, created, file.parts);
  const named = file.parts.flatMap(({ id }, index) => (id ? [[id, sections[index]!.id] as const] : []));
  const references = {
    excerptIds,
    sourceIds: new Map(sources.map(source => [source.fileName, source.id])),
    imageIds: await keepImages(session, file, dirname(path)),
    partIds: new Map(named),
  };
  for (const [index, part] of file.parts.entries()) {
    const text = composePart(session, path, part, index, references);
    await writeSection(session, sections[index]!, part, text);
  }
  return session.call('dossiers.get', { id: created.id });
}

type Part = DossierFile['parts'][number];

/** The parts in the file's order: the template's where it has them, new ones else; what is left of the template goes. */
async function arrangeSections(
  session: Session,
  { id: dossierId, sections }: Dossier,
  parts: readonly Part[],
): Promise<Section[]> {
  const spare = [...sections];
  const arranged: Section[] = [];
  for (const part of parts) {
    const index = spare.findIndex(section => section.kind === part.key);
    const section =
      spare.splice(index < 0 ? spare.length : index, 1)[0] ?? (await addSection(session, dossierId, part));
    await session.call('sections.move', { id: section.id, after: arranged.at(-1)?.id ?? null });
    arranged.push(section);
  }
  for (const section of spare) await session.call('sections.trash', { id: section.id });
  return arranged;
}

function addSection(session: Session, dossierId: string, part: Part): Promise<Section> {
  return session.call('sections.add', { dossierId, after: null, kind: part.key, title: part.title ?? '' });
}

/** A part's text; throws `invalidInput` saying in the reader's words what it refers to in vain. */
function composePart(
  session: Session,
  path: string,
  part: Part,
  index: number,
  references: Omit<TextReferences, 'footnotes'>,
): DocumentJson {
  try {
    return composeText(part.blocks, { ...references, footnotes: part.footnotes });
  } catch (error) {
    if (!(error instanceof MissingReference) && !(error instanceof RangeError)) throw error;
    const why =
      error instanceof MissingReference
        ? session.say(`cli.missing.${error.kind}`, { name: error.reference })
        : error.message;
    const where = `parts.${index} (${part.title || part.key})`;
    const spoken = session.say('cli.badFile', { file: basename(path), where, why });
    throw new Failure('invalidInput', { spoken }, error.message);
  }
}

async function writeSection(
  session: Session,
  section: Section,
  part: Part,
  text: DocumentJson,
): Promise<void> {
  const { disclosure = section.disclosure, included, marking, title = section.title } = part;
  const changes = { text, title, marking, disclosure, included };
  await session.call('sections.update', { id: section.id, revision: section.revision, changes });
}
