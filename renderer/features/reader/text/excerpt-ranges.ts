import type { Excerpt, Place } from '../../../../shared/model/excerpt.ts';
import type { TextRange } from './places.ts';

/** An excerpt's stretch on one page. */
export interface ExcerptRange extends TextRange {
  excerptId: string;
}

/** The stretches of excerpts by page; a changed excerpt has no place that could be shown as its own. */
export function excerptRangesByPage(excerpts: readonly Excerpt[]): ReadonlyMap<number, ExcerptRange[]> {
  const byPage = new Map<number, ExcerptRange[]>();
  for (const excerpt of excerpts) {
    if (excerpt.status === 'changed') continue;
    for (const { page, start, end } of excerpt.segments) {
      const ranges = byPage.get(page) ?? [];
      ranges.push({ excerptId: excerpt.id, start, end });
      byPage.set(page, ranges);
    }
  }
  return byPage;
}

/** The shortest excerpt at a place: of two that overlap, the one that says more about it. */
export function excerptAt(ranges: readonly ExcerptRange[] | undefined, place: Place): string | null {
  let best: ExcerptRange | null = null;
  for (const range of ranges ?? []) {
    if (place.offset < range.start || place.offset >= range.end) continue;
    if (!best || range.end - range.start < best.end - best.start) best = range;
  }
  return best?.excerptId ?? null;
}

/** Excerpts in the order of the source's text. */
export function sortByPlace(excerpts: readonly Excerpt[]): Excerpt[] {
  return [...excerpts].sort((a, b) => {
    const [first, second] = [a.segments[0]!, b.segments[0]!];
    return first.page - second.page || first.start - second.start || (a.id < b.id ? -1 : 1);
  });
}
