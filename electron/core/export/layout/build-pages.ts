import type { Banner } from '../../../../shared/document/content-document.ts';
import { type FilledPage, fillPage } from './fill-page.ts';
import { placeMarginNotes } from './margin-notes.ts';
import { carriedHeight, type NotePart, type PlacedNote, placeNotes } from './page-notes.ts';
import { segmentItems } from './page-segments.ts';
import type { Box, Float, VerticalItem } from './vertical-list.ts';

export type { PlacedNote } from './page-notes.ts';

/** A box placed on a page, `y` points below the frame's top. */
export interface PlacedBox {
  box: Box;
  y: number;
}

/** One laid-out page: positions are points within the text frame. */
export interface LaidPage {
  boxes: PlacedBox[];
  notes: PlacedNote[];
  /** Notes beside the frame, on its outer side. */
  marginNotes: PlacedNote[];
  /** Top of the rule above the notes, null without notes. */
  noteRuleY: number | null;
  /** Title of the part the page belongs to, for the running head. */
  partTitle: string;
  /** Wider than high. */
  turned: boolean;
  /** Boxes are placed from the sheet's left edge, not from the text frame's, which changes sides in duplex. */
  fromEdge?: boolean;
  /** A marking of its own in place of the document's; null prints none. */
  banner?: Banner | null;
}

interface Waiting {
  notes: NotePart[];
  marginNotes: NotePart[];
  floats: Float[];
}

/**
 * Cuts a column of material into pages of `capacity` points: as much as fits on each, ending where the material
 * allows it, with the notes called on a page at its foot. Turned material gets pages of its own, in its place.
 */
export function buildPages(items: VerticalItem[], capacity: number): LaidPage[] {
  const pages: LaidPage[] = [];
  for (const { items: own, turned } of segmentItems(items)) {
    for (const page of buildSegment(own, turned ?? capacity)) {
      page.turned = turned !== null;
      page.partTitle ||= pages.at(-1)?.partTitle ?? '';
      pages.push(page);
    }
  }
  return pages;
}

function buildSegment(items: VerticalItem[], capacity: number): LaidPage[] {
  const pages: LaidPage[] = [];
  let waiting: Waiting = { notes: [], marginNotes: [], floats: [] };
  let place = skipDiscardable(items, 0);
  while (place.next < items.length || isOwed(waiting)) {
    const mustWait = place.forced && waiting.floats.length > 0;
    const filled = fillWhole(mustWait ? [] : items, mustWait ? 0 : place.next, waiting, capacity);
    if (!mustWait) place = skipDiscardable(items, filled.next);
    const finished = finishPage(filled, items[place.next], waiting.marginNotes, capacity);
    waiting = finished.waiting;
    pages.push(finished.page);
  }
  return pages;
}

/** Shares of what notes carried over ask for that they get where what must stay together has no room beside them. */
const GIVING_WAY = [1, 0.5, 0.2];

function fillWhole(items: VerticalItem[], from: number, waiting: Waiting, capacity: number): FilledPage {
  const wanted = carriedHeight(waiting.notes, capacity);
  const fill = (share: number) =>
    fillPage(items, from, {
      carried: waiting.notes,
      carriedHeight: wanted * share,
      floats: waiting.floats,
      capacity,
    });
  for (const share of wanted ? GIVING_WAY : []) {
    const filled = fill(share);
    if (!filled.torn) return filled;
  }
  return fill(1);
}

function isOwed({ notes, marginNotes, floats }: Waiting): boolean {
  return notes.length + marginNotes.length + floats.length > 0;
}

/** The next item that takes room, and whether the material says that it begins a page. */
function skipDiscardable(items: VerticalItem[], from: number): { next: number; forced: boolean } {
  let forced = false;
  let next = from;
  for (; next < items.length; next++) {
    const item = items[next]!;
    if (item.kind === 'box' || item.kind === 'float') break;
    if (item.kind === 'penalty' && item.value === 'force') forced = true;
  }
  return { next, forced };
}

function finishPage(
  filled: FilledPage,
  following: VerticalItem | undefined,
  marginNotes: NotePart[],
  capacity: number,
): { page: LaidPage; waiting: Waiting } {
  const { boxes, floats } = filled;
  const foot = footOf(boxes, following);
  const { notes, ruleY, rest } = placeNotes(filled.notes, filled.y, capacity - (foot?.height ?? 0));
  const margin = placeMarginNotes(boxes, marginNotes, capacity);
  const page: LaidPage = {
    boxes: foot ? [...boxes, { box: foot, y: capacity - foot.height }] : boxes,
    notes,
    marginNotes: margin.notes,
    noteRuleY: ruleY,
    partTitle: boxes.find(placed => placed.box.partTitle)?.box.partTitle ?? '',
    turned: false,
  };
  return { page, waiting: { notes: rest, marginNotes: margin.rest, floats } };
}

/** What is printed at the foot of a page in the midst of something: its last box and the following one say so. */
function footOf(boxes: PlacedBox[], following: VerticalItem | undefined): Box | undefined {
  const foot = boxes.at(-1)?.box.foot;
  return foot && following?.kind === 'box' && following.foot === foot ? foot : undefined;
}
