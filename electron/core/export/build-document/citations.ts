import type { FootnoteInline, Inline, TextInline } from '../../../../shared/document/content.ts';
import type { Source } from '../../../../shared/model/source.ts';
import type { CslCluster } from '../../citations/citation-task.ts';
import { textOf } from '../../citations/parse-citation-html.ts';
import { readLocator, readPages } from '../../citations/read-locator.ts';
import type { SnapshotExcerpt } from '../../dossier/snapshot.ts';
import { citeSource, type DocumentContext } from './document-context.ts';
import { citationText, pageLocator, typedLocator } from './label-sources.ts';

/** Where a citation points to in its source: pages of a quote, or what was typed. */
export type Locator = { pages: SnapshotExcerpt } | { typed: string } | null;

/**
 * What a citation style made of an output's citations, in their order. `clusters` is null while they are only gathered, and then
 * the same document is built once more; the citations of both are the same.
 */
export interface StyledCitations {
  kind: 'in-text' | 'note';
  clusters: readonly StyledCluster[] | null;
  /** In the style's order; null: it has none, and the house's stands in for it. */
  bibliography: readonly { sourceId: string; inlines: TextInline[] }[] | null;
}

/** A citation, and what the style makes of it there. */
export interface StyledCluster {
  cite: MetCitation['cite'];
  runs: readonly TextInline[];
}

/** A citation as it was met: what the style is asked for. */
export type MetCitation = CslCluster;

/** A citation of a source in the dossier's style, in the text; a style that cites in notes gives the call of one. */
export function cite(
  context: DocumentContext,
  source: Source,
  locator: Locator,
  { language = context.language }: { language?: string } = {},
): Inline[] {
  const { styled } = context;
  if (!styled) return [citeInHouseStyle(context, source, locator)];
  if (styled.kind === 'in-text' || context.note !== null)
    return citeInStyle(context, source, locator, context.note);
  context.footnotes += 1;
  const number = context.footnotes;
  context.citationNotes.add(number);
  const cited = citeInStyle(context, source, locator, number);
  const content = language === context.language ? cited : cited.map(inline => inLanguage(inline, context));
  return [{ kind: 'footnote', id: `note-${number}`, number, content } satisfies FootnoteInline];
}

/** A citation of the dossier's language in the midst of words of another. */
function inLanguage(inline: Inline, { language }: DocumentContext): Inline {
  if (inline.kind === 'text') return { ...inline, language };
  if (inline.kind !== 'citation') return inline;
  const { text, targetId } = inline;
  return {
    kind: 'text',
    text,
    language,
    ...(targetId !== null && { link: { kind: 'anchor', id: targetId } }),
  };
}

/** Sets one more citation into the note of the citation before it. */
export function citeInNote(
  context: DocumentContext,
  note: FootnoteInline,
  source: Source,
  locator: Locator,
): void {
  note.content.push({ kind: 'text', text: ' ' }, ...citeInStyle(context, source, locator, note.number));
}

function citeInHouseStyle(context: DocumentContext, source: Source, locator: Locator): Inline {
  const text = citationText(context.labels.get(source.id)!, houseLocator(context, source, locator));
  return { kind: 'citation', text, targetId: citeSource(context, source) };
}

function houseLocator({ language }: DocumentContext, source: Source, locator: Locator): string | null {
  if (!locator) return null;
  if ('typed' in locator) return typedLocator(locator.typed, language);
  return source.format === 'pdf' ? pageLocator(locator.pages, language) : null;
}

function citeInStyle(
  context: DocumentContext,
  source: Source,
  locator: Locator,
  note: number | null,
): Inline[] {
  const targetId = citeSource(context, source);
  const cite = { id: source.id, ...styleLocator(source, locator) };
  const runs = takeCluster(context, cite);
  context.met.push({ cite, note });
  // What a style leaves empty would cite nothing.
  if (context.styled?.clusters && !runs.length) return [citeInHouseStyle(context, source, locator)];
  if (runs.every(run => !run.marks && !run.link)) return [{ kind: 'citation', text: textOf(runs), targetId }];
  if (targetId === null) return [...runs];
  return runs.map(run => ({ ...run, link: run.link ?? { kind: 'anchor', id: targetId } }));
}

/** What the style made of a citation; those before it that this output leaves out (a picture that is dropped) are passed over. */
function takeCluster(context: DocumentContext, cite: MetCitation['cite']): readonly TextInline[] {
  const clusters = context.styled?.clusters ?? [];
  const wanted = JSON.stringify(cite);
  let at = context.nextCluster;
  while (at < clusters.length && JSON.stringify(clusters[at]!.cite) !== wanted) at++;
  const found = clusters[at];
  if (!found) return [];
  context.nextCluster = at + 1;
  return found.runs;
}

function styleLocator(source: Source, locator: Locator) {
  if (!locator) return {};
  if ('typed' in locator) return readLocator(locator.typed);
  return source.format === 'pdf' ? readPages(locator.pages) : {};
}

/** Whether a citation begins with a raised figure, which follows its word without a blank. */
export function isRaised(inlines: readonly Inline[]): boolean {
  const [first] = inlines;
  return first?.kind === 'footnote' || (first?.kind === 'text' && first.marks?.superscript === true);
}
