import type { Node } from 'prosemirror-model';
import type { Block, HeadingBlock, ParagraphRole, TextInline } from '../../../../shared/document/content.ts';
import type { Marking } from '../../../../shared/model/common.ts';
import { buildChart, buildFigure } from './build-figure.ts';
import { buildInlines } from './build-inlines.ts';
import { buildParallel } from './build-parallel.ts';
import { buildPoint } from './build-point.ts';
import { buildQuote } from './build-quote.ts';
import { buildTable } from './build-table.ts';
import type { DocumentContext } from './document-context.ts';
import { paragraphMarking, portionLabel } from './resolve-markings.ts';
import { pointsToEvidence, type SelectedPart } from './select-parts.ts';

/** A part's text as blocks, with the markings that its paragraphs and quotes bear. */
export interface BuiltText {
  blocks: Block[];
  markings: Marking[];
}

/** What the blocks of one part share. */
export interface TextContext {
  document: DocumentContext;
  role: ParagraphRole;
  /** The language of the text around. */
  language: string;
  /** Level of the last heading, so that none is skipped; 1 is the part's title. */
  level: number;
  markings: Marking[];
  /** Points say where their evidence stands, and do not print it. */
  evident: boolean;
  /** Within a point whose citations are its evidence. */
  spoken: boolean;
}

const ROLES: Record<SelectedPart['layout'], ParagraphRole> = {
  flow: 'body',
  onePage: 'body',
  card: 'body',
  speaking: 'large',
};

/** Turns a part's rich text into blocks. */
export function buildText(part: SelectedPart, document: DocumentContext): BuiltText {
  const context: TextContext = {
    document,
    role: ROLES[part.layout],
    language: document.language,
    level: 1,
    markings: [],
    evident: pointsToEvidence(part),
    spoken: false,
  };
  const blocks = buildBlocks(part.text, context);
  return { blocks: blocks.length === 1 && isBlank(blocks[0]!) ? [] : blocks, markings: context.markings };
}

/** Turns the block children of a node into blocks; what has nothing to print is left out. */
export function buildBlocks(node: Node, context: TextContext): Block[] {
  const blocks: Block[] = [];
  node.forEach(child => {
    const block = buildBlock(child, context);
    if (block) blocks.push(block);
  });
  return blocks;
}

function isBlank(block: Block): boolean {
  return block.kind === 'paragraph' && block.inlines.length === 0;
}

function buildBlock(node: Node, context: TextContext): Block | null {
  switch (node.type.name) {
    case 'paragraph':
      return buildParagraph(node, context);
    case 'heading':
      return buildHeading(node, context);
    case 'bullet_list':
    case 'ordered_list':
      return buildList(node, context);
    case 'blockquote':
      return buildBlockquote(node, context);
    case 'excerpt_quote':
      return context.spoken ? null : buildQuote(node, context);
    case 'table':
      return buildTable(node, context);
    case 'figure':
      return buildFigure(node, context.document);
    case 'chart':
      return buildChart(node, context.document);
    case 'parallel':
      return buildParallel(node, context);
    case 'talking_point':
      return buildPoint(node, context);
    case 'page_break':
      return { kind: 'pageBreak' };
    case 'horizontal_rule':
      return { kind: 'rule' };
    default:
      return null;
  }
}

function buildParagraph(node: Node, context: TextContext): Block {
  const marking = noteMarking(node, context);
  const inlines = buildInlines(node, context.document, context);
  return { kind: 'paragraph', role: context.role, inlines, marking };
}

/** Notes the marking a node bears and gives its label. */
function noteMarking(node: Node, context: TextContext): string | null {
  const { snapshot } = context.document;
  const marking = paragraphMarking(snapshot, node.attrs.marking);
  context.markings.push(marking);
  return portionLabel(snapshot.markingSchemes, marking);
}

function buildHeading(node: Node, context: TextContext): HeadingBlock {
  const wanted = Number(node.attrs.level) + 1;
  const level = Math.min(Math.max(wanted, 2), context.level + 1, 4) as 2 | 3 | 4;
  context.level = level;
  const id = context.document.plan.anchors.get(node)!;
  return { kind: 'heading', id, level, number: null, inlines: buildInlines(node, context.document) };
}

function buildList(node: Node, context: TextContext): Block {
  const items: Block[][] = [];
  node.forEach(item => {
    items.push(buildBlocks(item, context));
  });
  const ordered = node.type.name === 'ordered_list';
  return { kind: 'list', ordered, start: ordered ? Number(node.attrs.order) : 1, items };
}

function buildBlockquote(node: Node, context: TextContext): Block {
  const marking = noteMarking(node, context);
  const blocks = buildBlocks(node, { ...context, role: 'body' });
  const first = blocks[0];
  if (marking && first?.kind === 'paragraph' && !first.marking) first.marking = marking;
  return { kind: 'blockquote', blocks };
}

/** A run of plain text. */
export function plain(text: string, extra: Omit<TextInline, 'kind' | 'text'> = {}): TextInline {
  return { kind: 'text', text, ...extra };
}

/** A body paragraph of plain text. */
export function bodyText(text: string): Block {
  return { kind: 'paragraph', role: 'body', inlines: [plain(text)], marking: null };
}
