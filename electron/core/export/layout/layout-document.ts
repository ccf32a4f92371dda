import { createHash } from 'node:crypto';
import type { ContentDocument, ContentPart } from '../../../../shared/document/content-document.ts';
import { coverOf, layoutAnnex, layoutAnnexText } from '../annexes/layout-annex.ts';
import type { OriginalPages } from '../annexes/original-pages.ts';
import { partJson } from '../part-json.ts';
import {
  type AssembledDocument,
  assembleDocument,
  type PlacedPage,
  placeChapters,
  prepareAssembly,
} from './assemble-document.ts';
import type { OverlongPart } from './fit-on-one-page.ts';
import { type FrontCache, layListsWith } from './front-cache.ts';
import { geometryOf } from './geometry.ts';
import { KeptBlocks } from './kept-blocks.ts';
import type { BoundedCache } from './layout-cache.ts';
import { type KeptChapter, type LaidChapter, layoutChapter } from './layout-chapter.ts';
import { answerPage, type PrintedPages, unknownPages } from './printed-pages.ts';
import type { Setting } from './setting.ts';
import type { Themes } from './theme.ts';

export type { PlacedPage } from './assemble-document.ts';

/** A document laid out: every page in order, and where everything with an id lies (pages counted from 0). */
export interface LaidDocument extends AssembledDocument {
  pages: PlacedPage[];
  missing: string[];
  /** Parts that should fit one page and do not, with the pages they take. */
  overlong: OverlongPart[];
}

/** What is kept between the layouts of a preview: chapters by content, and the pages last known. */
export interface ChapterCache {
  chapters: BoundedCache<LaidChapter>;
  front: FrontCache;
  /** By the first part of a chapter. */
  blocks: BoundedCache<KeptBlocks>;
  pages: ReadonlyMap<string, number> | null;
}

/** What is laid out at a time: parts that share pages, or an original that is bound in; `facts` is all that its look depends on. */
interface Chapter {
  parts: ContentPart[];
  facts: string[];
  lay: (setting: Setting, kept: KeptChapter | null) => LaidChapter;
}

/**
 * How a document is laid out: the pages of its annexes by source, from which pages, and what happens after each chapter (it may
 * throw, to stop). A chapter that prints no pages is final then, and its pages may be painted and emptied at once.
 */
export interface LayoutOptions {
  originals: ReadonlyMap<string, OriginalPages>;
  cache: ChapterCache | null;
  /** Begin from the pages that the cache knows: quicker, but not always the same as from nothing. */
  fromKnownPages: boolean;
  onChapter(parts: ContentPart[], chapter: LaidChapter): Promise<void>;
}

/** After so many layouts page numbers that still move are set in a fixed width, so that the next layout is the last. */
const FREE_PASSES = 4;
/** The layout ends here in any case. */
const MOST_PASSES = 7;

/** Makes the setting that all chapters of a document share. */
export function settingOf(content: ContentDocument, themes: Themes): Setting {
  const theme = themes.get(content.theme);
  const sideNotes = hasSideNotes(content);
  const form = { turned: false, verso: false, sideNotes };
  return {
    theme,
    fonts: themes.fontsOf(theme),
    geometry: geometryOf(content.page, form),
    turnedGeometry: geometryOf(content.page, { ...form, turned: true }),
    sideNotes,
    language: content.language,
    furniture: content.furniture,
    markingColor: content.banner?.color ?? theme.colors.muted,
    missing: new Set(),
    pages: unknownPages(),
  };
}

/** Whether any note of the document stands in the margin, which is then wide enough for it on every page. */
function hasSideNotes(content: ContentDocument): boolean {
  return content.parts.some(part => partJson(part).includes('"place":"side"'));
}

/** Groups parts into chapters: a part of running text that does not start a page belongs to the chapter before it. */
function groupChapters(parts: ContentPart[]): ContentPart[][] {
  const chapters: ContentPart[][] = [];
  for (const part of parts) {
    const alone = part.layout !== 'flow' || chapters.at(-1)?.[0]?.layout !== 'flow';
    if (part.startOnNewPage || alone) chapters.push([part]);
    else chapters.at(-1)!.push(part);
  }
  return chapters;
}

/**
 * Lays out a document. Chapters that print the page of something are laid out again while that page changes: they settle
 * after two or three layouts, and each takes only the chapters concerned.
 */
