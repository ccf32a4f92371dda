import type { PlacedBox } from './build-pages.ts';
import type { Note } from './line.ts';
import { calledHeight, deferrable, type NotePart, notesRoom } from './page-notes.ts';
import {
  type Box,
  type Float,
  heightOfItem,
  makeBox,
  type Penalty,
  type VerticalItem,
} from './vertical-list.ts';

/** What earlier pages left for this one: notes that go on, with the height they ask for, and floats. */
export interface PageStart {
  carried: NotePart[];
  carriedHeight: number;
  floats: Float[];
  capacity: number;
}

/** A page filled with text: `next` is the item that the following page starts with, `floats` wait for it. */
export interface FilledPage {
  boxes: PlacedBox[];
  notes: NotePart[];
  y: number;
  next: number;
  floats: Float[];
  /** It ends where it should not: not even what must stay together had room. */
  torn?: boolean;
}

/** White space below a float at the head of a page, in points. */
const FLOAT_GAP = 14;
/** A box is divided only for this much room, unless it says otherwise. */
const MIN_SPLIT_ROOM = 60;
/** Boxes shorter than this share of the page go whole to the next. */
const LONG_SHARE = 0.45;

interface PageState {
  start: PageStart;
  boxes: PlacedBox[];
  /** How many boxes stand at the head of the page before its text. */
  headCount: number;
  called: Note[];
  calledHeight: number;
  y: number;
  /** Floats at the head that had no room, then those met on this page. */
  floats: Float[];
}

/** A place where the page may end: what was on it there, by count. */
interface LegalBreak {
  boxes: number;
  called: number;
  floats: number;
  y: number;
  next: number;
  /** Set where the page would end within a word: the place before it where it would not. */
  rather?: LegalBreak | null;
}

/** For a page that does not end within a word, at most this many points of it stay empty. */
const WORD_ROOM = 32;

/** Fills a page from item `from` on, ending where the material allows it. Boxes it divides are replaced in `items`. */
export function fillPage(items: VerticalItem[], from: number, start: PageStart): FilledPage {
  const page = beginPage(start);
  let legal: LegalBreak | null = null;
  for (let i = from; i < items.length; i++) {
    const item = items[i]!;
    if (item.kind === 'penalty') {
      if (item.value === 'force' && !isFresh(page) && !mayGoOn(page, items, i)) return endPage(page, i);
      if (item.value === 'allow') legal = markLine(page, i, item, legal);
    } else if (item.kind === 'glue') {
      if (isMaterial(items[i - 1]) && !isFresh(page)) legal = markBreak(page, i);
      if (!isFresh(page)) page.y += item.height;
    } else if (item.kind === 'float') {
      if (!placeFloat(page, item) && items[i + 1]?.kind === 'glue') i++;
    } else if (item.kind === 'box') {
      if (!fits(page, item)) return overflow(items, i, page, legal);
      placeBox(page, item);
    }
  }
  return endPage(page, items.length);
}

/** Begins a page with the floats that waited for it, as many as fit: one at least. */
function beginPage(start: PageStart): PageState {
  const page: PageState = {
    start,
    boxes: [],
    headCount: 0,
    called: [],
    calledHeight: 0,
    y: 0,
    floats: start.floats.slice(),
  };
  while (page.floats.length && (!page.boxes.length || fits(page, page.floats[0]!.box))) {
    const { box } = page.floats.shift()!;
    page.headCount++;
    placeBox(page, box);
    page.y += FLOAT_GAP;
  }
  return page;
}

/** Whether no text stands on the page yet. */
function isFresh(page: PageState): boolean {
  return page.boxes.length === page.headCount;
}

/** Whether a page goes on past the forced end at `from`, because what stands before the next one has room on it. */
function mayGoOn(page: PageState, items: VerticalItem[], from: number): boolean {
  const own = items[from]!;
  if (own.kind !== 'penalty' || !own.unlessWhole || page.floats.length) return false;
  const notes: Note[] = [];
  let height = 0;
  for (const item of items.slice(from + 1)) {
    if (item.kind === 'penalty' && item.value === 'force') break;
    height += heightOfItem(item);
    if (item.kind === 'box') notes.push(...item.notes);
  }
  const room = page.start.capacity - page.y;
  return height <= room - notesRoom(page.start.carriedHeight, page.calledHeight + calledHeight(notes));
}

function isMaterial(item: VerticalItem | undefined): boolean {
  return item?.kind === 'box' || item?.kind === 'float';
}

