import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  type IParagraphOptions,
  type IRunPropertiesOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type {
  Inline,
  LanguageTag,
  ReferenceInline,
  TextInline,
  TextMarks,
} from '../../../../shared/document/content.ts';
import { isSafeLink } from '../../../../shared/document/marks.ts';
import { cleanText } from '../read-content/clean-text.ts';
import { withoutPage } from '../read-content/without-page.ts';
import { isRightToLeft, splitByDirection } from '../text-direction.ts';
import { field, hiddenField, quoted } from './fields.ts';
import type { WordContext } from './word-context.ts';

/** Writes runs of text, notes, citations and references; `style` is what every run of them has. */
export function writeInlines(
  inlines: Inline[],
  context: WordContext,
  style: IRunPropertiesOptions = {},
): ParagraphChild[] {
  const base = { ...languageOf(context.language, context.file.language), ...style };
  return inlines.flatMap(inline => writeInline(inline, context, base));
}

/** One run of plain words. */
export function run(text: string, style: IRunPropertiesOptions = {}): TextRun {
  return new TextRun({ ...style, text: cleanText(text) });
}

/** Runs of words, those from right to left marked so, so that what follows a name stays after it. */
export function runs(text: string, style: IRunPropertiesOptions = {}): TextRun[] {
  if (style.rightToLeft) return [run(text, style)];
  return splitByDirection(text).map(part =>
    run(part.text, part.rightToLeft ? { ...style, rightToLeft: true } : style),
  );
}

/** What a paragraph in a language from right to left says of itself. */
export function directionOf(language: LanguageTag): IParagraphOptions {
  return isRightToLeft(language) ? { bidirectional: true } : {};
}

function writeInline(inline: Inline, context: WordContext, style: IRunPropertiesOptions): ParagraphChild[] {
  switch (inline.kind) {
    case 'text':
      return writeText(inline, context, style);
    case 'lineBreak':
      return [new TextRun({ ...style, break: 1 })];
    case 'citation':
      return linkTo(inline.targetId, runs(inline.text, style), context);
    case 'reference':
      return writeReference(inline, context, style);
    case 'footnote':
      if (context.inNote) return [];
      return [...writeEntriesOf(inline.content, context), writeNote(inline.content, context)];
  }
}

function writeNote(content: Inline[], context: WordContext): FootnoteReferenceRun {
  const inside = { ...context, inNote: true };
  const words = [new TextRun(' '), ...writeInlines(content, inside)];
  return new FootnoteReferenceRun({ children: [new Paragraph({ style: 'FootnoteText', children: words })] });
}

function writeText(inline: TextInline, context: WordContext, style: IRunPropertiesOptions): ParagraphChild[] {
  const marked = { ...style, ...markStyle(inline.marks), ...languageOf(inline.language, context.language) };
  const { link } = inline;
  const entry = inline.indexEntry === undefined ? [] : writeEntry(inline.indexEntry, context);
  if (link?.kind === 'anchor') return [...entry, ...linkTo(link.id, runs(inline.text, marked), context)];
  if (!link || !isSafeLink(link.href) || !URL.canParse(link.href))
    return [...entry, ...runs(inline.text, marked)];
  const words = runs(inline.text, { ...marked, style: 'Hyperlink' });
  return [...entry, new ExternalHyperlink({ link: new URL(link.href).href, children: words })];
}

function markStyle(marks: TextMarks = {}): IRunPropertiesOptions {
  return {
    ...(marks.strong ? { bold: true, boldComplexScript: true } : {}),
    ...(marks.em ? { italics: true, italicsComplexScript: true } : {}),
    ...(marks.underline ? { underline: {} } : {}),
    ...(marks.smallCaps ? { smallCaps: true } : {}),
    ...(marks.superscript ? { superScript: true } : {}),
  };
}

/** The language of a run, where it is not the one around. */
export function languageOf(language: LanguageTag | undefined, around: LanguageTag): IRunPropertiesOptions {
  if (language === undefined || language === around || !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language))
    return {};
  return isRightToLeft(language)
    ? { language: { bidirectional: language }, rightToLeft: true }
    : { language: { value: language } };
}

/** A place that the index of names lists (field XE). */
function writeEntry(entry: string, context: WordContext): ParagraphChild[] {
  const { bookmarks, names } = context.file;
  const words = cleanText(entry).trim();
  if (!words || context.inNote) return [];
  const name = bookmarks.makeName();
  names.set(words, [...(names.get(words) ?? []), name]);
  return [...bookmark(name, []), ...hiddenField(`XE ${quoted(words).replaceAll(':', '\\:')}`)];
}

/** The names of a note stand before its call: Word does not gather them from notes. */
function writeEntriesOf(note: Inline[], context: WordContext): ParagraphChild[] {
  return note.flatMap(inline =>
    inline.kind === 'text' && inline.indexEntry !== undefined ? writeEntry(inline.indexEntry, context) : [],
  );
}

/** What a bookmark holds, inside it; without a name only what it would hold. */
export function bookmark(name: string | null, children: ParagraphChild[]): ParagraphChild[] {
  return name === null ? children : [new Bookmark({ id: name, children })];
}

function linkTo(id: string | null, children: ParagraphChild[], context: WordContext): ParagraphChild[] {
  const name = id === null ? null : context.file.bookmarks.find(id);
  return name === null ? children : [new InternalHyperlink({ anchor: name, children })];
}

/** The words of a reference as a link, the page as a field that Word counts. */
function writeReference(
  inline: ReferenceInline,
  context: WordContext,
  style: IRunPropertiesOptions,
): ParagraphChild[] {
  const marked = { ...style, ...markStyle(inline.marks) };
  const name = context.file.bookmarks.find(inline.targetId);
  if (name === null) return [run(withoutPage(inline.text) || inline.alt, marked)];
  const pieces = inline.text
    .split('{page}')
    .flatMap((words, index) => [
      ...(index > 0 ? field(`PAGEREF ${name} \\h`, '–', marked) : []),
      ...(words ? writeWords(words, inline.targetId, name, context, marked) : []),
    ]);
  return pieces.length ? pieces : linkTo(inline.targetId, [run(inline.alt, marked)], context);
}

/** Words that are the label of what they lead to follow it (field REF); others are a link. */
function writeWords(
  words: string,
  id: string,
  name: string,
  context: WordContext,
  style: IRunPropertiesOptions,
): ParagraphChild[] {
  const label = context.file.map.labels.get(id);
  const at = label ? words.indexOf(label) : -1;
  if (!label || at < 0) return linkTo(id, [run(words, style)], context);
  const [before, after] = [words.slice(0, at), words.slice(at + label.length)];
  return [
    ...(before ? [run(before, style)] : []),
    ...field(`REF ${labelBookmark(name)} \\h`, label, style),
    ...(after ? [run(after, style)] : []),
  ];
}

/** The bookmark around the label alone («Cuadro 3») of what bears `name`. */
export function labelBookmark(name: string): string {
  return `${name}L`;
}
