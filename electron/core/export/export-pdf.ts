import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { deflateSync } from 'node:zlib';
import type { ContentDocument } from '../../../shared/document/content-document.ts';
import type { Notice } from '../../../shared/model/output.ts';
import type { OriginalPages } from './annexes/original-pages.ts';
import { createProgress } from './export-progress.ts';
import { type ExportResources, noResources, type PdfProtection } from './export-resources.ts';
import { usableLanguage } from './language-tag.ts';
import type { LaidPage } from './layout/build-pages.ts';
import type { OverlongPart } from './layout/fit-on-one-page.ts';
import { geometryOf, isMirrored } from './layout/geometry.ts';
import { createBoundedCache } from './layout/layout-cache.ts';
import type { LaidChapter } from './layout/layout-chapter.ts';
import { layoutCover } from './layout/layout-cover.ts';
import { type ChapterCache, type LaidDocument, layoutDocument, settingOf } from './layout/layout-document.ts';
import type { Setting } from './layout/setting.ts';
import type { Themes } from './layout/theme.ts';
import { type MissingPlaces, missingNotice, noteMissing } from './missing-glyphs.ts';
import { createPace, stopIfCancelled } from './pace.ts';
import type { Encryption } from './render-pdf/encryption.ts';
import { imposeBooklet, imposeSingly, type Side } from './render-pdf/impose-pages.ts';
import { PageQueue, type PaintedCache, type QueuedPage } from './render-pdf/page-queue.ts';
import { clipText } from './render-pdf/pdf-text.ts';
import { renderPdf } from './render-pdf/render-pdf.ts';
import type { CompressedPage } from './render-pdf/write-pages.ts';

/**
 * What a preview keeps from one keystroke to the next: chapters laid out, by content, and their pages painted and compressed
 * quickly. An export that is not quick leaves it alone: its bytes depend on nothing that was done before.
 */
export interface LayoutCache extends ChapterCache {
  painted: PaintedCache;
}

const NO_ORIGINALS: ReadonlyMap<string, OriginalPages> = new Map();

/**
 * How a document is exported. `resources` gives the bytes of pictures and originals (none when absent); `protection` locks the
 * file. `onProgress` is told the pages done. `quick` compresses less and leaves out what is not seen, for the live preview.
 */
export interface ExportPdfOptions {
  themes: Themes;
  resources?: ExportResources;
  /** The pages of every annex of the document, by source. */
  originals?: ReadonlyMap<string, OriginalPages>;
  protection?: PdfProtection | null;
  cache?: LayoutCache;
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
  quick?: boolean;
  /** Pages of the document (from 1) that a preview shows; the others keep their size and stay empty. Only with `quick`. */
  onlyPages?: { from: number; to: number };
}

/**
 * A finished PDF; `anchors` gives the page (from 1) of every part, heading, quote and bibliography entry by id. `standards` are
 * those the file claims («PDF/A-2a», «PDF/A-3a», «PDF/UA-1»), none for the quick one of a preview.
 */
export interface ExportedPdf {
  bytes: Uint8Array;
  pageCount: number;
  anchors: Record<string, number>;
  missingGlyphs: string[];
  standards: string[];
  notices: Notice[];
}

/** Contents, lists and their lengths are asked for a few times in each layout. */
const FRONTS = 12;

/** Makes a cache for a preview; chapters used longest ago are dropped beyond `limit`. */
export function createLayoutCache(limit = 120): LayoutCache {
  return {
    chapters: createBoundedCache(limit),
    front: createBoundedCache(FRONTS),
    blocks: createBoundedCache(limit),
    pages: null,
    painted: new WeakMap(),
  };
}

/** Levels of zlib; objects are few and much alike, so that trying harder pays. */
const LEVEL = { quick: 1, full: 6, objects: 8 };

/**
 * Lays out a document chapter by chapter and writes it as one PDF. Between steps the event loop runs, so that progress is seen
 * (in pages, of a total that is estimated until all are laid out) and `signal` can stop it (ExportError `cancelled`). The same
 * content gives the same bytes, unless the file is protected: there every key is new (ExportError `passwordUnusable` for a
 * password that none may be).
 */
