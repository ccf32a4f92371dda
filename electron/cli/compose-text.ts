import { documentSchema, emptyDocument } from '../../shared/document/schema.ts';
import type { DocumentJson } from '../../shared/model/dossier.ts';
import { composeInlines, MissingReference, type NodeJson, type TextReferences } from './compose-inlines.ts';
import { composeTable } from './compose-table.ts';
import type { Block, ListItem } from './dossier-blocks.ts';

/** Rich text (ProseMirror JSON) of a part's blocks; throws {@link MissingReference}, or `RangeError` where they do not fit the schema. */
export function composeText(blocks: readonly Block[], references: TextReferences): DocumentJson {
  if (blocks.length === 0) return emptyDocument();
  const json = { type: 'doc', content: blocks.map(block => composeBlock(block, references)) };
  documentSchema.nodeFromJSON(json).check();
  return json;
}

function composeBlock(block: Block, references: TextReferences): NodeJson {
  const inlines = (text: string) => composeInlines(text, references);
  switch (block.type) {
    case 'heading': {
      const { level, id, disclosure } = block;
      return { type: 'heading', attrs: { level, id, disclosure }, content: inlines(block.text) };
    }
    case 'paragraph':
      return composeParagraph(block, references);
    case 'bullets':
    case 'numbered':
      return composeList(block, references);
    case 'quote':
      return composeQuote(block, references);
    case 'blockquote': {
      const { marking, disclosure } = block;
      const content = block.paragraphs.map(text => paragraph(inlines(text)));
      return { type: 'blockquote', attrs: { marking, disclosure }, content };
    }
    case 'table':
      return composeTable(block, references);
    case 'figure':
    case 'chart':
      return composeFigure(block, references);
    case 'parallel':
      return composeParallel(block, references);
    case 'point': {
      const { addressee, minutes, disclosure } = block;
      const content = block.blocks.map(each => composeBlock(each, references));
      return { type: 'talking_point', attrs: { addressee, minutes, disclosure }, content };
    }
    case 'rule':
      return { type: 'horizontal_rule' };
    case 'pageBreak':
      return { type: 'page_break' };
  }
}

function paragraph(content: NodeJson[], attrs?: Record<string, unknown>): NodeJson {
  return { type: 'paragraph', ...(attrs && { attrs }), ...(content.length > 0 && { content }) };
}

function composeParagraph(
  { text, marking, language, disclosure }: Extract<Block, { type: 'paragraph' }>,
  references: TextReferences,
): NodeJson {
  const marks = language ? [{ type: 'language', attrs: { language } }] : [];
  return paragraph(composeInlines(text, references, marks), { marking, disclosure });
}

function composeList(
  { type, items, start, disclosure }: Extract<Block, { items: unknown }>,
  references: TextReferences,
): NodeJson {
  const content = items.map(item => composeItem(item, references));
  return type === 'numbered'
    ? { type: 'ordered_list', attrs: { order: start, disclosure }, content }
    : { type: 'bullet_list', attrs: { disclosure }, content };
}

function composeItem(item: ListItem, references: TextReferences): NodeJson {
  const { text, items = [], ordered = false } = typeof item === 'string' ? { text: item } : item;
  const line = paragraph(composeInlines(text, references));
  if (items.length === 0) return { type: 'list_item', content: [line] };
  const content = items.map(each => composeItem(each, references));
  const below = { type: ordered ? 'ordered_list' : 'bullet_list', content };
  return { type: 'list_item', content: [line, below] };
}

function composeQuote(
  { excerpt, disclosure }: Extract<Block, { type: 'quote' }>,
  references: TextReferences,
): NodeJson {
  const excerptId = references.excerptIds.get(excerpt);
  if (!excerptId) throw new MissingReference('excerpt', excerpt);
  return { type: 'excerpt_quote', attrs: { excerptId, disclosure } };
}

function composeFigure(
  block: Extract<Block, { type: 'figure' | 'chart' }>,
  references: TextReferences,
): NodeJson {
  const { caption, id, alt, width, placement, disclosure } = block;
  const content = composeInlines(caption, references);
  const attrs = { id, alt, width, placement, disclosure };
  const captioned = content.length > 0 && { content };
  if (block.type === 'chart') return { type: 'chart', attrs: { chart: block.chart, ...attrs }, ...captioned };
  const imageId = references.imageIds.get(block.image);
  if (!imageId) throw new MissingReference('image', block.image);
  return { type: 'figure', attrs: { imageId, ...attrs }, ...captioned };
}

function composeParallel(
  { left, right, rows, disclosure }: Extract<Block, { type: 'parallel' }>,
  references: TextReferences,
): NodeJson {
  const cell = (texts: string | string[]) => ({
    type: 'parallel_cell',
    content: [texts].flat().map(text => paragraph(composeInlines(text, references))),
  });
  const content = rows.map(row => ({ type: 'parallel_row', content: row.map(cell) }));
  return { type: 'parallel', attrs: { left, right, disclosure }, content };
}
