import { documentSchema, emptyDocument } from '../../shared/document/schema.ts';
import type { DocumentJson } from '../../shared/model/dossier.ts';
import type { Block } from './dossier-file.ts';

type NodeJson = Record<string, unknown>;

/** What the blocks refer to: ids of excerpts by key, and footnotes by label. */
export interface TextReferences {
  excerptIds: ReadonlyMap<string, string>;
  footnotes: Readonly<Record<string, string>>;
}

/** Rich text (ProseMirror JSON) of a part's simple blocks; throws `RangeError` where they do not fit the schema. */
export function composeText(blocks: readonly Block[], references: TextReferences): DocumentJson {
  if (blocks.length === 0) return emptyDocument();
  const json = { type: 'doc', content: blocks.map(block => composeBlock(block, references)) };
  documentSchema.nodeFromJSON(json).check();
  return json;
}

function composeBlock(block: Block, references: TextReferences): NodeJson {
  switch (block.type) {
    case 'heading':
      return {
        type: 'heading',
        attrs: { level: block.level },
        content: composeInlines(block.text, references),
      };
    case 'paragraph':
      return composeParagraph(block.text, references);
    case 'bullets':
      return { type: 'bullet_list', content: block.items.map(item => composeItem(item, references)) };
    case 'numbered':
      return { type: 'ordered_list', content: block.items.map(item => composeItem(item, references)) };
    case 'quote':
      return { type: 'excerpt_quote', attrs: { excerptId: findExcerpt(block.excerpt, references) } };
    case 'table':
      return composeTable(block, references);
  }
}

function composeParagraph(text: string, references: TextReferences): NodeJson {
  const content = composeInlines(text, references);
  return content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' };
}

function composeItem(text: string, references: TextReferences): NodeJson {
  return { type: 'list_item', content: [composeParagraph(text, references)] };
}

function composeTable(block: Extract<Block, { type: 'table' }>, references: TextReferences): NodeJson {
  const cells = (row: readonly string[], type: string) =>
    block.header.map((_, column) => ({ type, content: [composeParagraph(row[column] ?? '', references)] }));
  const rows = [
    { type: 'table_row', content: cells(block.header, 'table_header') },
    ...block.rows.map(row => ({ type: 'table_row', content: cells(row, 'table_cell') })),
  ];
  return { type: 'table', attrs: { caption: block.caption }, content: rows };
}

function findExcerpt(key: string, references: TextReferences): string {
  const id = references.excerptIds.get(key);
  if (!id) throw new RangeError(`no excerpt «${key}»`);
  return id;
}

const inlinePattern = /\*\*(?<strong>[^*]+)\*\*|\*(?<em>[^*]+)\*|\[\^(?<note>[^\]]+)\]/g;

function composeInlines(text: string, references: TextReferences): NodeJson[] {
  const nodes: NodeJson[] = [];
  let last = 0;
  for (const match of text.matchAll(inlinePattern)) {
    pushText(nodes, text.slice(last, match.index));
    pushMatch(nodes, match.groups ?? {}, references);
    last = match.index + match[0].length;
  }
  pushText(nodes, text.slice(last));
  return nodes;
}

function pushMatch(
  nodes: NodeJson[],
  groups: Record<string, string | undefined>,
  references: TextReferences,
): void {
  if (groups.strong) pushText(nodes, groups.strong, 'strong');
  else if (groups.em) pushText(nodes, groups.em, 'em');
  else if (groups.note) nodes.push(composeFootnote(groups.note, references));
}

function composeFootnote(label: string, references: TextReferences): NodeJson {
  const text = references.footnotes[label];
  if (!text) throw new RangeError(`no footnote «${label}»`);
  return { type: 'footnote', content: composeInlines(text, { ...references, footnotes: {} }) };
}

function pushText(nodes: NodeJson[], text: string, mark?: string): void {
  if (text) nodes.push(mark ? { type: 'text', text, marks: [{ type: mark }] } : { type: 'text', text });
}
