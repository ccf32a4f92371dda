import type { Mark, Node } from 'prosemirror-model';
import type { FootnoteInline, Inline, TextInline, TextMarks } from '../../../../shared/document/content.ts';
import { canonicalLanguage } from '../../../../shared/document/marks.ts';
import { beginsSentence, buildReference, capitalise } from './build-reference.ts';
import { cite, citeInNote, isRaised } from './citations.ts';
import { type DocumentContext, say } from './document-context.ts';

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
    if (child.type.name === 'citation') {
      addCitation(child, inlines, context, around);
      return;
    }
    const inline = buildInline(child, context, around);
    if (!inline) return;
    const isFirst = child.type.name === 'cross_reference' && beginsSentence(inlines);
    inlines.push(isFirst ? capitalise(inline) : inline);
  });
  return inlines;
}

/** Where citations stand in notes, those that follow each other share one. */
function addCitation(node: Node, inlines: Inline[], context: DocumentContext, place: InlinePlace): void {
  const source = context.snapshot.sources[String(node.attrs.sourceId)];
  const locator = { typed: String(node.attrs.locator) };
  if (place.spoken) endInWord(inlines);
  else if (!source)
    inlines.push({ kind: 'citation', text: say(context, 'page.citation.missing'), targetId: null });
  else {
    const note = noteBefore(inlines, context);
    if (note) {
      citeInNote(context, note, source, locator);
      return;
    }
    const cited = cite(context, source, locator, place);
    if (isRaised(cited)) raise(inlines);
    inlines.push(...cited);
  }
}

/** A raised citation follows its word; the figures of two that meet are kept apart. */
function raise(inlines: Inline[]): void {
  endInWord(inlines);
  const last = inlines.at(-1);
  if (last?.kind === 'text' && last.text === '') inlines.pop();
  const before = inlines.at(-1);
  if (before?.kind === 'text' && before.marks?.superscript)
    inlines.push({ kind: 'text', text: ', ', marks: { superscript: true } });
}

/** The note that the citation just before stands in; a blank between them is dropped. */
function noteBefore(
  inlines: Inline[],
  { styled, note, citationNotes }: DocumentContext,
): FootnoteInline | null {
  if (styled?.kind !== 'note' || note !== null) return null;
  const last = inlines.at(-1);
  const isBlank = last?.kind === 'text' && last.text.trim() === '';
  const before = isBlank ? inlines.at(-2) : last;
  if (before?.kind !== 'footnote' || !citationNotes.has(before.number)) return null;
  if (isBlank) inlines.pop();
  return before;
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

/** A note is never spoken: it keeps its citations. */
function buildFootnote(node: Node, context: DocumentContext): FootnoteInline {
  context.footnotes += 1;
  const number = context.footnotes;
  const note: FootnoteInline = {
    kind: 'footnote',
    id: `note-${number}`,
    number,
    content: [],
  };
  context.note = number;
  note.content = buildInlines(node, context);
  context.note = null;
  if (node.attrs.place === 'side') note.place = 'side';
  return note;
}
