import type {
  BibliographyEntryBlock,
  Block,
  BlockquoteBlock,
  ChartBlock,
  FigureBlock,
  HeadingBlock,
  Inline,
  ParagraphBlock,
} from '../../../../shared/document/content.ts';
import { setInlines } from './set-inlines.ts';
import { setList } from './set-list.ts';
import { setParallel } from './set-parallel.ts';
import { setQuote } from './set-quote.ts';
import { setTable } from './set-table.ts';
import type { Setting } from './setting.ts';
import { openNode, type StructNode, sameLanguage } from './structure.ts';
import { COLORS, STYLES, type TextStyle } from './text-style.ts';
import { FORBID, FORCE, firstBox, glue, makeBox, stackLines, type VerticalItem } from './vertical-list.ts';

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
}

/** Space between blocks, in points. */
export const BLOCK_GAP = 6.5;

/** Sets blocks one below the other, with the space between them. */
export function setBlocks(blocks: Block[], frame: Frame): VerticalItem[] {
  const items: VerticalItem[] = [];
  let previous: Block | null = null;
  for (const block of blocks) {
    const set = setBlock(block, frame);
    if (items.length && set.length) items.push(glue(gapBetween(previous, block, frame)));
    previous = block;
    for (const item of set) items.push(item);
    if (block.kind === 'heading') items.push(FORBID);
  }
  return items;
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

function gapBetween(above: Block | null, block: Block, frame: Frame): number {
  if (frame.bodyStyle && frame.bodyStyle.size < 10) return 3;
  const after = above?.kind === 'table' ? 13 : above?.kind === 'quote' || above?.kind === 'parallel' ? 10 : 0;
  return Math.max(after, gapBefore(block));
}

function gapBefore(block: Block): number {
  if (block.kind === 'heading') return { 2: 15, 3: 12, 4: 10 }[block.level];
  if (block.kind === 'table') return 12;
  if (block.kind === 'quote' || block.kind === 'parallel') return 10;
  if (block.kind === 'bibliographyEntry') return 4.5;
  if (block.kind === 'paragraph' && block.role === 'large') return 13;
  return BLOCK_GAP;
}

function setBlock(block: Block, frame: Frame): VerticalItem[] {
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
      return setCaption(block, frame);
    case 'talkingPoint':
      return setBlocks(block.blocks, frame);
    case 'bibliographyEntry':
      return setBibliographyEntry(block, frame);
    case 'pageBreak':
      return [FORCE];
    case 'rule':
      return setRule(frame);
  }
}

function setCaption(block: FigureBlock | ChartBlock, frame: Frame): VerticalItem[] {
  return setParagraph(
    { kind: 'paragraph', role: 'note', inlines: block.caption ?? [], marking: null },
    frame,
  );
}

function setHeading(block: HeadingBlock, frame: Frame): VerticalItem[] {
  const style = { 2: STYLES.heading2, 3: STYLES.heading3, 4: STYLES.heading4 }[block.level];
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
  const lines = setInlines(block.inlines, context, frame.width, { align, prefix });
  const items = stackLines(lines, frame.x, style.leading);
  if (block.id) firstBox(items)?.anchors.push({ id: block.id, y: 0 });
  if (block.role === 'lead') items.push(FORBID);
  return items;
}

function paragraphStyle(block: ParagraphBlock, frame: Frame): TextStyle {
  if (block.role === 'large') return STYLES.large;
  if (block.role === 'lead') return STYLES.lead;
  if (frame.bodyStyle) return frame.bodyStyle;
  return block.role === 'note' ? STYLES.note : STYLES.body;
}

/** Portion markings take the banner's colour and the size of the text they stand before. */
export function markingStyle(frame: Frame, style: TextStyle): TextStyle {
  return { ...STYLES.marking, size: style.size * 0.88, color: frame.setting.markingColor };
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
    bodyStyle: frame.bodyStyle ?? STYLES.quote,
  });
}

function setBibliographyEntry(block: BibliographyEntryBlock, frame: Frame): VerticalItem[] {
  const style = STYLES.bibliography;
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
  const op = { kind: 'rule', x1, y1: 5, x2: x1 + length, y2: 5, width: 0.6, color: COLORS.bar } as const;
  return [makeBox(10, [op])];
}
