/** Pages of a document from one to another, both included, counted from 1. */
export interface PageRange {
  from: number;
  to: number;
}

/** Pages made ready on either side of those that are wanted, so that a little scrolling asks for nothing. */
const SPARE = 2;

/** What a document opens with, before anybody knows which of its pages are in sight. */
export const FIRST_PAGES: PageRange = { from: 1, to: 6 };

/** The pages to paint for those that are wanted. */
export function widenRange({ from, to }: PageRange): PageRange {
  return { from: Math.max(1, from - SPARE), to: to + SPARE };
}

/** Whether pages that are painted hold all that are wanted of a document of so many pages. */
export function coversRange(painted: PageRange, wanted: PageRange, pageCount: number): boolean {
  const [from, to] = [Math.max(1, wanted.from), Math.min(wanted.to, pageCount)];
  return from > to || (painted.from <= from && painted.to >= to);
}
