import type { PlacedBox } from './build-pages.ts';
import type { NotePart, PlacedNote } from './page-notes.ts';

/** Space between two notes of the margin, in points. */
const MARGIN_NOTE_GAP = 6;

interface Wanted extends NotePart {
  y: number;
}

/**
 * Places notes in the margin beside their lines, those carried over from the page before first. One that would run into
 * another goes below it; where the margin is full, notes move up, and what has no room goes on on the next page.
 */
export function placeMarginNotes(
  boxes: PlacedBox[],
  carried: NotePart[],
  capacity: number,
): { notes: PlacedNote[]; rest: NotePart[] } {
  const wanted: Wanted[] = carried.map(part => ({ ...part, y: 0 }));
  for (const { box, y } of boxes) {
    for (const each of box.marginNotes ?? []) wanted.push({ note: each.note, from: 0, y: y + each.y });
  }
  if (!wanted.length) return { notes: [], rest: [] };
  const { notes, rest } = chooseLines(wanted, capacity);
  pushDown(notes);
  pushUp(notes, capacity);
  return { notes, rest };
}

function heightOfNote({ note, from, to }: PlacedNote): number {
  return (to - from) * note.leading;
}

function chooseLines(wanted: Wanted[], capacity: number): { notes: PlacedNote[]; rest: NotePart[] } {
  const notes: PlacedNote[] = [];
  let room = capacity;
  for (const [index, { note, from, y }] of wanted.entries()) {
    const to = Math.min(note.lines.length, from + Math.max(0, Math.floor((room + 0.01) / note.leading)));
    if (to > from) notes.push({ note, from, to, y });
    if (to < note.lines.length) return { notes, rest: restOf(wanted, index, to) };
    room -= (to - from) * note.leading + MARGIN_NOTE_GAP;
  }
  return { notes, rest: [] };
}

function restOf(wanted: Wanted[], index: number, from: number): NotePart[] {
  const later = wanted.slice(index + 1).map(({ note, from: start }) => ({ note, from: start }));
  return [{ note: wanted[index]!.note, from }, ...later];
}

function pushDown(notes: PlacedNote[]): void {
  let free = 0;
  for (const placed of notes) {
    placed.y = Math.max(placed.y, free);
    free = placed.y + heightOfNote(placed) + MARGIN_NOTE_GAP;
  }
}

function pushUp(notes: PlacedNote[], capacity: number): void {
  let limit = capacity;
  for (const placed of notes.toReversed()) {
    placed.y = Math.max(0, Math.min(placed.y, limit - heightOfNote(placed)));
    limit = placed.y - MARGIN_NOTE_GAP;
  }
}
