/** Pages in a column, all of one height, with a gap between them; all in CSS pixels. */
export interface PageColumn {
  count: number;
  pageHeight: number;
  gap: number;
}

/** The 0-based pages that a window of the column shows, with one more on either side ready. */
export function visiblePages(column: PageColumn, scrollTop: number, height: number): number[] {
  if (column.count === 0 || column.pageHeight <= 0) return [];
  const step = column.pageHeight + column.gap;
  const first = Math.max(0, Math.floor(scrollTop / step) - 1);
  const last = Math.min(column.count - 1, Math.floor((scrollTop + height) / step) + 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** Whether any of a 0-based page shows in a window of the column. */
export function isInSight(column: PageColumn, page: number, scrollTop: number, height: number): boolean {
  const top = pageTop(column, page) + column.gap;
  return top < scrollTop + height && top + column.pageHeight > scrollTop;
}

/** The 0-based page that stands at the upper third of the window: the one that «page n of m» names. */
export function currentPage(column: PageColumn, scrollTop: number, height: number): number {
  const step = column.pageHeight + column.gap;
  if (column.count === 0 || step <= 0) return 0;
  return Math.min(column.count - 1, Math.max(0, Math.floor((scrollTop + height / 3) / step)));
}

/** The distance from the top at which a 0-based page begins. */
export function pageTop(column: PageColumn, page: number): number {
  return page * (column.pageHeight + column.gap);
}
