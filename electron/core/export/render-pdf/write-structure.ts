import { usableLanguage } from '../language-tag.ts';
import type { Geometry } from '../layout/geometry.ts';
import type { StructAttributes, StructNode } from '../layout/structure.ts';
import type { Pace } from '../pace.ts';
import { type Matrix, moveRect } from './matrix.ts';
import { compareNames } from './name-tree.ts';
import type { PackedDocument, PdfRef } from './packed-document.ts';
import type { PaintedPage } from './paint-page.ts';
import { clipText } from './pdf-text.ts';
import type { Rect } from './text-result.ts';
import type { Graft, OriginalTable } from './write-originals.ts';

type Kid =
  | StructNode
  | { mcid: number; page: PdfRef; box?: Rect }
  | { annotation: PdfRef; page: PdfRef }
  /** Of another file's structure. */
  | { element: PdfRef };

/**
 * A page of the document where it stands in the file: on which page of the file (`side` counts them from 0), moved by `matrix`; and
 * the annotations of its links, in the order of `painted.links`.
 */
export interface WrittenPage {
  painted: PaintedPage;
  geometry: Geometry;
  matrix: Matrix;
  page: PdfRef;
  side: number;
  annotations: PdfRef[];
}

/** What the structure is written with: how many pages the file has, the document's language, the tags of originals. */
export interface StructureOptions {
  sides: number;
  language: string;
  originals: OriginalTable;
  pace: Pace;
}

/** The structure gathered from all pages before it is written. */
interface Gathered {
  kids: Map<StructNode, Kid[]>;
  roots: StructNode[];
}

/**
 * Writes the structure tree (ISO 32000-1, 14.7) in the order in which the pages met the elements, and the parent tree
 * that leads back from content and annotations. Page n of the file has StructParents n; annotations follow.
 */
export async function writeStructure(
  document: PackedDocument,
  pages: WrittenPage[],
  { sides, language, originals, pace }: StructureOptions,
): Promise<void> {
  const gathered = gather(pages);
  const refs = new Map<StructNode, PdfRef>();
  const root = document.catalog.data.StructTreeRoot as PdfRef;
  const top = document.object({
    Type: 'StructElem',
    S: 'Document',
    P: root,
    Lang: new String(usableLanguage(language)),
  });
  for (const node of gathered.kids.keys()) refs.set(node, document.object());
  const parentTree = listOwners(pages, sides, refs);
  const grafts = graftOriginals(pages, originals, refs, parentTree);
  top.data.K = gathered.roots.map(node => refs.get(node));
  top.end();
  for (const [node, kids] of gathered.kids) {
    await pace();
    writeElement(node, [...kids, ...(grafts.kids.get(node) ?? [])], refs, top, language);
  }
  root.data.K = [top];
  const tree = document.object({ Nums: parentTree.nums });
  tree.end();
  root.data.ParentTree = tree;
  root.data.ParentTreeNextKey = parentTree.nextKey;
  const ids = [...refs].flatMap(([{ attributes }, ref]): Graft['ids'] =>
    attributes.id === undefined ? [] : [[attributes.id, ref]],
  );
  if (ids.length + grafts.ids.length) root.data.IDTree = writeIdTree(document, [...ids, ...grafts.ids]);
}

/** Hangs the tags of originals that have some under the elements that show them. */
function graftOriginals(
  pages: WrittenPage[],
  originals: OriginalTable,
  refs: Map<StructNode, PdfRef>,
  parentTree: ParentTree,
): { kids: Map<StructNode, Kid[]>; ids: Graft['ids'] } {
  const kids = new Map<StructNode, Kid[]>();
  const ids: Graft['ids'] = [];
  for (const { painted } of pages) {
    const node = painted.events[0]?.node;
    if (!painted.original || !node || kids.has(node)) continue;
    const { name, sourceId } = painted.original;
    const graft = originals.graft(sourceId, refs.get(node)!, parentTree.nextKey, `${name}-`);
    kids.set(node, graft?.kids.map(element => ({ element })) ?? []);
    if (!graft) continue;
    ids.push(...graft.ids);
    parentTree.nums.push(...graft.rows.flat());
    parentTree.nextKey += graft.rows.length;
  }
  return { kids, ids };
}