function markBreak(page: PageState, next: number): LegalBreak {
  const { boxes, called, floats, y } = page;
  return { boxes: boxes.length, called: called.length, floats: floats.length, y, next };
}

/** A break within a word remembers the last one that is not. */
function markLine(
  page: PageState,
  next: number,
  { withinWord }: Penalty,
  before: LegalBreak | null,
): LegalBreak {
  const legal = markBreak(page, next);
  if (withinWord) legal.rather = before?.rather === undefined ? before : before.rather;
  return legal;
}

/** The break before one within a word, where it costs little. */
function preferWhole(legal: LegalBreak, headCount: number): LegalBreak {
  const { rather } = legal;
  return rather && rather.boxes > headCount && legal.y - rather.y <= WORD_ROOM ? rather : legal;
}

function endPage(page: PageState, next: number): FilledPage {
  const called = page.called.map(note => ({ note, from: 0 }));
  return {
    boxes: page.boxes,
    notes: page.start.carried.concat(called),
    y: page.y,
    next,
    floats: page.floats,
  };
}

function endAt(page: PageState, legal: LegalBreak): FilledPage {
  return endPage(
    {
      ...page,
      boxes: page.boxes.slice(0, legal.boxes),
      called: page.called.slice(0, legal.called),
      floats: page.floats.slice(0, legal.floats),
      y: legal.y,
    },
    legal.next,
  );
}

/** Places a float where it is written, or lets it wait; its element keeps the place in either case. */
function placeFloat(page: PageState, float: Float): boolean {
  const waits = page.floats.length > 0 || (page.boxes.length > 0 && !fits(page, float.box));
  if (!waits) {
    placeBox(page, float.box);
    return true;
  }
  page.floats.push(float);
  if (float.node) page.boxes.push({ box: makeBox(0, [{ kind: 'touch', node: float.node }]), y: page.y });
  return false;
}

function placeBox(page: PageState, box: Box): void {
  const head = headOf(page, box);
  if (head) {
    page.boxes.push({ box: head, y: page.y });
    page.y += head.height;
  }
  page.boxes.push({ box, y: page.y });
  page.y += box.height;
  for (const note of box.notes) page.called.push(note);
  page.calledHeight += calledHeight(box.notes);
}

function headOf(page: PageState, box: Box): Box | undefined {
  return isFresh(page) ? box.repeatedHead : undefined;
}

/** Room left for text beside the notes of the page, `more` called in addition. */
function roomFor(page: PageState, box: Box, more: Note[]): number {
  const notes = notesRoom(page.start.carriedHeight, page.calledHeight + calledHeight(more));
  const furniture = (headOf(page, box)?.height ?? 0) + (box.foot?.height ?? 0);
  return page.start.capacity - page.y - notes - furniture;
}

function fits(page: PageState, box: Box): boolean {
  const room = roomFor(page, box, box.notes) + 0.01;
  return box.height <= room + deferrable(box.notes);
}

function overflow(items: VerticalItem[], i: number, page: PageState, legal: LegalBreak | null): FilledPage {
  const box = items[i] as Box;
  const split = trySplit(box, page);
  if (split) {
    placeBox(page, split[0]);
    items[i] = split[1];
    return endPage(page, i);
  }
  if (legal && legal.boxes > page.headCount) return endAt(page, preferWhole(legal, page.headCount));
  if (page.boxes.length) return { ...endPage(page, i), torn: true };
  placeBox(page, box);
  return endPage(page, i + 1);
}

/** A box is divided only if it is long, or alone on its page: a short one goes whole to the next page. */
function trySplit(box: Box, page: PageState): [Box, Box] | null {
  if (!box.split) return null;
  const room = roomFor(page, box, []);
  const isLong = box.divideFrom !== undefined || box.height >= page.start.capacity * LONG_SHARE;
  if (page.boxes.length && (room < (box.divideFrom ?? MIN_SPLIT_ROOM) || !isLong)) return null;
  const whole = box.split(room);
  // Divided again with room for the notes that its first part calls, so that they stand on the same page.
  const parts = box.split(roomFor(page, box, whole?.[0].notes ?? [])) ?? whole;
  if (!parts) return null;
  const [first, rest] = parts;
  first.repeatedHead = box.repeatedHead;
  rest.repeatedHead = box.repeatedHead ?? box.headWhenCut;
  for (const part of parts) {
    part.foot = box.foot;
    part.divideFrom = box.divideFrom;
  }
  return parts;
}
