import type { PlacedAnchor } from '../layout/layout-chapter.ts';
import type { ContentsEntry } from '../layout/list-entries.ts';
import type { Side } from './impose-pages.ts';
import { movePoint } from './matrix.ts';
import { compareNames } from './name-tree.ts';
import type { PackedDocument, PdfRef } from './packed-document.ts';
import { clipText } from './pdf-text.ts';
import type { WrittenPage } from './write-structure.ts';

/** Points left above a target when a reader jumps to it. */
const ABOVE_TARGET = 6;

/** Writes the named destinations, ordered by bytes as name trees must be (ISO 32000-1, 7.9.6). */
export function writeDestinations(
  document: PackedDocument,
  anchors: Map<string, PlacedAnchor>,
  pages: WrittenPage[],
): void {
  const names = [...anchors.keys()].sort(compareNames);
  document.catalog.data.Names.data.Dests = {
    Names: names.flatMap(id => [new String(id), destinationOf(anchors.get(id)!, pages)]),
  };
}

function destinationOf(anchor: PlacedAnchor, pages: WrittenPage[]): unknown[] {
  const { page, geometry, matrix } = pages[anchor.page]!;
  const above = geometry.pageHeight - geometry.marginTop - anchor.y + ABOVE_TARGET;
  const [left, top] = movePoint(matrix, 0, above);
  return [page, 'XYZ', Math.round(left), Math.round(top), 0];
}

const FIRST_PAGE: PlacedAnchor = { id: '', page: 0, y: 0 };

interface Bookmark {
  ref: PdfRef;
  entry: ContentsEntry;
  children: Bookmark[];
}

/** Writes the bookmarks: parts open to their headings on a click; a document without parts has one, under its title. */
export function writeOutline(
  document: PackedDocument,
  {
    title,
    entries,
    anchors,
  }: { title: string; entries: ContentsEntry[]; anchors: Map<string, PlacedAnchor> },
  pages: WrittenPage[],
): void {
  const known = entries.filter(entry => anchors.has(entry.id));
  const whole: ContentsEntry = { id: '', level: 1, number: null, title };
  const top = nestEntries(document, known.length ? known : [whole]);
  const outline = document.object({ Type: 'Outlines' });
  linkSiblings(top, outline, ({ entry }) => destinationOf(anchors.get(entry.id) ?? FIRST_PAGE, pages));
  Object.assign(outline.data, { First: top[0]!.ref, Last: top.at(-1)!.ref, Count: top.length });
  outline.end();
  document.catalog.data.Outlines = outline;
  document.catalog.data.PageMode = 'UseOutlines';
}

function nestEntries(document: PackedDocument, entries: ContentsEntry[]): Bookmark[] {
  const top: Bookmark[] = [];
  const open: Bookmark[] = [];
  for (const entry of entries) {
    const bookmark: Bookmark = { ref: document.object(), entry, children: [] };
    while (open.length && open.at(-1)!.entry.level >= entry.level) open.pop();
    (open.at(-1)?.children ?? top).push(bookmark);
    open.push(bookmark);
  }
  return top;
}

function linkSiblings(
  siblings: Bookmark[],
  parent: PdfRef,
  destination: (bookmark: Bookmark) => unknown,
): void {
  siblings.forEach((bookmark, index) => {
    const { children, entry, ref } = bookmark;
    const title = entry.number ? `${entry.number} ${entry.title}` : entry.title;
    Object.assign(ref.data, {
      Title: new String(clipText(title) || '…'),
      Parent: parent,
      Dest: destination(bookmark),
      Prev: siblings[index - 1]?.ref,
      Next: siblings[index + 1]?.ref,
      First: children[0]?.ref,
      Last: children.at(-1)?.ref,
      Count: children.length ? -children.length : undefined,
    });
    linkSiblings(children, ref, destination);
    ref.end();
  });
}

/** Page labels that say what is printed: decimal numbers from 1, or the numbers of the pages that a sheet's side shows. */
export function writePageLabels(document: PackedDocument, sides: readonly Side[]): void {
  const named = sides.flatMap(({ label }, index) =>
    label === null ? [] : [index, { P: new String(label || '–') }],
  );
  const labels = document.object({ Nums: named.length ? named : [0, { S: 'D', St: 1 }] });
  labels.end();
  document.catalog.data.PageLabels = labels;
}
