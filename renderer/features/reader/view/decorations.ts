import type { ExcerptRange } from '../text/excerpt-ranges.ts';
import type { FoundPlace } from '../text/find-text.ts';
import type { RangeParts } from '../text/range-parts.ts';
import type { Decoration } from '../text/split-text.ts';

/** Everything that is shown on the text of a source. */
export interface Shown {
  excerpts: ReadonlyMap<number, readonly ExcerptRange[]>;
  found: ReadonlyMap<number, readonly FoundPlace[]>;
  current: FoundPlace | null;
  selection: RangeParts | null;
  flash: RangeParts | null;
  /** The excerpt chosen in the list, drawn stronger. */
  chosenId: string | null;
}

/** The decorations of one page, as a list; the order is that in which they are painted. */
export function decorationsOfPage(shown: Shown, page: number): Decoration[] {
  const list: Decoration[] = [];
  for (const { start, end, excerptId } of shown.excerpts.get(page) ?? []) {
    list.push({ kind: 'excerpt', id: excerptId, start, end });
  }
  for (const { start, end } of shown.found.get(page) ?? []) list.push({ kind: 'found', id: '', start, end });
  if (shown.current?.page === page) list.push({ ...shown.current, kind: 'current', id: '' });
  for (const kind of ['flash', 'selected'] as const) {
    const part = (kind === 'flash' ? shown.flash : shown.selection)?.get(page);
    if (part) list.push({ ...part, kind, id: '' });
  }
  return list;
}

/** Whether two lists of decorations look the same, so that a page need not be painted again. */
export function sameDecorations(a: readonly Decoration[], b: readonly Decoration[]): boolean {
  return (
    a.length === b.length &&
    a.every((left, i) => {
      const right = b[i]!;
      return (
        left.kind === right.kind &&
        left.id === right.id &&
        left.start === right.start &&
        left.end === right.end
      );
    })
  );
}

/** Groups what was found by page. */
export function groupByPage(found: readonly FoundPlace[]): ReadonlyMap<number, readonly FoundPlace[]> {
  return Map.groupBy(found, place => place.page);
}
