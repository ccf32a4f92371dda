import {
  formatMessage,
  type MessageKey,
  type MessageValues,
} from '../../../../shared/i18n/format-message.ts';
import type { Language } from '../../../../shared/model/common.ts';
import type { Source } from '../../../../shared/model/source.ts';
import type { DossierSnapshot, SnapshotExcerpt } from '../../dossier/snapshot.ts';
import type { MetCitation, StyledCitations } from './citations.ts';
import { type CitationLabels, labelSources } from './label-sources.ts';
import type { DocumentPlan } from './plan-document.ts';

/** One quote as the dossier prints it, or rests on it: its place in the text, and its excerpt (null: the library no longer has it). */
export interface PrintedQuote {
  id: string;
  excerpt: SnapshotExcerpt | null;
}

/** The folder that an output printed apart from it points to; pages count from 1, and are missing where they are not known. */
export interface FolderPlan {
  plan: DocumentPlan;
  pages: Readonly<Record<string, number>>;
}

/** What the parts share while a document is built: the snapshot, and the counters that run through the dossier. */
export interface DocumentContext {
  snapshot: DossierSnapshot;
  language: Language;
  labels: CitationLabels;
  /** What the dossier's citation style makes of its citations; null: they are in the house style. */
  styled: StyledCitations | null;
  /** Citations for the style met so far, in order. */
  met: MetCitation[];
  /** The place of the next one among those that the style was asked for. */
  nextCluster: number;
  /** The number of the note that is being built, null in the text. */
  note: number | null;
  /** Numbers of the notes that hold nothing but citations. */
  citationNotes: Set<number>;
  plan: DocumentPlan;
  /** Null for the folder itself, and for what leaves the delegation: it knows of no other. */
  folder: FolderPlan | null;
  /** Whether the bibliography is printed, so that citations have somewhere to lead. */
  listsSources: boolean;
  /** Whether the output leaves the delegation. */
  isDisclosed: boolean;
  /** Whether originals are bound in, so that references have a page to lead to. */
  bindsAnnexes: boolean;
  /** Every quote met so far, in order. */
  quotes: PrintedQuote[];
  /** Excerpts that points rest on, and no part prints. */
  restedOn: Set<string>;
  /** Ids of the sources cited so far. */
  cited: Set<string>;
  footnotes: number;
  /** Whether any name is marked for the index. */
  hasIndexEntries: boolean;
}

/** Opens the context of a dossier; nothing is counted yet. */
export function openContext(
  snapshot: DossierSnapshot,
  facts: Pick<
    DocumentContext,
    'plan' | 'folder' | 'styled' | 'isDisclosed' | 'listsSources' | 'bindsAnnexes'
  >,
): DocumentContext {
  const { language } = snapshot.dossier;
  return {
    snapshot,
    language,
    labels: labelSources(Object.values(snapshot.sources), language),
    ...facts,
    met: [],
    nextCluster: 0,
    note: null,
    citationNotes: new Set(),
    quotes: [],
    restedOn: new Set(),
    cited: new Set(),
    footnotes: 0,
    hasIndexEntries: false,
  };
}

/** A message in the dossier's language. */
export function say(
  context: Pick<DocumentContext, 'language'>,
  key: MessageKey,
  values?: MessageValues,
): string {
  return formatMessage(context.language, key, values);
}

/** The anchor of a source's entry in the bibliography. */
export function entryId(source: Pick<Source, 'id'>): string {
  return `source-${source.id}`;
}

/** Notes that a source is cited; the anchor its citation leads to, null where no bibliography is printed. */
export function citeSource(context: DocumentContext, source: Source): string | null {
  context.cited.add(source.id);
  return findEntry(context, source);
}

/** The anchor of a source's entry where this output prints one: a citation style may leave some kinds of source out. */
export function findEntry({ listsSources, styled }: DocumentContext, source: Source): string | null {
  const listed = styled?.bibliography?.some(entry => entry.sourceId === source.id) ?? true;
  return listsSources && listed ? entryId(source) : null;
}

/** The excerpt of a quote with its source; null where the library no longer has it, or has it in its trash. */
export function findQuoted(
  { snapshot }: DocumentContext,
  excerptId: string,
): { excerpt: SnapshotExcerpt; source: Source } | null {
  const excerpt = snapshot.excerpts[excerptId];
  const source = excerpt && snapshot.sources[excerpt.sourceId];
  return excerpt && source && excerpt.trashedAt === null ? { excerpt, source } : null;
}
