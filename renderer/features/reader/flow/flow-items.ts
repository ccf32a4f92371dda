import type { Place } from '../../../../shared/model/excerpt.ts';
import type { FlowBlockKind, Page } from '../../../../shared/model/page.ts';
import { cutLongRange } from '../text/split-text.ts';

/** One block (or a part of a very long one) of a flowing document, as it is shown. */
export interface FlowItem {
  page: number;
  kind: FlowBlockKind;
  level: number;
  start: number;
  end: number;
  text: string;
  /** False for the second and later parts of a block that was cut. */
  isFirst: boolean;
}

/** Longest part of a block that is shown as one, in UTF-16 units. */
const LONGEST = 4000;

/** The blocks of all pages, in reading order; text that no block holds is shown as paragraphs. */
export function listFlowItems(pages: Iterable<Page>): FlowItem[] {
  const items: FlowItem[] = [];
  for (const page of pages) {
    const whole = [{ kind: 'paragraph' as const, level: 0, start: 0, end: page.text.length }];
    const blocks = page.layout.kind === 'flow' ? page.layout.blocks : whole;
    for (const block of blocks) {
      for (const part of cutLongRange(page.text, block, LONGEST)) {
        if (part.end <= part.start) continue;
        items.push({
          ...block,
          ...part,
          page: page.index,
          text: page.text,
          isFirst: part.start === block.start,
        });
      }
    }
  }
  return items;
}

/** The item that holds a place, or the nearest one before it; 0 when there is none. */
export function itemAtPlace(items: readonly FlowItem[], place: Place): number {
  let low = 0;
  let high = Math.max(0, items.length - 1);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const item = items[middle]!;
    if (item.page < place.page || (item.page === place.page && item.start <= place.offset)) low = middle;
    else high = middle - 1;
  }
  return low;
}
