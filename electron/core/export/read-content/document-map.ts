import type { Block, Inline } from '../../../../shared/document/content.ts';
import type { ContentDocument } from '../../../../shared/document/content-document.ts';
import { isSafeLink } from '../../../../shared/document/marks.ts';
import { allBlocks, walkBlocks, walkInlines } from './walk-content.ts';
import { withoutPage } from './without-page.ts';

/** Something a list leads to: a part (level 1), a heading below it (2–4), or a table or figure that has a label. */
export interface ListEntry {
  id: string;
  level: number;
  text: string;
}

/** What must be known of a whole document before its first line is written. */
export interface DocumentMap {
  /** Every id that a link may lead to. */
  ids: Set<string>;
  /** The parts and headings, as the contents list them. */
  contents: ListEntry[];
  tables: ListEntry[];
  figures: ListEntry[];
  /** The labels of tables and figures («Cuadro 3»), by id. */
  labels: Map<string, string>;
  /** The web addresses of bibliography entries, by entry. */
  addresses: Map<string, string>;
}

/** Reads a document once and notes where everything is. */
export function mapDocument(document: ContentDocument): DocumentMap {
  const map: DocumentMap = {
    ids: new Set(
      [document.cover?.id, document.contentsTitle === null ? undefined : document.contentsId].filter(
        id => id !== undefined,
      ),
    ),
    contents: [],
    tables: [],
    figures: [],
    labels: new Map(),
    addresses: new Map(),
  };
  const blocks = allBlocks(document);
  walkBlocks(blocks, block => noteBlock(map, block));
  walkInlines(blocks, inline => {
    if (inline.kind === 'footnote') map.ids.add(inline.id);
  });
  for (const part of document.parts)
    noteSection(map, part.id, numbered(part.number, part.title), part.blocks);
  for (const annex of document.annexes) noteSection(map, annex.id, annexTitle(annex), annex.blocks);
  return map;
}

function noteSection(map: DocumentMap, id: string, text: string, blocks: Block[]): void {
  map.ids.add(id);
  map.contents.push({ id, level: 1, text });
  walkBlocks(blocks, block => {
    if (block.kind !== 'heading') return;
    map.contents.push({
      id: block.id,
      level: block.level,
      text: numbered(block.number, plainText(block.inlines)),
    });
  });
}

function noteBlock(map: DocumentMap, block: Block): void {
  if ('id' in block && block.id !== undefined) map.ids.add(block.id);
  if (block.kind === 'bibliographyEntry' && block.url && isSafeLink(block.url)) {
    map.addresses.set(block.id, block.url);
  }
  if (block.kind !== 'table' && block.kind !== 'figure' && block.kind !== 'chart') return;
  if (block.label === undefined || block.id === undefined) return;
  map.labels.set(block.id, block.label);
  const text = captionText(block.label, block.caption);
  (block.kind === 'table' ? map.tables : map.figures).push({ id: block.id, level: 1, text });
}

/** «3. Título», or the title alone where nothing is numbered. */
export function numbered(number: string | null, title: string): string {
  return number ? `${number} ${title}` : title;
}

/** «Anexo 2. Título» as the contents list it. */
export function annexTitle(annex: { number: string; title: string }): string {
  return [annex.number, annex.title].filter(Boolean).join('. ');
}

/** A label and its caption in one line, without notes. */
export function captionText(label: string | undefined, caption: Inline[] | null): string {
  return [label, plainText(caption ?? [])].filter(Boolean).join('. ');
}

/** The words of inlines without notes, on one line. */
export function plainText(inlines: Inline[]): string {
  return inlines.map(wordsOf).join('').replace(/\s+/g, ' ').trim();
}

function wordsOf(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'citation':
      return inline.text;
    case 'reference':
      return withoutPage(inline.text) || inline.pageless || inline.alt;
    case 'lineBreak':
      return ' ';
    case 'footnote':
      return '';
  }
}
