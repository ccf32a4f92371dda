import type {
  BibliographyEntryBlock,
  Block,
  BlockquoteBlock,
  HeadingBlock,
  Inline,
  ParagraphBlock,
} from '../../../../shared/document/content.ts';
import type { ContentPart } from '../../../../shared/document/content-document.ts';
import type { SetBlock } from './kept-blocks.ts';
import { setFigure } from './set-figure.ts';
import { setInlines, tokenizeInlines } from './set-inlines.ts';
import { setList } from './set-list.ts';
import { setParallel } from './set-parallel.ts';
import { setQuote } from './set-quote.ts';
import { setSpeech } from './set-speech.ts';
import { setTable } from './set-table.ts';
import { setTalkingPoint } from './set-talking-point.ts';
import type { Setting } from './setting.ts';
import { openNode, type StructNode, sameLanguage } from './structure.ts';
import type { TextStyle } from './text-style.ts';
import type { Theme } from './theme.ts';
import {
  FORBID,
  FORCE,
  FORCE_UNLESS_WHOLE,
  firstBox,
  glue,
  makeBox,
  stackLines,
  type VerticalItem,
} from './vertical-list.ts';

/** Where blocks are set: their measure, the element they belong to, and the style their plain text takes there. */
export interface Frame {
  setting: Setting;
  /** Left edge within the page's text frame or the cell, and width; points. */
  x: number;
  width: number;
  /** null: artifacts (a repeated table head). */
  node: StructNode | null;
  language: string;
  /** Overrides the body style, for instance inside a table cell. */
  bodyStyle?: TextStyle;
  align?: TextStyle['align'];
  /** How the part is laid out, and its title. */
  layout?: ContentPart['layout'];
  partTitle?: string;
  /** Whether what is set here goes straight to pages, so that it may wait for the next or take pages of its own. */
  direct?: boolean;
}

/** Sets blocks one below the other, with the space between them; `setOne` sets each. */
export function setBlocks(blocks: Block[], frame: Frame, setOne: SetBlock = setBlock): VerticalItem[] {
  const items: VerticalItem[] = [];
  let previous: Block | null = null;
  for (const block of blocks) {
    const set = setOne(block, frame);
    if (items.length && set.length) items.push(...between(previous, block, frame));
    previous = block;
    for (const item of set) items.push(item);
    if (block.kind === 'heading') items.push(FORBID);
  }
  return items;
}

/**
 * White between blocks. On speaking pages each point begins a page, and so does what follows the last; the first stands below a
 * short introduction.
 */
function between(above: Block | null, block: Block, frame: Frame): VerticalItem[] {
  if (frame.layout === 'speaking') {
    if (above?.kind === 'talkingPoint') return [FORCE];
    if (block.kind === 'talkingPoint') return [FORCE_UNLESS_WHOLE, glue(frame.setting.theme.gaps.part)];
  }
  return [glue(gapBetween(above, block, frame))];
}

/** Opens a child element of a frame, or nothing where the frame is an artifact. */
export function childNode(
  frame: Frame,
  tag: StructNode['tag'],
  attributes: StructNode['attributes'] = {},
): StructNode | null {
  return frame.node && openNode(tag, frame.node, attributes);
}

/** The Lang attribute of an element whose language differs from its surroundings. */
export function languageAttribute(frame: Frame, language: string | undefined): { language?: string } {
  return language && !sameLanguage(language, frame.language) ? { language } : {};
}

/** What stands apart from the text above and below it. */
const TABLE_LIKE = new Set<Block['kind']>(['table', 'figure', 'chart']);

function gapBetween(above: Block | null, block: Block, frame: Frame): number {
  const { gaps, styles } = frame.setting.theme;
  if (frame.bodyStyle && frame.bodyStyle.size < styles.quote.size) return gaps.cellBlock;
  if (above && TABLE_LIKE.has(above.kind)) return Math.max(gaps.afterTable, gapBefore(block, gaps));
  const after = above?.kind === 'quote' || above?.kind === 'parallel' ? gaps.quote : 0;
  return Math.max(after, gapBefore(block, gaps));
}

function gapBefore(block: Block, gaps: Theme['gaps']): number {
  if (block.kind === 'heading') return gaps[`heading${block.level}`];
  if (TABLE_LIKE.has(block.kind)) return gaps.table;
  if (block.kind === 'talkingPoint') return gaps.large;
  if (block.kind === 'quote' || block.kind === 'parallel') return gaps.quote;
  if (block.kind === 'bibliographyEntry') return gaps.bibliographyEntry;
  if (block.kind === 'paragraph' && block.role === 'large') return gaps.large;
  return gaps.block;
}

