import type { Block } from '../../../../shared/document/content.ts';
import type { ContentDocument, ContentPart } from '../../../../shared/document/content-document.ts';
import type { LaidPage } from './build-pages.ts';
import type { OverlongPart } from './fit-on-one-page.ts';
import { type Geometry, geometryOf } from './geometry.ts';
import type { BoundedCache } from './layout-cache.ts';
import { collectAnchors, type LaidChapter, layoutChapter, type PlacedAnchor } from './layout-chapter.ts';
import { type ContentsEntry, layoutContents, plainText } from './layout-contents.ts';
import { layoutCover } from './layout-cover.ts';
import type { Setting } from './setting.ts';
import type { Themes } from './theme.ts';

/** A page in its place in the document, on which its margins depend. */
export interface PlacedPage {
  page: LaidPage;
  geometry: Geometry;
}

/** A document laid out: every page in order, and where everything with an id lies (pages counted from 0). */
export interface LaidDocument {
  pages: PlacedPage[];
  anchors: Map<string, PlacedAnchor>;
  /** Parts and headings in order, for the bookmarks. */
  entries: ContentsEntry[];
  missing: string[];
  /** Parts that should fit one page and do not, with the pages they take. */
  overlong: OverlongPart[];
}

/** The contents page lists parts and their first headings; the bookmarks go deeper. */
const CONTENTS_DEPTH = 2;
/** Contents longer than this list the parts alone. */
const CONTENTS_PAGES = 2;

/** Makes the setting that all chapters of a document share. */
export function settingOf(content: ContentDocument, themes: Themes): Setting {
  const theme = themes.get(content.theme);
  const form = { turned: false, verso: false, sideNotes: hasSideNotes(content) };
  return {
    theme,
    fonts: themes.fontsOf(theme),
    geometry: geometryOf(content.page, form),
    turnedGeometry: geometryOf(content.page, { ...form, turned: true }),
    language: content.language,
    furniture: content.furniture,
    markingColor: content.banner?.color ?? theme.colors.muted,
    missing: new Set(),
  };
}

/** Whether any note of the document stands in the margin, which is then wide enough for it on every page. */
function hasSideNotes(content: ContentDocument): boolean {
  return JSON.stringify(content.parts).includes('"place":"side"');
}

/** Groups parts into chapters: a part of running text that does not start a page belongs to the chapter before it. */
export function groupChapters(parts: ContentPart[]): ContentPart[][] {
  const chapters: ContentPart[][] = [];
  for (const part of parts) {
    const alone = part.layout !== 'flow' || chapters.at(-1)?.[0]?.layout !== 'flow';
    if (part.startOnNewPage || alone) chapters.push([part]);
    else chapters.at(-1)!.push(part);
  }
  return chapters;
}

/** Lays out one chapter, or takes it from the cache; `key` names its content, language, paper and furniture. */
export function layoutCached(
  chapter: ContentPart[],
  setting: Setting,
  cache: BoundedCache<LaidChapter> | null,
  key: string,
): LaidChapter {
  const known = cache?.get(key);
  if (known) return known;
  const laid = layoutChapter(chapter, setting);
  cache?.set(key, laid);
  return laid;
}

/** Puts cover, contents and chapters together and resolves the page numbers of the contents. */
export function assembleDocument(
  content: ContentDocument,
  chapters: LaidChapter[],
  setting: Setting,
): LaidDocument {
  const entries = listEntries(content.parts);
  const cover = content.cover ? layoutCover(content.cover, setting) : [];
  const contents = (pageOf: (id: string) => number) => layoutContentsOf(content, entries, pageOf, setting);
  const front = cover.length + contents(() => 0).length;
  const body = chapters.flatMap(chapter => chapter.pages);
  const anchors = new Map<string, PlacedAnchor>();
  let page = front;
  for (const chapter of chapters) {
    addAnchors(anchors, chapter.anchors, page);
    page += chapter.pages.length;
  }
  const contentsPages = contents(id => (anchors.get(id)?.page ?? 0) + 1);
  const frontPages = [...cover, ...contentsPages];
  addAnchors(anchors, collectAnchors(frontPages), 0);
  const missing = new Set([...setting.missing, ...chapters.flatMap(chapter => chapter.missing)]);
  const sideNotes = hasSideNotes(content);
  const pages = [...frontPages, ...body].map((each, index) => ({
    page: each,
    geometry: geometryOf(content.page, { turned: each.turned, verso: index % 2 === 1, sideNotes }),
  }));
  const overlong = chapters.flatMap(chapter => chapter.overlong);
  return { pages, anchors, entries, missing: [...missing].sort(), overlong };
}

function addAnchors(anchors: Map<string, PlacedAnchor>, placed: PlacedAnchor[], offset: number): void {
  for (const anchor of placed) anchors.set(anchor.id, { ...anchor, page: offset + anchor.page });
}

function layoutContentsOf(
  content: ContentDocument,
  entries: ContentsEntry[],
  pageOf: (id: string) => number,
  setting: Setting,
): LaidPage[] {
  if (content.contentsTitle === null) return [];
  const head = { title: content.contentsTitle, id: content.contentsId, blocks: content.contentsBlocks };
  const layout = (depth: number) =>
    layoutContents(
      head,
      entries.filter(entry => entry.level <= depth),
      pageOf,
      setting,
    );
  const full = layout(CONTENTS_DEPTH);
  return full.length > CONTENTS_PAGES ? layout(1) : full;
}

function listEntries(parts: ContentPart[]): ContentsEntry[] {
  return parts.flatMap(part => [
    { id: part.id, level: 1, number: part.number, title: part.title },
    ...listHeadings(part.blocks),
  ]);
}

function listHeadings(blocks: Block[]): ContentsEntry[] {
  return blocks.flatMap(block =>
    block.kind === 'heading'
      ? [{ id: block.id, level: block.level, number: block.number, title: plainText(block.inlines) }]
      : [],
  );
}
