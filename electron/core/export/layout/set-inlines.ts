import type {
  CitationInline,
  FootnoteInline,
  Inline,
  LinkTarget,
  ReferenceInline,
  TextInline,
} from '../../../../shared/document/content.ts';
import type { Word } from './break-items.ts';
import { shapePiece } from './face.ts';
import { coverText } from './font-set.ts';
import type { Line, Note, Piece } from './line.ts';
import { makeCall, makeRun, makeSmallCaps, type Run, splitCenturies, withFeatures } from './make-run.ts';
import { NO_PAGE, printedPage } from './printed-pages.ts';
import { type Alignment, setLines } from './set-paragraph.ts';
import { fillTemplate, type Setting } from './setting.ts';
import { openNode, type StructNode, sameLanguage } from './structure.ts';
import type { TextStyle } from './text-style.ts';

/** Where inlines are set: their style, their structure element (null: artifact) and their language. */
export interface InlineContext {
  setting: Setting;
  style: TextStyle;
  node: StructNode | null;
  language: string;
}

/** A short label printed before the text, such as a portion marking. */
export interface Prefix {
  text: string;
  style: TextStyle;
}

/** Sets inlines between two edges; notes called in them come with their lines. */
export function setInlines(
  inlines: Inline[],
  context: InlineContext,
  width: number,
  options: { align?: Alignment; prefix?: Prefix | null } = {},
): Line[] {
  const paragraphs = tokenizeInlines(inlines, context, options.prefix ?? null);
  const { style } = context;
  const align = options.align ?? style.align;
  return setLines(paragraphs, width, align, style.hyphenate, style.hang, context.language);
}

/** Sets a plain text in one style. */
export function setText(text: string, context: InlineContext, width: number, align?: Alignment): Line[] {
  return setInlines([{ kind: 'text', text }], context, width, { align });
}

/** Turns inlines into words, in one list for each stretch between line breaks. */
export function tokenizeInlines(inlines: Inline[], context: InlineContext, prefix: Prefix | null): Word[][] {
  const words = new WordList();
  if (prefix) {
    const marked = { ...context, style: prefix.style };
    addText(words, prefix.text, makeRun(marked, undefined, context.node, context.language));
    words.space();
  }
  for (const inline of inlines) addInline(words, inline, context);
  return coverWords(words.paragraphs, context.setting);
}

/** What follows a note's call without a space: «acuerdo¹, que». */
const CLOSING_SIGN = /^[.,;:!?…)\]}»”’%]/u;

class WordList {
  paragraphs: Word[][] = [[]];
  private open: Word | null = null;
  /** A note's call went back over a space, which stands after the call unless a sign follows. */
  private owesSpace = false;

  /** Adds a piece to the word under way, or begins one. */
  piece(piece: Piece): void {
    if (this.owesSpace && !CLOSING_SIGN.test(piece.text)) this.open = null;
    this.owesSpace = false;
    if (!this.open) {
      this.open = [];
      this.paragraphs.at(-1)!.push(this.open);
    }
    this.open.push(piece);
  }

  /** Ends the word under way. */
  space(): void {
    this.open = null;
    this.owesSpace = false;
  }

  /** Ends the line. */
  lineBreak(): void {
    this.space();
    this.paragraphs.push([]);
  }

  /** Adds a note's call to the last word, so that it never stands alone after a space; calls that meet get a comma between. */
  call(piece: Piece, comma: Piece): void {
    const spaced = this.open === null || this.owesSpace;
    this.owesSpace = false;
    this.open ??= this.paragraphs.at(-1)!.at(-1) ?? null;
    if (this.open?.at(-1)?.note) this.piece(comma);
    this.piece(piece);
    this.owesSpace = spaced;
  }
}

function addInline(words: WordList, inline: Inline, context: InlineContext): void {
  switch (inline.kind) {
    case 'text':
      addTextInline(words, inline, context);
      break;
    case 'citation':
      addCitation(words, inline, context);
      break;
    case 'reference':
      addReference(words, inline, context);
      break;
    case 'footnote':
      addFootnote(words, inline, context);
      break;
    case 'lineBreak':
      words.lineBreak();
  }
}

function addTextInline(words: WordList, inline: TextInline, context: InlineContext): void {
  const language = inline.language ?? context.language;
  const foreign = !sameLanguage(language, context.language);
  let node = context.node;
  if (node && foreign) node = openNode('Span', node, { language });
  if (node && inline.link) node = openLink(node, inline.link, inline.text, context.setting);
  const run = makeRun(context, inline.marks, node, language);
  if (inline.link?.kind === 'url') run.color = context.setting.theme.colors.link;
  if (inline.marks?.underline) run.underline = true;
  if (node && inline.indexEntry) run.indexEntry = inline.indexEntry;
  const plain = { text: inline.text, run };
  const stretches = inline.marks?.smallCaps
    ? [makeSmallCaps(plain, context.setting)]
    : splitCenturies(plain, context.setting);
  for (const [index, stretch] of stretches.entries()) {
    const entry = index === 0 ? run.indexEntry : undefined;
    addText(words, stretch.text, { ...stretch.run, indexEntry: entry });
  }
}

