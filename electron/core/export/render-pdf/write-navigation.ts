import type { PlacedAnchor } from '../layout/layout-chapter.ts';
import type { ContentsEntry } from '../layout/layout-contents.ts';
import type { PackedDocument, PdfRef } from './packed-document.ts';
import type { WrittenPage } from './write-structure.ts';

/** Points left above a target when a reader jumps to it. */
const ABOVE_TARGET = 6;

/** Writes the named destinations, ordered by bytes as name trees must be (ISO 32000-1, 7.9.6). */
export function writeDestinations(
  document: PackedDocument,
  anchors: Map<string, PlacedAnchor>,
  pages: WrittenPage[],
): void {
  const names = [...anchors.keys()].sort((a, b) => Buffer.compare(nameBytes(a), nameBytes(b)));
  document.catalog.data.Names.data.Dests = {
    Names: names.flatMap(id => [new String(id), destinationOf(anchors.get(id)!, pages)]),
  };
}

/** The bytes a name has in the file: Latin ones as they are, others in UTF-16 with a mark. */
function nameBytes(id: string): Buffer {
  return /^\p{ASCII}*$/u.test(id)
    ? Buffer.from(id, 'latin1')
    : Buffer.from(`\ufeff${id}`, 'utf16le').swap16();
}

function destinationOf(anchor: PlacedAnchor, pages: WrittenPage[]): unknown[] {
  const { page, geometry } = pages[anchor.page]!;
  const top = geometry.pageHeight - geometry.marginTop - anchor.y + ABOVE_TARGET;
  return [page, 'XYZ', 0, Math.round(top), 0];
}

interface Bookmark {
  ref: PdfRef;
  entry: ContentsEntry;
  children: Bookmark[];
}

/** Writes the bookmarks: parts open to their headings on a click. */
export function writeOutline(
  document: PackedDocument,
  entries: ContentsEntry[],
  anchors: Map<string, PlacedAnchor>,
  pages: WrittenPage[],
): void {
  const top = nestEntries(
    document,
    entries.filter(entry => anchors.has(entry.id)),
  );
  if (!top.length) return;
  const outline = document.object({ Type: 'Outlines' });
  linkSiblings(top, outline, bookmark => destinationOf(anchors.get(bookmark.entry.id)!, pages));
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
      Title: new String(title),
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

/** Page labels that say what is printed: decimal numbers from 1. */
export function writePageLabels(document: PackedDocument): void {
  const labels = document.object({ Nums: [0, { S: 'D', St: 1 }] });
  labels.end();
  document.catalog.data.PageLabels = labels;
}
