import type { Inline, ParagraphBlock, QuoteBlock } from '../../../../shared/document/content.ts';
import type { Source } from '../../../../shared/model/source.ts';
import type { SnapshotExcerpt } from '../../dossier/snapshot.ts';
import type { TextContext } from './build-text.ts';
import { citeSource, type DocumentContext, noteQuote, say } from './document-context.ts';
import { citationText, pageLocator } from './label-sources.ts';
import { portionLabel } from './resolve-markings.ts';

/**
 * A quote of the library as a block. Where the library no longer has the excerpt, or has it in its trash, a line says so: a dossier
 * without a verification report must not lose a quote in silence.
 */
export function buildQuote(excerptId: string, context: TextContext): QuoteBlock | ParagraphBlock {
  const { document } = context;
  const { snapshot } = document;
  const found = snapshot.excerpts[excerptId];
  const source = found && snapshot.sources[found.sourceId];
  const excerpt = found && source && found.trashedAt === null ? found : null;
  const id = noteQuote(document, excerptId, excerpt);
  if (!excerpt || !source) return missingQuote(document, id);
  context.markings.push(excerpt.marking);
  const language = excerpt.language ?? source.language ?? document.language;
  return {
    kind: 'quote',
    id,
    inlines: splitLines(excerpt.exact),
    language,
    citation: [citeExcerpt(document, excerpt, source)],
    translation: translate(document, excerpt, language),
    state: excerpt.verification.status,
    verificationLabel: stateLabel(document, excerpt),
    marking: portionLabel(snapshot.markingSchemes, excerpt.marking),
  };
}

function missingQuote(context: DocumentContext, id: string): ParagraphBlock {
  const text = say(context, 'page.quote.missing');
  const inlines: Inline[] = [{ kind: 'text', text, marks: { strong: true } }];
  return { kind: 'paragraph', id, role: 'note', inlines, marking: null };
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

function citeExcerpt(context: DocumentContext, excerpt: SnapshotExcerpt, source: Source): Inline {
  const locator = excerptLocator(context, excerpt, source);
  const text = citationText(context.labels.get(source.id)!, locator);
  return { kind: 'citation', text, targetId: citeSource(context, source) };
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

function stateLabel(context: DocumentContext, { verification }: SnapshotExcerpt): string | null {
  if (verification.status === 'exact') return null;
  const place = verification.segments?.[0];
  if (verification.status === 'moved' && place)
    return say(context, 'page.quote.moved', { page: place.page + 1 });
  return say(context, 'page.quote.changed');
}
