import type { Block, Inline } from '../../../../shared/document/content.ts';
import type {
  AnnexContent,
  ContentDocument,
  ContentPart,
} from '../../../../shared/document/content-document.ts';

/** A line of the contents: a part (level 1) or a heading below it; in a list of tables or figures all are of level 0. */
export interface ContentsEntry {
  id: string;
  level: number;
  number: string | null;
  title: string;
}

/** The anchor of the index of names. */
export const NAME_INDEX_ID = 'name-index';

/** Text of inlines without notes and citations, for contents and bookmarks. */
export function plainText(inlines: Inline[]): string {
  return inlines
    .map(inline => (inline.kind === 'text' ? inline.text : inline.kind === 'lineBreak' ? ' ' : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Parts with their headings, the index of names where `hasNames`, and annexes: what contents and bookmarks list, in order. */
export function listEntries(content: ContentDocument, hasNames: boolean): ContentsEntry[] {
  const names = hasNames && content.lists.names;
  return [
    ...content.parts.flatMap(listPart),
    ...(names ? [{ id: NAME_INDEX_ID, level: 1, number: null, title: names }] : []),
    ...content.annexes.map(listAnnex),
  ];
}

function listPart(part: ContentPart): ContentsEntry[] {
  return [
    { id: part.id, level: 1, number: part.number, title: part.title },
    ...part.blocks.flatMap((block): ContentsEntry[] =>
      block.kind === 'heading'
        ? [{ id: block.id, level: block.level, number: block.number, title: plainText(block.inlines) }]
        : [],
    ),
  ];
}

function listAnnex({ id, number, title }: AnnexContent): ContentsEntry {
  return { id, level: 1, number, title };
}

/** The numbered tables of a document, in order. */
export function listTables(content: ContentDocument): ContentsEntry[] {
  return listLabelled(content, block => block.kind === 'table');
}

/** The numbered figures and charts of a document, in order. */
export function listFigures(content: ContentDocument): ContentsEntry[] {
  return listLabelled(content, block => block.kind === 'figure' || block.kind === 'chart');
}

function listLabelled(content: ContentDocument, isListed: (block: Block) => boolean): ContentsEntry[] {
  const blocks = content.parts.flatMap(part => part.blocks.flatMap(withInner));
  return blocks.flatMap((block): ContentsEntry[] => {
    if (!isListed(block) || !('label' in block) || !block.label || !block.id) return [];
    return [{ id: block.id, level: 0, number: block.label, title: plainText(block.caption ?? []) }];
  });
}

/** A block and every block inside it. */
function withInner(block: Block): Block[] {
  return [block, ...innerBlocks(block).flatMap(withInner)];
}

function innerBlocks(block: Block): Block[] {
  switch (block.kind) {
    case 'list':
      return block.items.flat();
    case 'blockquote':
    case 'talkingPoint':
      return block.blocks;
    case 'parallel':
      return block.rows.flat(2);
    case 'table':
      return [...block.head, ...block.rows].flat().flatMap(cell => cell.blocks);
    default:
      return [];
  }
}
