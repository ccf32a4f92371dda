import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { LaidPage } from '../layout/build-pages.ts';
import type { Geometry } from '../layout/geometry.ts';
import type { Theme } from '../layout/theme.ts';
import type { Pace } from '../pace.ts';
import { type PaintedPage, paintPage } from './paint-page.ts';
import type { CompressedPage } from './write-pages.ts';

/** Pages painted for a preview, by page and geometry. */
export type PaintedCache = WeakMap<LaidPage, Map<Geometry, CompressedPage>>;

/** How pages are painted: at which level of zlib; `cache` keeps them, without one each page is emptied once it is painted. */
export interface QueueOptions {
  theme: Theme;
  level: number;
  cache: PaintedCache | null;
  pace: Pace;
}

/** A page under way: what it needs of the file is known at once, its bytes a little later. */
export interface QueuedPage {
  painted: PaintedPage;
  compressed: Promise<CompressedPage>;
}

/** Pages whose compression may be under way at once: each takes some 300 kB. */
const IN_POOL = 6;

const deflateInPool = promisify<Uint8Array, { level: number }, Buffer>(deflate);

/**
 * Paints pages while Node's thread pool compresses the ones before. Lines and words of a page are let go as soon as it is painted, so
 * that a long document never lies in memory as a whole.
 */
export class PageQueue {
  private readonly options: QueueOptions;
  private readonly pool = new Set<Promise<unknown>>();

  constructor(options: QueueOptions) {
    this.options = options;
  }

  /** Paints a page whose first marked-content sequence has a number, as soon as the pool has room. */
  async add(page: LaidPage, geometry: Geometry, firstMcid: number): Promise<QueuedPage> {
    const { cache, theme, pace } = this.options;
    await pace();
    const known = firstMcid === 0 ? cache?.get(page)?.get(geometry) : undefined;
    if (known) return { painted: known.painted, compressed: Promise.resolve(known) };
    if (this.pool.size >= IN_POOL) await Promise.race(this.pool);
    const { content, ...painted } = paintPage(page, geometry, theme, firstMcid);
    const compressed = this.compress(Buffer.from(content, 'latin1'), painted);
    if (cache && firstMcid === 0) {
      const kept = await compressed;
      cache.set(page, (cache.get(page) ?? new Map()).set(geometry, kept));
    }
    return { painted, compressed };
  }

  /** Lets go of what is on a page that will not be painted again; a preview keeps it. */
  release(page: LaidPage): void {
    if (this.options.cache) return;
    page.boxes = [];
    page.notes = [];
    page.marginNotes = [];
  }

  private compress(bytes: Uint8Array, painted: PaintedPage): Promise<CompressedPage> {
    const job = deflateInPool(bytes, { level: this.options.level }).then(deflated => {
      this.pool.delete(job);
      // What zlib returns lies in a block of 16 kB, which would stay as long as the page.
      return { painted, deflated: Uint8Array.from(deflated) };
    });
    this.pool.add(job);
    return job;
  }
}
