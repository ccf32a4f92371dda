import {
  formatMessage,
  type MessageKey,
  type MessageValues,
} from '../../../../shared/i18n/format-message.ts';
import type { Language } from '../../../../shared/model/common.ts';
import type { Source } from '../../../../shared/model/source.ts';
import type { DossierSnapshot, SnapshotExcerpt } from '../../dossier/snapshot.ts';
import { type CitationLabels, labelSources } from './label-sources.ts';

/** One quote as the dossier prints it: its place in the text, and its excerpt (null: the library no longer has it). */
export interface PrintedQuote {
  id: string;
  excerpt: SnapshotExcerpt | null;
}

/** What the parts share while a document is built: the snapshot, and the counters that run through the dossier. */
export interface DocumentContext {
  snapshot: DossierSnapshot;
  language: Language;
  labels: CitationLabels;
  /** Whether the bibliography is printed, so that citations have somewhere to lead. */
  listsSources: boolean;
  /** Every quote met so far, in order. */
  quotes: PrintedQuote[];
  /** Ids of the sources cited so far. */
  cited: Set<string>;
  footnotes: number;
}

/** Opens the context of a dossier; nothing is counted yet. */
export function openContext(snapshot: DossierSnapshot): DocumentContext {
  const { language } = snapshot.dossier;
  return {
    snapshot,
    language,
    labels: labelSources(Object.values(snapshot.sources), language),
    listsSources: snapshot.sections.some(section => section.kind === 'sources'),
    quotes: [],
    cited: new Set(),
    footnotes: 0,
  };
}

/** A message in the dossier's language. */
export function say(context: DocumentContext, key: MessageKey, values?: MessageValues): string {
  return formatMessage(context.language, key, values);
}

/** The anchor of a source's entry in the bibliography. */
export function entryId(source: Pick<Source, 'id'>): string {
  return `source-${source.id}`;
}

/** Notes that a source is cited; the anchor its citation leads to, null where no bibliography is printed. */
export function citeSource(context: DocumentContext, source: Source): string | null {
  context.cited.add(source.id);
  return context.listsSources ? entryId(source) : null;
}

/** Notes a quote and gives it an anchor of its own: the excerpt's id, numbered from its second use. */
export function noteQuote(
  context: DocumentContext,
  excerptId: string,
  excerpt: SnapshotExcerpt | null,
): string {
  const uses = context.quotes.filter(quote => quote.id.startsWith(excerptId)).length;
  const id = uses === 0 ? excerptId : `${excerptId}-${uses + 1}`;
  context.quotes.push({ id, excerpt });
  return id;
}