export async function layoutDocument(
  content: ContentDocument,
  setting: Setting,
  options: LayoutOptions,
): Promise<LaidDocument> {
  const all = [...listChapters(content), ...listAnnexes(content, options.originals)];
  const { cache } = options;
  const facts = cache ? sharedFacts(content, setting) : '';
  const keys = cache ? all.map(chapter => chapterKey(chapter, facts)) : null;
  const prepared = prepareAssembly(
    content,
    all.map(chapter => chapter.parts[0]!),
    setting,
    layListsWith(cache?.front ?? null, facts),
  );
  const known = options.fromKnownPages ? (cache?.pages ?? null) : null;
  let pages: PrintedPages = { ...unknownPages(), known };
  let chapters: LaidChapter[] = [];
  for (let pass = 1; ; pass++) {
    const next: LaidChapter[] = [];
    for (const [index, { parts, lay }] of all.entries()) {
      const key = keys?.[index] ?? null;
      const cached = key === null ? undefined : cache?.chapters.get(key);
      const kept = [chapters[index], cached];
      const chapter =
        kept.find(each => each && isCurrent(each, pages)) ??
        lay({ ...setting, pages }, cache && keptOf(cache, parts, facts));
      if (key !== null && chapter !== cached) cache?.chapters.set(key, chapter);
      next.push(chapter);
      if (pass === 1) await options.onChapter(parts, chapter);
    }
    chapters = next;
    const placed = placeChapters(content, chapters, prepared, setting);
    const found = new Map([...placed.anchors].map(([id, anchor]) => [id, anchor.page + 1]));
    pages = { known: found, complete: true, asked: new Map(), padded: pages.padded };
    if (pass === MOST_PASSES || chapters.every(chapter => isCurrent(chapter, pages))) break;
    pages.padded = pass >= FREE_PASSES;
  }
  if (cache) cache.pages = pages.known;
  const missing = new Set([...setting.missing, ...chapters.flatMap(chapter => chapter.missing)]);
  return {
    ...assembleDocument(content, chapters, prepared, { ...setting, pages }),
    missing: [...missing].sort(),
    overlong: chapters.flatMap(chapter => chapter.overlong),
  };
}

function keptOf({ blocks }: ChapterCache, parts: ContentPart[], facts: string): KeptChapter {
  const { id } = parts[0]!;
  const kept = blocks.get(id) ?? new KeptBlocks();
  blocks.set(id, kept);
  return { blocks: kept, facts };
}

/** Whether the pages that a chapter prints are still those, and printed in the same manner. */
function isCurrent({ printed }: LaidChapter, pages: PrintedPages): boolean {
  for (const [id, answer] of printed.pages) if (answerPage(id, pages) !== answer) return false;
  return !printed.pages.size || printed.padded === pages.padded;
}

function listChapters(content: ContentDocument): Chapter[] {
  return groupChapters(content.parts).map(parts => ({
    parts,
    facts: parts.map(partJson),
    lay: (setting, kept) => layoutChapter(parts, setting, kept),
  }));
}

function listAnnexes(content: ContentDocument, originals: LayoutOptions['originals']): Chapter[] {
  return content.annexes.map(annex => {
    const cover = [coverOf(annex)];
    if (annex.bound === 'text')
      return {
        parts: cover,
        facts: [JSON.stringify(annex)],
        lay: setting => layoutAnnexText(annex, setting),
      };
    const original = originals.get(annex.sourceId);
    if (!original) throw new Error(`the original of annex ${annex.number} was not opened`);
    const facts = [JSON.stringify([annex, original.pages, original.structure !== null])];
    return { parts: cover, facts, lay: setting => layoutAnnex(annex, original, setting) };
  });
}

/** What the look of all chapters and lists depends on. */
function sharedFacts(content: ContentDocument, { sideNotes }: Setting): string {
  const { banner, furniture, language, page, theme } = content;
  return JSON.stringify([banner?.color ?? null, furniture, language, page, theme, sideNotes]);
}

/** Everything that the look of a chapter depends on, but for the pages it prints. */
function chapterKey({ facts: own }: Chapter, shared: string): string {
  const hash = createHash('sha256');
  hash.update(`${own.length}${shared}`);
  for (const fact of own) hash.update(fact);
  return hash.digest('base64');
}