export async function exportPdf(given: ContentDocument, options: ExportPdfOptions): Promise<ExportedPdf> {
  const content = { ...given, language: usableLanguage(given.language) };
  const encryption = options.protection && !options.quick ? await encryptionOf(options.protection) : null;
  const setting = settingOf(content, options.themes);
  const pace = createPace(options.signal);
  const progress = createProgress(content, options.onProgress);
  stopIfCancelled(options.signal);
  const { quick = false, cache = null } = options;
  const level = quick ? LEVEL.quick : LEVEL.full;
  const queue = new PageQueue({
    theme: setting.theme,
    level,
    cache: quick ? (cache?.painted ?? null) : null,
    pace,
  });
  const early: EarlyPages = new Map();
  const missing: MissingPlaces = new Map();
  const laid = await layoutDocument(content, setting, {
    originals: options.originals ?? NO_ORIGINALS,
    cache: quick ? cache : null,
    fromKnownPages: quick,
    async onChapter(parts, chapter) {
      progress.laidOut(parts, chapter.pages.length);
      noteMissing(missing, chapter.missing, parts);
      if (!quick && isFinal(chapter, content)) await paintEarly(chapter, queue, early, setting, content);
      await yieldToEventLoop();
      stopIfCancelled(options.signal);
    },
  });
  if (!laid.pages.length) addTitlePage(laid, content, setting);
  progress.count(laid.pages.length);
  const sides = imposePages(content, laid, setting, quick);
  const pages = await paintPages(laid, sides, queue, {
    early,
    only: options.onlyPages,
    onPainted: progress.painted,
  });
  const rendered = await renderPdf({
    content,
    laid,
    pages,
    sides,
    setting,
    picturesOnly: quick,
    resources: options.resources ?? noResources,
    originals: options.originals ?? NO_ORIGINALS,
    deflate: quick ? deflateQuickly : deflateFully,
    encryption,
    pace,
    onWritten: progress.written,
  });
  return {
    ...rendered,
    pageCount: laid.pages.length,
    anchors: Object.fromEntries([...laid.anchors].map(([id, anchor]) => [id, anchor.page + 1])),
    missingGlyphs: laid.missing,
    notices: [
      ...missingNotice(laid.missing, missing),
      ...overlongNotices(laid.overlong),
      ...rendered.notices,
    ],
  };
}

/** A document with nothing in it still says what it is: a file needs a page. */
function addTitlePage(laid: LaidDocument, { title }: ContentDocument, setting: Setting): void {
  const nothing = { ministry: null, subtitle: null, facts: [], markingLine: null, controlLines: [] };
  const cover = layoutCover({ ...nothing, title: clipText(title) || '–' }, setting);
  for (const page of cover) laid.pages.push({ page, geometry: setting.geometry });
}

/** Loaded only when a file is protected: the tables of characters that passwords may have take a while to read. */
async function encryptionOf(protection: PdfProtection): Promise<Encryption> {
  const { createEncryption } = await import('./render-pdf/encryption.ts');
  return createEncryption(protection);
}

function overlongNotices(overlong: readonly OverlongPart[]): Notice[] {
  return overlong.map(({ pages }) => ({ code: 'longerThanOnePage', details: { pages } }));
}

/** Pages painted while the rest of the document was still to be laid out. */
type EarlyPages = Map<LaidPage, QueuedPage>;

/** Whether the pages of a chapter are painted alike wherever they come to stand, and print no page number that may still change. */
function isFinal({ printed }: LaidChapter, content: ContentDocument): boolean {
  return printed.pages.size === 0 && !isMirrored(content.page);
}

async function paintEarly(
  { pages }: LaidChapter,
  queue: PageQueue,
  early: EarlyPages,
  { sideNotes }: Setting,
  content: ContentDocument,
): Promise<void> {
  for (const page of pages) {
    const geometry = geometryOf(content.page, { turned: page.turned, verso: false, sideNotes });
    early.set(page, await queue.add(page, geometry, 0));
    queue.release(page);
  }
}

/** A preview shows the pages of a booklet one by one, as they are read. */
function imposePages(content: ContentDocument, laid: LaidDocument, setting: Setting, quick: boolean): Side[] {
  const sizes = laid.pages.map(({ geometry }) => [geometry.pageWidth, geometry.pageHeight] as const);
  const { pageWidth, pageHeight } = setting.geometry;
  return content.page.booklet && !quick ? imposeBooklet(sizes, [pageWidth, pageHeight]) : imposeSingly(sizes);
}

interface PaintOptions {
  early: EarlyPages;
  only: ExportPdfOptions['onlyPages'];
  onPainted: (pages: number) => void;
}

/** Paints what is not painted yet, in the order of the file; null for pages that a preview leaves out. */
async function paintPages(
  laid: LaidDocument,
  sides: Side[],
  queue: PageQueue,
  { early, only, onPainted }: PaintOptions,
): Promise<(CompressedPage | null)[]> {
  const pages: (Promise<CompressedPage> | null)[] = laid.pages.map(() => null);
  const lastUse = new Map(
    sides.flatMap(side => side.pages.map(each => [laid.pages[each.page]!.page, each.page])),
  );
  let painted = 0;
  for (const side of sides) {
    let firstMcid = 0;
    for (const { page: index } of side.pages) {
      if (only && (index + 1 < only.from || index + 1 > only.to)) continue;
      const { page, geometry } = laid.pages[index]!;
      const queued = early.get(page) ?? (await queue.add(page, geometry, firstMcid));
      if (lastUse.get(page) === index) queue.release(page);
      firstMcid += queued.painted.owners.length;
      pages[index] = queued.compressed;
      onPainted(++painted);
    }
  }
  return Promise.all(pages);
}

function deflateFully(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: LEVEL.objects });
}

function deflateQuickly(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: LEVEL.quick });
}
