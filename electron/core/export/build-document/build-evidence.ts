import type { Node } from 'prosemirror-model';
import type { ParagraphBlock, ReferenceInline, TextInline } from '../../../../shared/document/content.ts';
import type { Source } from '../../../../shared/model/source.ts';
import type { SnapshotExcerpt } from '../../dossier/snapshot.ts';
import { excerptLocator, missingQuote, stateLabel } from './build-quote.ts';
import { PAGE } from './build-reference.ts';
import type { TextContext } from './build-text.ts';
import { citeSource, type DocumentContext, entryId, findQuoted, say } from './document-context.ts';
import { citationText, typedLocator } from './label-sources.ts';
import { placeInAnnex } from './place-in-annex.ts';
import type { DocumentPlan } from './plan-document.ts';

/** What a point rests on: where each piece of evidence stands, and what must be known of quotes that no longer hold. */
export interface Evidence {
  references: (ReferenceInline | TextInline)[];
  notes: ParagraphBlock[];
}

/** The evidence of a point: its quotes and citations, each once, in their order. */
export function buildEvidence(point: Node, pointId: string, context: TextContext): Evidence {
  const evidence: Evidence = { references: [], notes: [] };
  const seen = new Set<string>();
  point.descendants((node, _position, parent) => {
    const { name } = node.type;
    // A note keeps its own citations.
    if (parent?.type.name === 'footnote') return;
    const key = JSON.stringify(node.attrs);
    if ((name !== 'excerpt_quote' && name !== 'citation') || seen.has(key)) return;
    seen.add(key);
    if (name === 'excerpt_quote') addQuote(String(node.attrs.excerptId), pointId, evidence, context);
    else addCitation(node, evidence, context.document);
  });
  return evidence;
}

function addQuote(excerptId: string, pointId: string, evidence: Evidence, context: TextContext): void {
  const { document } = context;
  const found = findQuoted(document, excerptId);
  const isPrinted = document.plan.printed.has(excerptId);
  if (!isPrinted && !document.restedOn.has(excerptId)) {
    document.restedOn.add(excerptId);
    document.quotes.push({ id: pointId, excerpt: found?.excerpt ?? null });
  }
  if (!found) {
    evidence.notes.push(missingQuote(document));
    return;
  }
  const { excerpt, source } = found;
  context.markings.push(excerpt.marking);
  const warning = stateLabel(document, excerpt);
  if (warning)
    evidence.notes.push({
      kind: 'paragraph',
      role: 'note',
      inlines: [{ kind: 'text', text: warning }],
      marking: null,
    });
  const name = nameSource(document, source, excerptLocator(document, excerpt, source));
  evidence.references.push(refer(document, name, plan => placeOfQuote(plan, excerpt, document), source));
}

function addCitation(node: Node, evidence: Evidence, document: DocumentContext): void {
  const source = document.snapshot.sources[String(node.attrs.sourceId)];
  if (!source) {
    evidence.references.push({ kind: 'text', text: say(document, 'page.citation.missing') });
    return;
  }
  const name = nameSource(document, source, typedLocator(String(node.attrs.locator), document.language));
  evidence.references.push(
    refer(
      document,
      name,
      plan => (document.bindsAnnexes ? plan.annexes.get(source.id)?.id : undefined),
      source,
    ),
  );
}

/** «Cancillería, 2018, p. iv». */
function nameSource(document: DocumentContext, source: Source, locator: string | null): string {
  return citationText(document.labels.get(source.id)!, locator).slice(1, -1);
}

/** Where the words of a quote stand: in another part, else in the original bound in. */
function placeOfQuote(
  plan: DocumentPlan,
  excerpt: SnapshotExcerpt,
  { bindsAnnexes, snapshot }: DocumentContext,
): string | undefined {
  const printed = plan.printed.get(excerpt.id);
  if (printed) return printed;
  const annex = bindsAnnexes ? plan.annexes.get(excerpt.sourceId) : undefined;
  return annex && placeInAnnex(annex, excerpt, snapshot);
}

/** Leads to the place in this output or, from one printed apart, names the page of the folder; else to the bibliography. */
function refer(
  document: DocumentContext,
  source: string,
  find: (plan: DocumentPlan) => string | undefined,
  { id }: Source,
): ReferenceInline | TextInline {
  const own = document.snapshot.sources[id]!;
  const { folder } = document;
  if (folder) {
    const page = folder.pages[find(folder.plan) ?? ''] ?? folder.pages[entryId(own)];
    const text =
      page === undefined ? source : say(document, 'page.evidence.folder', { source, page: String(page) });
    return { kind: 'text', text };
  }
  const entry = citeSource(document, own);
  const targetId = find(document.plan) ?? entry;
  if (!targetId) return { kind: 'text', text: source };
  const text = say(document, 'page.evidence.here', {
    source: source.replaceAll(PAGE, '{ page }'),
    page: PAGE,
  });
  return { kind: 'reference', text, targetId, alt: say(document, 'page.evidence.goTo', { source }) };
}
