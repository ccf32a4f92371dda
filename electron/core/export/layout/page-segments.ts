import type { Box, VerticalItem } from './vertical-list.ts';

/** Material for pages of one kind: upright, or turned to landscape with a capacity of its own. */
export interface PageSegment {
  items: VerticalItem[];
  /** Height of the frame in points; null: that of the upright page. */
  turned: number | null;
}

/** An opening up to this share of a turned page stands on it. */
const LONGEST_OPENING = 0.3;

/**
 * Parts a column where it turns to landscape and back. What must not end a page (a heading) goes with the turned
 * material that it stands above; turned material with nothing between shares pages, and a
 * short opening of the column (title, a few lines) does not keep a page to itself.
 */
export function segmentItems(items: VerticalItem[]): PageSegment[] {
  const segments: PageSegment[] = [{ items: [], turned: null }];
  for (const item of items) {
    const open = segments.at(-1)!;
    if (item.kind !== 'turned') {
      if (open.turned !== null && item.kind !== 'glue') segments.push({ items: [item], turned: null });
      else open.items.push(item);
      continue;
    }
    if (open.turned !== null) append(open.items, item.items);
    else {
      const isOpening = segments.length === 1 && isShort(open.items, item.capacity * LONGEST_OPENING);
      const above = isOpening ? open.items.splice(0) : takeHeadings(open.items);
      segments.push({ items: [...above, ...item.items], turned: item.capacity });
    }
  }
  return segments.filter(segment => segment.items.some(item => item.kind !== 'glue'));
}

/** Whether boxes and white space alone make up a column, no higher than `most`. */
function isShort(items: VerticalItem[], most: number): boolean {
  let height = 0;
  for (const item of items) {
    if (item.kind === 'penalty' && item.value !== 'force') continue;
    if (item.kind !== 'box' && item.kind !== 'glue') return false;
    height += item.height;
  }
  return height <= most;
}

function append(items: VerticalItem[], more: VerticalItem[]): void {
  for (const item of more) items.push(item);
}

/** Takes from the end of a column what belongs to the material that follows it. */
function takeHeadings(items: VerticalItem[]): VerticalItem[] {
  let start = items.length;
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i]!;
    if (item.kind === 'glue') continue;
    if (item.kind !== 'penalty' || item.value !== 'forbid') break;
    start = headingStart(items, i);
    i = start;
  }
  return items.splice(start);
}

/** Index of the first of the boxes that stand without a legal break above item `end`. */
function headingStart(items: VerticalItem[], end: number): number {
  let i = end;
  while (i > 0 && !endsPage(items, i)) i--;
  return i;
}

function endsPage(items: VerticalItem[], i: number): boolean {
  const item = items[i]!;
  if (item.kind === 'penalty') return item.value !== 'forbid';
  return item.kind === 'glue' && isBox(items[i - 1]);
}

function isBox(item: VerticalItem | undefined): item is Box {
  return item?.kind === 'box';
}
