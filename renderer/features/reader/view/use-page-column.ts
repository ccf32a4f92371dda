import { useMemo } from 'react';
import type { Page } from '../../../../shared/model/page.ts';
import { computeOffsets } from '../fixed/page-offsets.ts';

/** ISO A4 in points: the size of a page that is not loaded yet when none is. */
const A4 = { width: 595, height: 842 };

/** Space above, between and below pages, and at their sides, in CSS pixels. */
export const PAGE_GAP = 16;

/** The pages of a document one below the other: sizes in points, places in CSS pixels. */
export interface PageColumn {
  scale: number;
  sizes: readonly { width: number; height: number }[];
  offsets: Float64Array;
  /** Width and height of the whole column in CSS pixels. */
  width: number;
  height: number;
}

/** The sizes of all pages in points; a page not loaded yet is taken to be like the first. */
export function usePageSizes(pages: ReadonlyMap<number, Page>, count: number) {
  return useMemo(() => {
    const usual = sizeOf(pages.values().next().value) ?? A4;
    return Array.from({ length: count }, (_, index) => sizeOf(pages.get(index)) ?? usual);
  }, [pages, count]);
}

function sizeOf(page: Page | undefined): { width: number; height: number } | null {
  if (page?.layout.kind !== 'fixed' || !(page.layout.width > 0 && page.layout.height > 0)) return null;
  return { width: page.layout.width, height: page.layout.height };
}

/** Places the pages at a scale (CSS pixels per point) in a box of a given width. */
export function usePageColumn(
  sizes: readonly { width: number; height: number }[],
  scale: number,
  boxWidth: number,
): PageColumn {
  return useMemo(() => {
    const widest = sizes.reduce((most, size) => Math.max(most, size.width), 0) * scale;
    const offsets = computeOffsets(
      sizes.map(size => size.height * scale),
      PAGE_GAP,
    );
    const width = Math.max(boxWidth, Math.round(widest) + 2 * PAGE_GAP);
    return { scale, sizes, offsets, width, height: offsets.at(-1) ?? 0 };
  }, [sizes, scale, boxWidth]);
}

/** Left edge of a page in its column, whole pixels, so that its picture stays sharp. */
export function leftOf(column: PageColumn, index: number): number {
  return Math.round((column.width - column.sizes[index]!.width * column.scale) / 2);
}
