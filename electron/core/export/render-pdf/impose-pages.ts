import { IDENTITY, type Matrix } from './matrix.ts';

/** Width and height in points. */
export type Size = readonly [width: number, height: number];

/** A page of the document on a side of a sheet; `page` counts from 0. */
export interface ImposedPage {
  page: number;
  matrix: Matrix;
}

/** One page of the file: a page of the document, or the side of a sheet with two. Pages stand in the order in which they are read. */
export interface Side {
  size: Size;
  pages: ImposedPage[];
  /** What readers call it; null: the number of its place. */
  label: string | null;
  /** The empty places among its pages, where only the furniture of every page goes. */
  blanks: Matrix[];
}

/** One page of the document on each page of the file. */
export function imposeSingly(sizes: Size[]): Side[] {
  return sizes.map((size, page) => ({
    size,
    pages: [{ page, matrix: IDENTITY }],
    label: null,
    blanks: [],
  }));
}

/**
 * Two pages on each side of sheets twice as wide, so that the sheets, printed on both sides, laid on each other and folded,
 * make a booklet (saddle stitch). Empty pages at the end make their number a multiple of four; a page that lies on its side
 * is turned to stand.
 */
export function imposeBooklet(sizes: Size[], [width, height]: Size): Side[] {
  const count = Math.max(4, Math.ceil(sizes.length / 4) * 4);
  return Array.from({ length: count / 2 }, (_, side) => {
    const [left, right] = pagesOfSide(side, count);
    const places = [
      { page: left, x: 0 },
      { page: right, x: width },
    ];
    const blank = places.filter(place => place.page >= sizes.length);
    const pages = places.filter(place => place.page < sizes.length).sort((a, b) => a.page - b.page);
    return {
      size: [2 * width, height] as const,
      pages: pages.map(({ page, x }) => ({ page, matrix: placeAt(x, width, sizes[page]!) })),
      label: pages.map(({ page }) => page + 1).join(', '),
      blanks: blank.map(({ x }) => placeAt(x, width, [width, height])),
    };
  });
}

/** The two pages of a side: an outer side has the last pages left at its left, an inner one at its right. */
function pagesOfSide(side: number, count: number): [left: number, right: number] {
  return side % 2 === 0 ? [count - 1 - side, side] : [side, count - 1 - side];
}

function placeAt(x: number, width: number, [ownWidth]: Size): Matrix {
  return ownWidth > width ? [0, 1, -1, 0, x + width, 0] : [1, 0, 0, 1, x, 0];
}