function openLink(parent: StructNode, target: LinkTarget, text: string, setting: Setting): StructNode {
  const alt =
    target.kind === 'url' ? target.href : fillTemplate(setting.furniture.goToReference, { label: text });
  return openNode('Link', parent, { link: { target, alt } });
}

function addCitation(words: WordList, citation: CitationInline, context: InlineContext): void {
  let { node } = context;
  if (node && citation.targetId) {
    node = openLink(node, { kind: 'anchor', id: citation.targetId }, citation.text, context.setting);
  }
  addText(words, citation.text, makeRun(context, undefined, node, context.language));
}

/** A reference prints the page of its target as far as it is known; one to nothing in the document is no link. */
function addReference(words: WordList, reference: ReferenceInline, context: InlineContext): void {
  const { text, targetId, alt, marks } = reference;
  const { setting } = context;
  const page = printedPage(targetId, setting);
  const link = { target: { kind: 'anchor', id: targetId }, alt: fillTemplate(alt, { page }) } as const;
  const node = context.node && page !== NO_PAGE ? openNode('Link', context.node, { link }) : context.node;
  const run = makeRun(context, marks, node, context.language);
  addText(
    words,
    fillTemplate(text, { page }),
    setting.pages.padded ? withFeatures(run, 'tnum -kern', setting) : run,
  );
}

function addFootnote(words: WordList, footnote: FootnoteInline, context: InlineContext): void {
  const call = makeRun(context, undefined, openCall(footnote, context), context.language);
  const run = makeCall(call, context.setting);
  const comma = makeRun(context, { superscript: true }, context.node, context.language);
  const piece = { ...run, text: String(footnote.number), note: setNote(footnote, context) };
  words.call(piece, { ...comma, text: ',' });
}

/** The call leads to its note, and the note's number back to the call (PDF/UA-1, 7.9). */
function openCall(footnote: FootnoteInline, { node, setting }: InlineContext): StructNode | null {
  if (!node) return null;
  const alt = fillTemplate(setting.furniture.goToNote, { number: footnote.number });
  const link = { target: { kind: 'anchor', id: footnote.id }, alt } as const;
  return openNode('Link', openNode('Reference', node), { link });
}

/** The anchor of the place where a note is called. */
function callIdOf(footnote: FootnoteInline): string {
  return `call-${footnote.id}`;
}

function setNote(footnote: FootnoteInline, context: InlineContext): Note {
  const node = context.node && openNode('Note', context.node, { id: footnote.id });
  const target = { kind: 'anchor', id: callIdOf(footnote) } as const;
  const label = node && openLink(openNode('Lbl', node), target, String(footnote.number), context.setting);
  const { geometry, theme } = context.setting;
  const inMargin = footnote.place === 'side';
  const style: TextStyle = inMargin ? { ...theme.styles.footnote, align: 'start' } : theme.styles.footnote;
  const noteContext: InlineContext = { ...context, style, node, language: context.setting.language };
  const paragraphs = tokenizeInlines(footnote.content, noteContext, null);
  const run = makeRun(noteContext, undefined, label, context.setting.language);
  paragraphs[0]!.unshift([{ ...run, text: `${footnote.number}.` }]);
  const width = inMargin ? geometry.sideNotes.width : geometry.frameWidth;
  const lines = setLines(paragraphs, width, style.align, style.hyphenate, style.hang);
  const note: Note = { node, lines, leading: style.leading };
  if (node) Object.assign(note, { id: footnote.id, callId: callIdOf(footnote) });
  if (inMargin) note.inMargin = true;
  return note;
}

/** Control characters, half characters, soft hyphens, zero-width marks and what only chooses a direction or a glyph are not printed. */
const UNPRINTED =
  /[^\P{Cc}\s]|\p{Cs}|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\ufe00-\ufe0f]/gu;

function addText(words: WordList, text: string, run: Run): void {
  const clean = text.normalize('NFC').replace(UNPRINTED, '');
  clean.split(/[ \t\n\r\f\v\u2028\u2029]+/).forEach((part, index) => {
    if (index > 0) words.space();
    if (!part) return;
    words.piece({ ...run, text: part });
    if (run.indexEntry !== undefined) run = { ...run, indexEntry: undefined };
  });
}

// Replaces pieces whose face lacks a character by pieces that show it, or «□».
function coverWords(paragraphs: Word[][], setting: Setting): Word[][] {
  return paragraphs.map(words =>
    words.map(word => (word.every(isCovered) ? word : word.flatMap(piece => coverPiece(piece, setting)))),
  );
}

/** Whether a piece's own face shows it. Its text is then that of the shaped word: each word of a long dossier lies in memory once. */
function isCovered(piece: Piece): boolean {
  const shaped = shapePiece(piece);
  if (shaped.complete) piece.text = shaped.text;
  return shaped.complete;
}

function coverPiece(piece: Piece, setting: Setting): Piece[] {
  const covered = coverText(setting.fonts, piece.face, piece.text, setting.missing);
  if (covered.length === 1 && covered[0]!.face === piece.face && !covered[0]!.original) return [piece];
  const { note, ...rest } = piece;
  const pieces = covered.map(({ face, text, original }) => ({ ...rest, face, text, original }) as Piece);
  if (note) pieces.at(-1)!.note = note;
  return pieces;
}
