import type { Mark, Node } from 'prosemirror-model';
import type { Inline, TextInline, TextMarks } from '../../../../shared/document/content.ts';
import { citeSource, type DocumentContext, say } from './document-context.ts';
import { citationText, typedLocator } from './label-sources.ts';

/** Turns the inline content of a node into resolved inlines; notes get the next number of the dossier. */
export function buildInlines(node: Node, context: DocumentContext): Inline[] {
  const inlines: Inline[] = [];
  node.forEach(child => {
    const inline = buildInline(child, context);
    if (inline) inlines.push(inline);
  });
  return inlines;
}

function buildInline(node: Node, context: DocumentContext): Inline | null {
  switch (node.type.name) {
    case 'text':
      return buildText(node);
    case 'hard_break':
      return { kind: 'lineBreak' };
    case 'citation':
      return buildCitation(node, context);
    case 'footnote':
      return buildFootnote(node, context);
    default:
      return null;
  }
}

function buildText(node: Node): TextInline {
  const inline: TextInline = { kind: 'text', text: node.text ?? '' };
  const marks = buildMarks(node.marks);
  if (marks) inline.marks = marks;
  const link = node.marks.find(mark => mark.type.name === 'link');
  if (link) inline.link = { kind: 'url', href: String(link.attrs.href) };
  return inline;
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

function buildFootnote(node: Node, context: DocumentContext): Inline {
  context.footnotes += 1;
  const number = context.footnotes;
  return { kind: 'footnote', id: `note-${number}`, number, content: buildInlines(node, context) };
}
