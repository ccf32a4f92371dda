import type { Node } from 'prosemirror-model';
import type {
  Inline,
  ParagraphBlock,
  QuoteBlock,
  ReferenceInline,
} from '../../../../shared/document/content.ts';
import type { Source } from '../../../../shared/model/source.ts';
import type { SnapshotExcerpt } from '../../dossier/snapshot.ts';
import { PAGE } from './build-reference.ts';
import type { TextContext } from './build-text.ts';
import { cite, isRaised } from './citations.ts';
import { type DocumentContext, findQuoted, say } from './document-context.ts';
import { pageLocator } from './label-sources.ts';
import { placeInAnnex } from './place-in-annex.ts';
import { portionLabel } from './resolve-markings.ts';

/**
 * A quote of the library as a block. Where the library no longer has the excerpt, or has it in its trash, a line says so: a dossier
 * without a verification report must not lose a quote in silence.
 */
export function buildQuote(node: Node, context: TextContext): QuoteBlock | ParagraphBlock {
  const { document } = context;
  const id = document.plan.anchors.get(node)!;
  const found = findQuoted(document, String(node.attrs.excerptId));
  document.quotes.push({ id, excerpt: found?.excerpt ?? null });
  if (!found) return { ...missingQuote(document), id };
  const { excerpt, source } = found;
  context.markings.push(excerpt.marking);
  const language = excerpt.language ?? source.language ?? document.language;
  const quote: QuoteBlock = {
    kind: 'quote',
    id,
    ...citeExcerpt(document, excerpt, source, language),
    language,
    translation: translate(document, excerpt, language),
    state: excerpt.verification.status,
    verificationLabel: stateLabel(document, excerpt),
    marking: portionLabel(document.snapshot.markingSchemes, excerpt.marking),
  };
  const seeAlso = listOtherPlaces(document, excerpt);
  if (seeAlso.length) quote.seeAlso = seeAlso;
  return quote;
}

/** The line in place of a quote that the library no longer has. */
export function missingQuote(context: DocumentContext): ParagraphBlock {
  const text = say(context, 'page.quote.missing');
  const inlines: Inline[] = [{ kind: 'text', text, marks: { strong: true } }];
  return { kind: 'paragraph', role: 'note', inlines, marking: null };
}

/** The points that rest on a quote, and the page of its original where that is bound in. */
function listOtherPlaces(context: DocumentContext, excerpt: SnapshotExcerpt): ReferenceInline[] {
  const { plan } = context;
  const points = (plan.points.get(excerpt.id) ?? []).map(({ anchor, number }): ReferenceInline => {
    const text = say(context, 'page.seeAlso.point', { number, page: PAGE });
    return {
      kind: 'reference',
      text,
      targetId: anchor,
      alt: say(context, 'page.seeAlso.goToPoint', { number }),
    };
  });
  const annex = context.bindsAnnexes ? plan.annexes.get(excerpt.sourceId) : undefined;
  if (!annex) return points;
  const { number } = annex;
  return [
    ...points,
    {
      kind: 'reference',
      text: say(context, 'page.seeAlso.annex', { number, page: PAGE }),
      targetId: placeInAnnex(annex, excerpt, context.snapshot),
      alt: say(context, 'page.seeAlso.goToAnnex', { number }),
    },
  ];
}

/** The paragraphs of a passage stay apart. */
function splitLines(text: string): Inline[] {
  return text
    .split('\n')
    .filter(line => line.trim() !== '')
    .flatMap((line, i): Inline[] => [
      ...(i > 0 ? [{ kind: 'lineBreak' } as const] : []),
      { kind: 'text', text: line },
    ]);
}

/** The page locator of an excerpt, null for a source without pages of its own. */
export function excerptLocator(
  context: DocumentContext,
  excerpt: SnapshotExcerpt,
  source: Source,
): string | null {
  return source.format === 'pdf' ? pageLocator(excerpt, context.language) : null;
}

/** The words with their citation beneath, or with its raised figure, or the call of the note that it stands in. */
function citeExcerpt(
  context: DocumentContext,
  excerpt: SnapshotExcerpt,
  source: Source,
  language: string,
): Pick<QuoteBlock, 'inlines' | 'citation'> {
  const words = splitLines(excerpt.exact);
  const cited = cite(context, source, { pages: excerpt }, { language });
  return isRaised(cited)
    ? { inlines: [...words, ...cited], citation: [] }
    : { inlines: words, citation: cited };
}

function translate(
  context: DocumentContext,
  excerpt: SnapshotExcerpt,
  language: string,
): QuoteBlock['translation'] {
  if (!excerpt.translation.trim() || language === context.language) return null;
  return {
    label: say(context, 'page.quote.translation'),
    inlines: splitLines(excerpt.translation.trim()),
    language: context.language,
  };
}

/** What is printed of a quote that is not exact; null where it is. */
export function stateLabel(context: DocumentContext, { verification }: SnapshotExcerpt): string | null {
  if (verification.status === 'exact') return null;
  const place = verification.segments?.[0];
  if (verification.status === 'moved' && place)
    return say(context, 'page.quote.moved', { page: place.page + 1 });
  return say(context, 'page.quote.changed');
}
