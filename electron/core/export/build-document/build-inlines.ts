import type { Mark, Node } from 'prosemirror-model';
import type { FootnoteInline, Inline, TextInline, TextMarks } from '../../../../shared/document/content.ts';
import { canonicalLanguage } from '../../../../shared/document/marks.ts';
import { buildReference } from './build-reference.ts';
import { citeSource, type DocumentContext, say } from './document-context.ts';
import { citationText, typedLocator } from './label-sources.ts';

/** Where inlines stand: `language` is that of the text around them; `spoken` text leaves its citations to the evidence. */
export interface InlinePlace {
  language: string;
  spoken: boolean;
}

/** Turns the inline content of a node into resolved inlines; notes get the next number of the dossier. */
export function buildInlines(node: Node, context: DocumentContext, place?: InlinePlace): Inline[] {
  const around = place ?? { language: context.language, spoken: false };
  const inlines: Inline[] = [];
  node.forEach(child => {
    const inline = buildInline(child, context, around);
    if (inline) inlines.push(inline);
    else if (child.type.name === 'citation') endInWord(inlines);
  });
  return inlines;
}

/** No blank is left where a citation stood. */
function endInWord(inlines: Inline[]): void {
  const last = inlines.at(-1);
  if (last?.kind === 'text') inlines[inlines.length - 1] = { ...last, text: last.text.trimEnd() };
}

function buildInline(node: Node, context: DocumentContext, place: InlinePlace): Inline | null {
  switch (node.type.name) {
    case 'text':
      return buildText(node, context, place);
    case 'hard_break':
      return { kind: 'lineBreak' };
    case 'citation':
      return place.spoken ? null : buildCitation(node, context);
    case 'footnote':
      return buildFootnote(node, context);
    case 'cross_reference':
      return buildReference(node, context, buildMarks(node.marks));
    default:
      return null;
  }
}

function buildText(node: Node, context: DocumentContext, place: InlinePlace): TextInline {
  const inline: TextInline = { kind: 'text', text: node.text ?? '' };
  const marks = buildMarks(node.marks);
  if (marks) inline.marks = marks;
  const link = findMark(node, 'link');
  if (link) inline.link = { kind: 'url', href: String(link.attrs.href) };
  const entry = String(findMark(node, 'index_entry')?.attrs.entry ?? '').trim();
  if (entry) {
    inline.indexEntry = entry;
    context.hasIndexEntries = true;
  }
  const language = canonicalLanguage(String(findMark(node, 'language')?.attrs.language ?? ''));
  if (language && language !== place.language) inline.language = language;
  return inline;
}

function findMark(node: Node, name: string): Mark | undefined {
  return node.marks.find(mark => mark.type.name === name);
}

const MARKS: Record<string, keyof TextMarks> = {
  strong: 'strong',
  em: 'em',
  underline: 'underline',
  small_caps: 'smallCaps',
};

function buildMarks(marks: readonly Mark[]): TextMarks | null {
  const names = marks.map(mark => MARKS[mark.type.name]).filter(name => name !== undefined);
  return names.length ? Object.fromEntries(names.map(name => [name, true])) : null;
}

function buildCitation(node: Node, context: DocumentContext): Inline {
  const source = context.snapshot.sources[String(node.attrs.sourceId)];
  const label = source && context.labels.get(source.id);
  if (!source || !label)
    return { kind: 'citation', text: say(context, 'page.citation.missing'), targetId: null };
  const locator = typedLocator(String(node.attrs.locator), context.language);
  return { kind: 'citation', text: citationText(label, locator), targetId: citeSource(context, source) };
}

/** A note is never spoken: it keeps its citations. */
function buildFootnote(node: Node, context: DocumentContext): FootnoteInline {
  context.footnotes += 1;
  const number = context.footnotes;
  const note: FootnoteInline = {
    kind: 'footnote',
    id: `note-${number}`,
    number,
    content: buildInlines(node, context),
  };
  if (node.attrs.place === 'side') note.place = 'side';
  return note;
}
