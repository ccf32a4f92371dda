import type { Block, Inline, TableCell } from '../../../../shared/document/content.ts';
import type { ContentDocument } from '../../../../shared/document/content-document.ts';

/** The blocks a block holds, in reading order, and the inlines of its own. */
export interface BlockContents {
  blocks: Block[];
  inlines: Inline[];
}

/** What a block is made of, one level down. */
export function contentsOf(block: Block): BlockContents {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'bibliographyEntry':
      return { blocks: [], inlines: block.inlines };
    case 'list':
      return { blocks: block.items.flat(), inlines: [] };
    case 'quote':
      return {
        blocks: [],
        inlines: [
          ...block.inlines,
          ...(block.translation?.inlines ?? []),
          ...block.citation,
          ...(block.seeAlso ?? []),
        ],
      };
    case 'blockquote':
      return { blocks: block.blocks, inlines: [] };
    case 'table':
      return { blocks: cellsOf(block).flatMap(cell => cell.blocks), inlines: block.caption ?? [] };
    case 'parallel':
      return { blocks: block.rows.flatMap(row => [...row[0], ...row[1]]), inlines: [] };
    case 'figure':
    case 'chart':
      return { blocks: [], inlines: block.caption ?? [] };
    case 'talkingPoint':
      return { blocks: block.blocks, inlines: block.evidence };
    case 'pageBreak':
    case 'rule':
      return { blocks: [], inlines: [] };
  }
}

function cellsOf(table: Extract<Block, { kind: 'table' }>): TableCell[] {
  return [...table.head, ...table.rows].flat();
}

/** Calls `visit` for every block in reading order, nested ones after the one that holds them. */
export function walkBlocks(blocks: Block[], visit: (block: Block) => void): void {
  for (const block of blocks) {
    visit(block);
    walkBlocks(contentsOf(block).blocks, visit);
  }
}

/** Calls `visit` for every inline of the blocks, those inside notes too. */
export function walkInlines(blocks: Block[], visit: (inline: Inline) => void): void {
  walkBlocks(blocks, block => visitInlines(contentsOf(block).inlines, visit));
}

function visitInlines(inlines: Inline[], visit: (inline: Inline) => void): void {
  for (const inline of inlines) {
    visit(inline);
    if (inline.kind === 'footnote') visitInlines(inline.content, visit);
  }
}

/** Every block of a document that is printed, in the order it is read. */
export function allBlocks(document: ContentDocument): Block[] {
  return [
    ...(document.cover?.blocks ?? []),
    ...(document.contentsTitle === null ? [] : (document.contentsBlocks ?? [])),
    ...document.parts.flatMap(part => part.blocks),
    ...document.annexes.flatMap(annex => annex.blocks),
  ];
}