/** Sets one block. */
export function setBlock(block: Block, frame: Frame): VerticalItem[] {
  switch (block.kind) {
    case 'heading':
      return setHeading(block, frame);
    case 'paragraph':
      return setParagraph(block, frame);
    case 'list':
      return setList(block, frame);
    case 'quote':
      return setQuote(block, frame);
    case 'blockquote':
      return setBlockquote(block, frame);
    case 'table':
      return setTable(block, frame);
    case 'parallel':
      return setParallel(block, frame);
    case 'figure':
    case 'chart':
      return setFigure(block, frame);
    case 'talkingPoint':
      return setTalkingPoint(block, frame);
    case 'bibliographyEntry':
      return setBibliographyEntry(block, frame);
    case 'pageBreak':
      return [FORCE];
    case 'rule':
      return setRule(frame);
  }
}

function setHeading(block: HeadingBlock, frame: Frame): VerticalItem[] {
  const style = frame.setting.theme.styles[`heading${block.level}`];
  const language = block.language ?? frame.language;
  const node = childNode(frame, `H${block.level}`, languageAttribute(frame, language));
  const inlines: Inline[] = block.number
    ? [{ kind: 'text', text: `${block.number}\u00a0\u00a0` }, ...block.inlines]
    : block.inlines;
  const lines = setInlines(inlines, { setting: frame.setting, style, node, language }, frame.width);
  const items = stackLines(lines, frame.x, style.leading).map(item =>
    item.kind === 'penalty' ? FORBID : item,
  );
  firstBox(items)?.anchors.push({ id: block.id, y: 0 });
  return items;
}

function setParagraph(block: ParagraphBlock, frame: Frame): VerticalItem[] {
  const style = paragraphStyle(block, frame);
  const language = block.language ?? frame.language;
  const node = childNode(frame, 'P', languageAttribute(frame, language));
  const context = { setting: frame.setting, style, node, language };
  const prefix = block.marking ? { text: block.marking, style: markingStyle(frame, style) } : null;
  const align = block.align ?? frame.align ?? style.align;
  const items = isSpoken(block, frame)
    ? setSpeech({
        paragraphs: tokenizeInlines(block.inlines, context, prefix),
        language,
        style,
        align,
        x: frame.x,
        width: frame.width,
      })
    : stackLines(setInlines(block.inlines, context, frame.width, { align, prefix }), frame.x, style.leading);
  if (block.id) firstBox(items)?.anchors.push({ id: block.id, y: 0 });
  if (block.role === 'lead') items.push(FORBID);
  return items;
}

function isSpoken(block: ParagraphBlock, frame: Frame): boolean {
  return frame.layout === 'speaking' && !frame.bodyStyle && (block.role === 'large' || block.role === 'body');
}

function paragraphStyle(block: ParagraphBlock, frame: Frame): TextStyle {
  const { styles } = frame.setting.theme;
  if (block.role === 'large') return styles.large;
  if (block.role === 'lead') return styles.lead;
  if (frame.bodyStyle) return frame.bodyStyle;
  return block.role === 'note' ? styles.note : styles.body;
}

/** Portion markings take the banner's colour and the size of the text they stand before. */
export function markingStyle(frame: Frame, style: TextStyle): TextStyle {
  return {
    ...frame.setting.theme.styles.marking,
    size: style.size * 0.88,
    color: frame.setting.markingColor,
  };
}

function setBlockquote(block: BlockquoteBlock, frame: Frame): VerticalItem[] {
  const indent = 20;
  const language = block.language ?? frame.language;
  const node = childNode(frame, 'BlockQuote', languageAttribute(frame, language));
  return setBlocks(block.blocks, {
    ...frame,
    node,
    language,
    x: frame.x + indent,
    width: Math.max(60, frame.width - indent * 1.5),
    bodyStyle: frame.bodyStyle ?? frame.setting.theme.styles.quote,
  });
}

function setBibliographyEntry(block: BibliographyEntryBlock, frame: Frame): VerticalItem[] {
  const style = frame.setting.theme.styles.bibliography;
  const indent = 16;
  const language = block.language ?? frame.language;
  const paragraph = childNode(frame, 'P');
  const node = paragraph && openNode('BibEntry', paragraph, languageAttribute(frame, language));
  const context = { setting: frame.setting, style, node, language };
  const inlines: Inline[] = block.url
    ? [
        ...block.inlines,
        { kind: 'text', text: ' ' },
        { kind: 'text', text: block.url, link: { kind: 'url', href: block.url } },
      ]
    : block.inlines;
  const lines = setInlines(inlines, context, frame.width - indent);
  const items = stackLines(lines, frame.x + indent, style.leading);
  hangFirstLine(items, indent);
  firstBox(items)?.anchors.push({ id: block.id, y: 0 });
  return items;
}

function hangFirstLine(items: VerticalItem[], indent: number): void {
  const op = firstBox(items)?.ops[0];
  if (op?.kind === 'line') op.x -= indent;
}

function setRule(frame: Frame): VerticalItem[] {
  const length = Math.min(90, frame.width);
  const x1 = frame.x + (frame.width - length) / 2;
  const color = frame.setting.theme.colors.bar;
  const op = { kind: 'rule', x1, y1: 5, x2: x1 + length, y2: 5, width: 0.6, color } as const;
  return [makeBox(10, [op])];
}
