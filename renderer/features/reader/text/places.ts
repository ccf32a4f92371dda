import type { Place } from '../../../../shared/model/excerpt.ts';

/** A passage of a source: `start` before `end`, `end` exclusive. */
export interface PlaceRange {
  start: Place;
  end: Place;
}

/** A range of one page's text: UTF-16 offsets, `end` exclusive. */
export interface TextRange {
  start: number;
  end: number;
}

/** Negative when `a` stands before `b`, 0 when they are the same place. */
export function comparePlaces(a: Place, b: Place): number {
  return a.page - b.page || a.offset - b.offset;
}

/** The range between two places, in reading order whichever came first. */
export function orderPlaces(a: Place, b: Place): PlaceRange {
  return comparePlaces(a, b) <= 0 ? { start: a, end: b } : { start: b, end: a };
}

/** What of a passage lies on one page, as offsets into its text; null when nothing does. */
export function clipToPage(range: PlaceRange, page: number, length: number): TextRange | null {
  if (page < range.start.page || page > range.end.page) return null;
  const start = page === range.start.page ? Math.min(range.start.offset, length) : 0;
  const end = page === range.end.page ? Math.min(range.end.offset, length) : length;
  return start < end ? { start, end } : null;
}

/** What two ranges of one text share; null when nothing. */
export function intersectRanges(a: TextRange, b: TextRange): TextRange | null {
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end, b.end);
  return start < end ? { start, end } : null;
}