function gather(pages: WrittenPage[]): Gathered {
  const gathered: Gathered = { kids: new Map(), roots: [] };
  for (const { painted, page, matrix, annotations } of pages) {
    for (const { node, content } of painted.events) {
      const kids = attach(gathered, node);
      if (!content) continue;
      if ('mcid' in content) {
        const box = content.box && moveRect(matrix, content.box);
        kids.push({ mcid: content.mcid, box, page });
      } else kids.push({ annotation: annotations[content.link]!, page });
    }
  }
  return gathered;
}

/** Hangs an element (and its ancestors) into the tree at its first meeting. */
function attach(gathered: Gathered, node: StructNode): Kid[] {
  const known = gathered.kids.get(node);
  if (known) return known;
  const kids: Kid[] = [];
  if (node.parent) attach(gathered, node.parent).push(node);
  else gathered.roots.push(node);
  gathered.kids.set(node, kids);
  return kids;
}

function writeElement(
  node: StructNode,
  kids: Kid[],
  refs: Map<StructNode, PdfRef>,
  top: PdfRef,
  documentLanguage: string,
): void {
  const ref = refs.get(node)!;
  const first = kids.find(kid => 'page' in kid);
  const page = first && 'page' in first ? first.page : undefined;
  const { alt, id, language } = node.attributes;
  Object.assign(ref.data, {
    Type: 'StructElem',
    S: node.tag,
    P: node.parent ? refs.get(node.parent) : top,
    Pg: page,
    ID: id === undefined ? undefined : new String(id),
    Lang:
      language === undefined
        ? undefined
        : new String(usableLanguage(language, usableLanguage(documentLanguage))),
    Alt: alt === undefined ? undefined : new String(clipText(alt)),
    A: node.tag === 'Figure' ? figureAttributes(kids) : attributeObject(node),
    K: kids.map(kid => writeKid(kid, page, refs)),
  });
  ref.end();
  ref.data = {};
}

function writeKid(kid: Kid, page: PdfRef | undefined, refs: Map<StructNode, PdfRef>): unknown {
  if ('element' in kid) return kid.element;
  if ('tag' in kid) return refs.get(kid);
  if ('annotation' in kid) return { Type: 'OBJR', Obj: kid.annotation, Pg: kid.page };
  return kid.page === page ? kid.mcid : { Type: 'MCR', Pg: kid.page, MCID: kid.mcid };
}

/** Where a figure stands (ISO 32000-1, 14.8.5.4.3). */
function figureAttributes(kids: Kid[]): Record<string, unknown> | undefined {
  const drawn = kids.find(kid => 'mcid' in kid && kid.box);
  if (!drawn || !('mcid' in drawn)) return undefined;
  return { O: 'Layout', Placement: 'Block', BBox: drawn.box };
}

function attributeObject({ tag, attributes }: StructNode): Record<string, unknown> | undefined {
  if (tag === 'L') return { O: 'List', ListNumbering: attributes.numbering ?? 'None' };
  if (tag === 'TH' || tag === 'TD') return tableAttributes(attributes);
  return undefined;
}

function tableAttributes({ scope, colspan, rowspan }: StructAttributes): Record<string, unknown> | undefined {
  if (!scope && !colspan && !rowspan) return undefined;
  return { O: 'Table', Scope: scope, ColSpan: colspan, RowSpan: rowspan };
}

/** The parent tree (ISO 32000-1, 14.7.4.4) as keys and owners, in order. */
interface ParentTree {
  nums: unknown[];
  nextKey: number;
}

function listOwners(pages: WrittenPage[], sides: number, refs: Map<StructNode, PdfRef>): ParentTree {
  const owners: (PdfRef | undefined)[][] = Array.from({ length: sides }, () => []);
  for (const { painted, side } of pages) {
    for (const node of painted.owners) owners[side]!.push(refs.get(node));
  }
  const nums: unknown[] = owners.flatMap((row, side) => [side, row]);
  let nextKey = sides;
  const inFileOrder = pages.toSorted((a, b) => a.side - b.side);
  for (const { painted, annotations } of inFileOrder) {
    for (const { node } of painted.links.slice(0, annotations.length)) nums.push(nextKey++, refs.get(node));
  }
  return { nums, nextKey };
}

function writeIdTree(document: PackedDocument, ids: Graft['ids']): PdfRef {
  const sorted = ids.toSorted(([a], [b]) => compareNames(a, b));
  const tree = document.object({ Names: sorted.flatMap(([id, ref]) => [new String(id), ref]) });
  tree.end();
  return tree;
}
