import type { Note } from './line.ts';
import type { Box, VerticalItem } from './vertical-list.ts';

/** A box placed on a page, `y` points below the frame's top. */
export interface PlacedBox {
  box: Box;
  y: number;
}

/** Lines of a note placed on a page; a note that does not fit goes on at the foot of the next page. */
export interface PlacedNote {
  note: Note;
  from: number;
  to: number;
  y: number;
}

/** One laid-out page: positions are points within the text frame. */
export interface LaidPage {
  boxes: PlacedBox[];
  notes: PlacedNote[];
  /** Top of the rule above the notes, null without notes. */
  noteRuleY: number | null;
  /** Title of the part the page belongs to, for the running head. */
  partTitle: string;
}

/** Space above the notes (with their rule), and between two notes. */
export const NOTE_SEPARATION = 12;
export const NOTE_GAP = 2;
/** A note that began on an earlier page takes at most this share of the next. */
const CARRIED_SHARE = 0.7;
const MIN_SPLIT_ROOM = 60;

interface NotePart {
  note: Note;
  from: number;
}

interface PageState {
  boxes: PlacedBox[];
  notes: NotePart[];
  y: number;
}

interface FilledPage extends PageState {
  next: number;
}

/** A place where the page may end: what was on it there, by count. */
interface LegalBreak {
  boxes: number;
  notes: number;
  y: number;
  next: number;
}

/**
 * Cuts a column of material into pages of `capacity` points: as much as fits on each, ending where the material
 * allows it, with the notes called on a page at its foot.
 */
export function buildPages(items: VerticalItem[], capacity: number): LaidPage[] {
  const queue = items.slice();
  const pages: LaidPage[] = [];
  let carried: NotePart[] = [];
  let partTitle = '';
  let start = skipDiscardable(queue, 0);
  while (start < queue.length || carried.length) {
    const filled = fillPage(queue, start, carried, capacity);
    const { page, rest } = finishPage(filled, capacity);
    partTitle = filled.boxes.find(placed => placed.box.partTitle)?.box.partTitle ?? partTitle;
    page.partTitle = partTitle;
    pages.push(page);
    carried = rest;
    start = skipDiscardable(queue, filled.next);
  }
  return pages;
}

function skipDiscardable(items: VerticalItem[], from: number): number {
  let i = from;
  while (i < items.length && items[i]!.kind !== 'box') i++;
  return i;
}

function fillPage(items: VerticalItem[], start: number, carried: NotePart[], capacity: number): FilledPage {
  const page: PageState = { boxes: [], notes: carried.slice(), y: 0 };
  let lastBreak: LegalBreak | null = null;
  for (let i = start; i < items.length; i++) {
    const item = items[i]!;
    if (item.kind === 'penalty') {
      if (item.value === 'force' && page.boxes.length) return { ...page, next: i + 1 };
      if (item.value === 'allow') lastBreak = markBreak(page, i);
    } else if (item.kind === 'glue') {
      if (items[i - 1]?.kind === 'box' && page.boxes.length) lastBreak = markBreak(page, i);
      if (page.boxes.length) page.y += item.height;
    } else if (fits(page, item, carried.length, capacity)) {
      placeBox(page, item);
    } else {
      return overflow(items, i, { page, lastBreak, carriedCount: carried.length }, capacity);
    }
  }
  return { ...page, next: items.length };
}

function markBreak(page: PageState, next: number): LegalBreak {
  return { boxes: page.boxes.length, notes: page.notes.length, y: page.y, next };
}

function endAt(page: PageState, legal: LegalBreak): FilledPage {
  const { boxes, notes, y, next } = legal;
  return { boxes: page.boxes.slice(0, boxes), notes: page.notes.slice(0, notes), y, next };
}

function placeBox(page: PageState, box: Box): void {
  if (!page.boxes.length && box.repeatedHead) {
    page.boxes.push({ box: box.repeatedHead, y: 0 });
    page.y = box.repeatedHead.height;
  }
  page.boxes.push({ box, y: page.y });
  page.y += box.height;
  for (const note of box.notes) page.notes.push({ note, from: 0 });
}

