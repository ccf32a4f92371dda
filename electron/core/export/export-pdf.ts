import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { promisify } from 'node:util';
import { deflate, deflateSync } from 'node:zlib';
import type { ContentDocument } from '../../../shared/document/content-document.ts';
import type { Notice } from '../../../shared/model/output.ts';
import type { OriginalPages } from './annexes/original-pages.ts';
import { createProgress, type Progress } from './export-progress.ts';
import { type ExportResources, noResources, type PdfProtection } from './export-resources.ts';
import { usableLanguage } from './language-tag.ts';
import type { LaidPage } from './layout/build-pages.ts';
import type { Geometry } from './layout/geometry.ts';
import { createBoundedCache } from './layout/layout-cache.ts';
import {
  type ChapterCache,
  type LaidDocument,
  layoutDocument,
  type PlacedPage,
  settingOf,
} from './layout/layout-document.ts';
import type { Setting } from './layout/setting.ts';
import type { Theme, Themes } from './layout/theme.ts';
import { createPace, type Pace, stopIfCancelled } from './pace.ts';
import type { Encryption } from './render-pdf/encryption.ts';
import { imposeBooklet, imposeSingly, type Side } from './render-pdf/impose-pages.ts';
import { type PaintedPage, paintPage } from './render-pdf/paint-page.ts';
import { renderPdf } from './render-pdf/render-pdf.ts';
import type { CompressedPage } from './render-pdf/write-pages.ts';

/**
 * What a preview keeps between exports: chapters laid out, by content, and their pages painted and compressed quickly. An export
 * takes the chapters that it finds, and keeps none of its own.
 */
export interface LayoutCache extends ChapterCache {
  painted: WeakMap<LaidPage, Map<Geometry, CompressedPage>>;
}

const NO_ORIGINALS: ReadonlyMap<string, OriginalPages> = new Map();

type Compression = 'quick' | 'full';

/**
 * How a document is exported. `onProgress` is told pages. `resources` gives the bytes of pictures and originals (none when absent); `protection` locks
 * the file. `quick` compresses less and leaves out what is not seen, for the live preview.
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

/** Makes a cache for a preview; chapters used longest ago are dropped beyond `limit`. */
export function createLayoutCache(limit = 120): LayoutCache {
  return { chapters: createBoundedCache(limit), pages: null, painted: new WeakMap() };
}

const deflateInPool = promisify<Uint8Array, { level: number }, Buffer>(deflate);
const LEVEL: Record<Compression, number> = { quick: 1, full: 6 };
/** Pages whose compression may be under way at once: each takes some 300 kB. */
const IN_POOL = 6;

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
  const laid = await layoutPages(content, setting, options, progress);
  progress.count(laid.pages.length);
  const sides = imposePages(content, laid, setting, options);
  const pages = await paintPages(laid, sides, setting, { ...options, pace, onPainted: progress.painted });
  const rendered = await renderPdf({
    content,
    laid,
    pages,
    sides,
    setting,
    picturesOnly: options.quick === true,
    resources: options.resources ?? noResources,
    originals: options.originals ?? NO_ORIGINALS,
    deflate: options.quick ? deflateQuickly : deflateFully,
    encryption,
    pace,
    onWritten: progress.written,
  });
  return {
    ...rendered,
    pageCount: laid.pages.length,
    anchors: Object.fromEntries([...laid.anchors].map(([id, anchor]) => [id, anchor.page + 1])),
    missingGlyphs: laid.missing,
    notices: [...missingNotice(laid.missing), ...rendered.notices],
  };
}

/** Loaded only when a file is protected: the tables of characters that passwords may have take a while to read. */
async function encryptionOf(protection: PdfProtection): Promise<Encryption> {
  const { createEncryption } = await import('./render-pdf/encryption.ts');
  return createEncryption(protection);
}

function missingNotice(missing: string[]): Notice[] {
  return missing.length ? [{ code: 'missingGlyphs', details: { characters: missing.join(' ') } }] : [];
}

/** An export begins from nothing, so that it does not depend on what was exported before. */
function layoutPages(
  content: ContentDocument,
  setting: Setting,
  options: ExportPdfOptions,
  progress: Progress,
): Promise<LaidDocument> {
  const { cache = null, quick = false, signal } = options;
  const kept = cache && (quick ? cache : { ...cache, chapters: { ...cache.chapters, set: () => undefined } });
  return layoutDocument(content, setting, {
    originals: options.originals ?? NO_ORIGINALS,
    cache: kept,
    fromKnownPages: quick,
    async onChapter(group, pages) {
      progress.laidOut(group, pages);
      await yieldToEventLoop();
      stopIfCancelled(signal);
    },
  });
}

/** A preview shows the pages of a booklet one by one, as they are read. */
function imposePages(
  content: ContentDocument,
  laid: LaidDocument,
  setting: Setting,
  { quick }: ExportPdfOptions,
): Side[] {
  const sizes = laid.pages.map(({ geometry }) => [geometry.pageWidth, geometry.pageHeight] as const);
  const { pageWidth, pageHeight } = setting.geometry;
  return content.page.booklet && !quick ? imposeBooklet(sizes, [pageWidth, pageHeight]) : imposeSingly(sizes);
}

interface PaintOptions extends ExportPdfOptions {
  pace: Pace;
  onPainted: (pages: number) => void;
}

/** Paints the pages in the order of the file, while Node's thread pool compresses the ones before. */
async function paintPages(
  laid: LaidDocument,
  sides: Side[],
  setting: Setting,
  options: PaintOptions,
): Promise<(CompressedPage | null)[]> {
  const { from, to } = options.onlyPages ?? { from: 1, to: laid.pages.length };
  const pages: (CompressedPage | null)[] = laid.pages.map(() => null);
  const pool = new Set<Promise<void>>();
  let painted = 0;
  for (const side of sides) {
    let firstMcid = 0;
    for (const { page: index } of side.pages) {
      if (index + 1 < from || index + 1 > to) continue;
      await options.pace();
      if (pool.size >= IN_POOL) await Promise.race(pool);
      const page = paintCached(laid.pages[index]!, setting.theme, firstMcid, options);
      firstMcid += page.painted.owners.length;
      const job = page.compress().then(compressed => {
        pages[index] = compressed;
        pool.delete(job);
      });
      pool.add(job);
      options.onPainted(++painted);
    }
  }
  await Promise.all(pool);
  return pages;
}

/** Paints a page, or takes it from the cache. */
function paintCached(
  { page, geometry }: PlacedPage,
  theme: Theme,
  firstMcid: number,
  options: ExportPdfOptions,
): { painted: PaintedPage; compress: () => Promise<CompressedPage> } {
  const kept = options.quick && firstMcid === 0 ? options.cache?.painted : undefined;
  const known = kept?.get(page)?.get(geometry);
  if (known) return { painted: known.painted, compress: async () => known };
  const { content, ...painted } = paintPage(page, geometry, theme, firstMcid);
  const compress = async () => {
    const bytes = Buffer.from(content, 'latin1');
    const compressed = { painted, deflated: await deflatePage(bytes, options.quick ? 'quick' : 'full') };
    kept?.set(page, (kept.get(page) ?? new Map()).set(geometry, compressed));
    return compressed;
  };
  return { painted, compress };
}

/** What zlib returns lies in a block of 16 kB, which would stay as long as the page. */
async function deflatePage(bytes: Uint8Array, compression: Compression): Promise<Uint8Array> {
  return Uint8Array.from(await deflateInPool(bytes, { level: LEVEL[compression] }));
}

function deflateFully(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: LEVEL.full });
}

function deflateQuickly(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: LEVEL.quick });
}
