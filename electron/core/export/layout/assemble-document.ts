import type { ContentDocument } from '../../../../shared/document/content-document.ts';
import type { LaidPage } from './build-pages.ts';
import type { LayLists } from './front-cache.ts';
import { type Geometry, geometryOf, isMirrored } from './geometry.ts';
import { collectAnchors, type LaidChapter, type PlacedAnchor } from './layout-chapter.ts';
import type { ContentsList } from './layout-contents.ts';
import { layoutCover } from './layout-cover.ts';
import { layoutBlankPage, layoutDivider } from './layout-divider.ts';
import { type IndexedName, layoutNameIndex } from './layout-name-index.ts';
import { type ContentsEntry, listEntries, listFigures, listTables } from './list-entries.ts';
import type { Setting } from './setting.ts';

/** A page in its place in the document, on which its margins depend. */
export interface PlacedPage {
  page: LaidPage;
  geometry: Geometry;
}

/** Pages in order, and where everything with an id lies (pages counted from 0). */
export interface AssembledDocument {
  pages: PlacedPage[];
  anchors: Map<string, PlacedAnchor>;
  /** Parts and headings in order, for the bookmarks. */
  entries: ContentsEntry[];
}

/** The contents page lists parts and their first headings; the bookmarks go deeper. */
const CONTENTS_DEPTH = 2;
/** Contents longer than this list the parts alone. */
const CONTENTS_PAGES = 2;

/** Makes what does not change while pages move: the cover, dividers and blank pages are laid out once. */
export function prepareAssembly(
  content: ContentDocument,
  firstParts: ContentDocument['parts'],
  setting: Setting,
  layLists: LayLists,
) {
  return {
    layLists,
    cover: content.cover ? layoutCover(content.cover, setting) : [],
    blank: layoutBlankPage(setting),
    dividers: content.page.dividers
      ? firstParts.map((part, index) => layoutDivider(part, index, firstParts.length, setting))
      : [],
    tables: listTables(content),
    figures: listFigures(content),
  };
}

type Prepared = ReturnType<typeof prepareAssembly>;

/** Puts the pages of all parts in order and finds where everything lies, with contents of the right length but without their pages. */
export function placeChapters(
  content: ContentDocument,
  chapters: LaidChapter[],
  prepared: Prepared,
  setting: Setting,
): AssembledDocument {
  const hasNames = content.lists.names !== null && chapters.some(hasIndexEntries);
  const entries = listEntries(content, hasNames);
  const contents = layoutFront(content, entries, prepared, () => 0, setting);
  const sequence = arrange(content, chapters, contents, prepared, setting);
  return { ...sequence, entries };
}

/** Puts cover, contents, lists, chapters and index together, all their page numbers resolved. */
export function assembleDocument(
  content: ContentDocument,
  chapters: LaidChapter[],
  prepared: Prepared,
  setting: Setting,
): AssembledDocument {
  const { entries, anchors } = placeChapters(content, chapters, prepared, setting);
  const pageOf = (id: string) => {
    const anchor = anchors.get(id);
    return anchor ? anchor.page + 1 : null;
  };
  const contents = layoutFront(content, entries, prepared, pageOf, setting);
  return { ...arrange(content, chapters, contents, prepared, setting), entries };
}

function hasIndexEntries({ anchors }: LaidChapter): boolean {
  return anchors.some(anchor => anchor.indexEntry !== undefined);
}

function layoutFront(
  content: ContentDocument,
  entries: ContentsEntry[],
  { tables, figures, layLists }: Prepared,
  pageOf: (id: string) => number | null,
  setting: Setting,
): LaidPage[] {
  const others: ContentsList[] = [
    { title: content.lists.tables, entries: tables },
    { title: content.lists.figures, entries: figures },
  ].flatMap(({ title, entries: own }) => (title !== null && own.length ? [{ title, entries: own }] : []));
  if (content.contentsTitle === null) return layLists(others, pageOf, setting);
  const head = { title: content.contentsTitle, id: content.contentsId, blocks: content.contentsBlocks };
  const listed = (depth: number) => ({ ...head, entries: entries.filter(entry => entry.level <= depth) });
  const full = layLists([listed(CONTENTS_DEPTH)], pageOf, setting);
  const depth = full.length > CONTENTS_PAGES ? 1 : CONTENTS_DEPTH;
  return layLists([listed(depth), ...others], pageOf, setting);
}

function arrange(
  content: ContentDocument,
  chapters: LaidChapter[],
  contents: LaidPage[],
  { cover, blank, dividers }: Prepared,
  setting: Setting,
): Omit<AssembledDocument, 'entries'> {
  const { page: setup, lists } = content;
  const sequence = new PageSequence();
  const turnRight = (wanted: boolean) => {
    if (wanted && sequence.pages.length % 2 === 1) sequence.add([blank], []);
  };
  sequence.add(cover, collectAnchors(cover));
  turnRight(setup.rightHandParts && contents.length > 0);
  sequence.add(contents, collectAnchors(contents));
  const isSheet = setup.rightHandParts || isMirrored(setup);
  const addNames = () => {
    if (lists.names === null || !sequence.names.size) return;
    turnRight(setup.rightHandParts);
    const index = layoutNameIndex(lists.names, sequence.placeNames(), setting);
    sequence.add(index, collectAnchors(index));
  };
  const firstAnnex = chapters.length - content.annexes.length;
  for (const [index, chapter] of chapters.entries()) {
    if (index === firstAnnex) addNames();
    const divider = dividers[index];
    turnRight(divider ? isSheet : setup.rightHandParts);
    if (divider) sequence.add([divider], []);
    turnRight(divider ? isSheet : false);
    sequence.add(chapter.pages, chapter.anchors);
  }
  if (!content.annexes.length) addNames();
  return { pages: placePages(sequence.pages, content, setting), anchors: sequence.anchors };
}

function placePages(pages: LaidPage[], content: ContentDocument, { sideNotes }: Setting): PlacedPage[] {
  return pages.map((page, index) => ({
    page,
    geometry: geometryOf(content.page, { turned: page.turned, verso: index % 2 === 1, sideNotes }),
  }));
}

/** The pages of a document as they are put one after the other. */
class PageSequence {
  readonly pages: LaidPage[] = [];
  readonly anchors = new Map<string, PlacedAnchor>();
  /** Places of each name of the index, one for each page. */
  readonly names = new Map<string, Map<number, PlacedAnchor>>();

  add(pages: LaidPage[], anchors: PlacedAnchor[]): void {
    const offset = this.pages.length;
    for (const page of pages) this.pages.push(page);
    for (const anchor of anchors) {
      const placed = { ...anchor, page: offset + anchor.page };
      if (anchor.indexEntry === undefined) this.anchors.set(anchor.id, placed);
      else this.addName(anchor.indexEntry, placed);
    }
  }

  /** Gives an anchor to each place of each name. */
  placeNames(): IndexedName[] {
    return [...this.names].map(([entry, places], index) => ({
      entry,
      places: [...places].map(([page, anchor]) => {
        const id = `name-${index + 1}-${page + 1}`;
        this.anchors.set(id, { ...anchor, id, indexEntry: undefined });
        return { id, page: page + 1 };
      }),
    }));
  }

  private addName(entry: string, place: PlacedAnchor): void {
    const places = this.names.get(entry) ?? new Map<number, PlacedAnchor>();
    if (!places.has(place.page)) places.set(place.page, place);
    this.names.set(entry, places);
  }
}