function fits(page: PageState, box: Box, carriedCount: number, capacity: number): boolean {
  const head = page.boxes.length ? 0 : (box.repeatedHead?.height ?? 0);
  const bottom = page.y + head + box.height;
  const limit = capacity + 0.01;
  const notes = page.notes.concat(box.notes.map(note => ({ note, from: 0 })));
  const needed = bottom + heightForNotes(notes, carriedCount, capacity);
  if (needed <= limit) return true;
  const last = box.notes.at(-1);
  if (!last || last.lines.length < 4) return false;
  const remainder = (last.lines.length - 2) * last.leading;
  return needed - remainder <= limit;
}

/** What the notes of a page ask of it: those carried over are content with their share, however long they are. */
function heightForNotes(notes: NotePart[], carriedCount: number, capacity: number): number {
  const carried = Math.min(notesHeight(notes.slice(0, carriedCount)), capacity * CARRIED_SHARE);
  return carried + notesHeight(notes.slice(carriedCount), carried > 0);
}

function notesHeight(parts: NotePart[], separated = false): number {
  if (!parts.length) return 0;
  const text = parts.reduce((sum, { note, from }) => sum + (note.lines.length - from) * note.leading, 0);
  return text + (parts.length - 1) * NOTE_GAP + (separated ? NOTE_GAP : NOTE_SEPARATION);
}

/** A page that is full but for the box that did not fit. */
interface FullPage {
  page: PageState;
  lastBreak: LegalBreak | null;
  carriedCount: number;
}

function overflow(items: VerticalItem[], i: number, full: FullPage, capacity: number): FilledPage {
  const { page, lastBreak } = full;
  const box = items[i] as Box;
  const split = trySplit(box, full, capacity);
  if (split) {
    placeBox(page, split[0]);
    items[i] = split[1];
    return { ...page, next: i };
  }
  if (lastBreak?.boxes) return endAt(page, lastBreak);
  if (page.boxes.length) return { ...page, next: i };
  placeBox(page, box);
  return { ...page, next: i + 1 };
}

/** A box is divided only if it is long, or alone on its page: a short one goes whole to the next page. */
function trySplit(box: Box, { page, carriedCount }: FullPage, capacity: number): [Box, Box] | null {
  if (!box.split) return null;
  const head = page.boxes.length ? 0 : (box.repeatedHead?.height ?? 0);
  const needed = (notes: NotePart[]) => heightForNotes(notes, carriedCount, capacity);
  const room = capacity - page.y - head - needed(page.notes);
  const alone = !page.boxes.length;
  if (!alone && (room < MIN_SPLIT_ROOM || box.height < capacity * 0.45)) return null;
  const whole = box.split(room);
  const called = page.notes.concat(whole?.[0].notes.map(note => ({ note, from: 0 })) ?? []);
  // Divided again with room for the notes that its first part calls, so that they stand on the same page.
  const parts = box.split(room - needed(called) + needed(page.notes)) ?? whole;
  for (const part of parts ?? []) part.repeatedHead = box.repeatedHead;
  return parts;
}

function finishPage(filled: FilledPage, capacity: number): { page: LaidPage; rest: NotePart[] } {
  const page: LaidPage = { boxes: filled.boxes, notes: [], noteRuleY: null, partTitle: '' };
  if (!filled.notes.length) return { page, rest: [] };
  const { placed, rest, height } = chooseNoteLines(filled.notes, capacity - filled.y);
  let y = capacity - height + NOTE_SEPARATION;
  if (placed.length) page.noteRuleY = y - NOTE_SEPARATION * 0.55;
  for (const { note, from, to } of placed) {
    page.notes.push({ note, from, to, y });
    y += (to - from) * note.leading + NOTE_GAP;
  }
  return { page, rest };
}

function chooseNoteLines(
  parts: NotePart[],
  room: number,
): { placed: Omit<PlacedNote, 'y'>[]; rest: NotePart[]; height: number } {
  const placed: Omit<PlacedNote, 'y'>[] = [];
  const rest: NotePart[] = [];
  let height = NOTE_SEPARATION - NOTE_GAP;
  for (const { note, from } of parts) {
    const fitting = Math.floor((room - height - NOTE_GAP + 0.01) / note.leading);
    const to = rest.length ? from : Math.min(note.lines.length, from + Math.max(0, fitting));
    if (to > from) {
      placed.push({ note, from, to });
      height += NOTE_GAP + (to - from) * note.leading;
    }
    if (to < note.lines.length) rest.push({ note, from: to });
  }
  return { placed, rest, height };
}
