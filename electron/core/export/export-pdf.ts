import { createHash } from 'node:crypto';
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { promisify } from 'node:util';
import { deflate, deflateSync } from 'node:zlib';
import { Failure } from '../../../shared/contract/result.ts';
import type { ContentDocument, ContentPart } from '../../../shared/document/content-document.ts';
import type { Notice } from '../../../shared/model/output.ts';
import { ExportError } from './export-error.ts';
import { type ExportResources, noResources, type PdfProtection } from './export-resources.ts';
import type { LaidPage } from './layout/build-pages.ts';
import type { Geometry } from './layout/geometry.ts';
import { type BoundedCache, createBoundedCache } from './layout/layout-cache.ts';
import type { LaidChapter } from './layout/layout-chapter.ts';
import {
  assembleDocument,
  groupChapters,
  layoutCached,
  type PlacedPage,
  settingOf,
} from './layout/layout-document.ts';
import type { Setting } from './layout/setting.ts';
import type { Theme, Themes } from './layout/theme.ts';
import { paintPage } from './render-pdf/paint-page.ts';
import { type CompressedPage, renderPdf } from './render-pdf/render-pdf.ts';

/**
 * What a preview keeps between exports: chapters laid out, by content, and their pages painted. Pages compressed
 * quickly are kept apart, so that a preview never changes the bytes of an export.
 */
export interface LayoutCache {
  chapters: BoundedCache<LaidChapter>;
  painted: Record<Compression, WeakMap<LaidPage, Map<Geometry, CompressedPage>>>;
}

type Compression = 'quick' | 'full';

/**
 * How a document is exported. `resources` gives the bytes of pictures and originals (none when absent); `protection` locks
 * the file. `quick` compresses less and leaves out what is not seen, for the live preview.
 */
export interface ExportPdfOptions {
  themes: Themes;
  resources?: ExportResources;
  protection?: PdfProtection | null;
  cache?: LayoutCache;
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
  quick?: boolean;
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
  return { chapters: createBoundedCache(limit), painted: { quick: new WeakMap(), full: new WeakMap() } };
}

const deflateInPool = promisify<Uint8Array, { level: number }, Buffer>(deflate);
const LEVEL: Record<Compression, number> = { quick: 1, full: 6 };

/**
 * Lays out a document chapter by chapter and writes it as one PDF. Between chapters the event loop runs, so that
 * progress is seen and `signal` can stop it (ExportError `cancelled`).
 */
export async function exportPdf(content: ContentDocument, options: ExportPdfOptions): Promise<ExportedPdf> {
  const setting = settingOf(content, options.themes);
  const compression: Compression = options.quick ? 'quick' : 'full';
  const chapters = await layoutChapters(content, setting, options);
  const laid = assembleDocument(content, chapters, setting);
  const compressed = await Promise.all(
    laid.pages.map(each => compressPage(each, setting.theme, compression, options.cache)),
  );
  checkCancelled(options.signal);
  const bytes = renderPdf({
    content,
    laid,
    pages: compressed,
    setting,
    fingerprint: JSON.stringify(content),
    picturesOnly: options.quick === true,
    pictures: await readPictures(compressed, options.resources ?? noResources),
    deflate: options.quick ? deflateQuickly : deflateFully,
  });
  const anchors = Object.fromEntries([...laid.anchors].map(([id, anchor]) => [id, anchor.page + 1]));
  return {
    bytes,
    pageCount: laid.pages.length,
    anchors,
    missingGlyphs: laid.missing,
    standards: options.quick ? [] : ['PDF/A-2a', 'PDF/UA-1'],
    notices: laid.missing.length
      ? [{ code: 'missingGlyphs', details: { characters: laid.missing.join(' ') } }]
      : [],
  };
}

async function layoutChapters(
  content: ContentDocument,
  setting: Setting,
  options: ExportPdfOptions,
): Promise<LaidChapter[]> {
  const groups = groupChapters(content.parts);
  const laid: LaidChapter[] = [];
  for (const group of groups) {
    checkCancelled(options.signal);
    const chapter = layoutCached(group, setting, options.cache?.chapters ?? null, chapterKey(group, content));
    laid.push(chapter);
    options.onProgress?.(laid.length, groups.length);
    await yieldToEventLoop();
  }
  return laid;
}

/** Everything that the look of a chapter depends on. */
function chapterKey(group: ContentPart[], content: ContentDocument): string {
  const { banner, furniture, language, page, theme } = content;
  const facts = JSON.stringify([group, banner?.color ?? null, furniture, language, page, theme]);
  return createHash('sha256').update(facts).digest('base64');
}

/** Paints a page and deflates it in Node's thread pool, while the next chapter is laid out. */
async function compressPage(
  { page, geometry }: PlacedPage,
  theme: Theme,
  compression: Compression,
  cache: LayoutCache | undefined,
): Promise<CompressedPage> {
  const kept = cache?.painted[compression];
  const known = kept?.get(page)?.get(geometry);
  if (known) return known;
  const { content, ...painted } = paintPage(page, geometry, theme);
  const bytes = Buffer.from(content, 'latin1');
  const compressed: CompressedPage = {
    painted,
    deflated: await deflateInPool(bytes, { level: LEVEL[compression] }),
  };
  kept?.set(page, (kept.get(page) ?? new Map()).set(geometry, compressed));
  return compressed;
}

/** The bytes of every picture that the pages show; throws `notFound` where one is missing. */
async function readPictures(
  pages: CompressedPage[],
  resources: ExportResources,
): Promise<Map<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>();
  for (const id of new Set(pages.flatMap(page => [...page.painted.pictures]))) {
    const bytes = await resources.image(id);
    if (!bytes) throw new Failure('notFound', { noun: 'image' });
    pictures.set(id, bytes);
  }
  return pictures;
}

function deflateFully(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: LEVEL.full });
}

function deflateQuickly(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: LEVEL.quick });
}

function checkCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new ExportError('cancelled');
}
