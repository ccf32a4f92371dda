import type { Note } from './line.ts';

/** Lines of a note placed on a page; a note that does not fit goes on at the foot of the next page. */
export interface PlacedNote {
  note: Note;
  from: number;
  to: number;
  y: number;
}

/** A note, or what is left of it from line `from` on. */
export interface NotePart {
  note: Note;
  from: number;
}

/** Space above the notes (with their rule), and between two notes. */
const NOTE_SEPARATION = 12;
const NOTE_GAP = 2;
/** A note that began on an earlier page takes at most this share of the next. */
const CARRIED_SHARE = 0.7;
/** A note has at least so many lines on each page it stands on. */
const MIN_LINES = 2;

/** Room that notes carried over from earlier pages ask for; they are content with their share, however long they are. */
export function carriedHeight(carried: NotePart[], capacity: number): number {
  if (!carried.length) return 0;
  const text = carried.reduce((sum, { note, from }) => sum + (note.lines.length - from) * note.leading, 0);
  return Math.min(NOTE_SEPARATION + text + (carried.length - 1) * NOTE_GAP, capacity * CARRIED_SHARE);
}

/** Height of notes with the space before each, without the space above them all. */
export function calledHeight(notes: Note[]): number {
  return notes.reduce((sum, note) => sum + NOTE_GAP + note.lines.length * note.leading, 0);
}

/** What all notes of a page take of it: `carried` and `called` as the functions above give them. */
export function notesRoom(carried: number, called: number): number {
  if (!called) return carried;
  return carried ? carried + called : called + NOTE_SEPARATION - NOTE_GAP;
}

/** How much of the last of a box's notes may go on on the next page. */
export function deferrable(notes: Note[]): number {
  const last = notes.at(-1);
  if (!last || last.lines.length < 2 * MIN_LINES) return 0;
  return (last.lines.length - MIN_LINES) * last.leading;
}

/** Places notes at the foot of a page whose text ends at `textEnd`; `rest` goes on on the next. */
export function placeNotes(
  parts: NotePart[],
  textEnd: number,
  capacity: number,
): { notes: PlacedNote[]; ruleY: number | null; rest: NotePart[] } {
  if (!parts.length) return { notes: [], ruleY: null, rest: [] };
  const { placed, rest, height } = chooseLines(parts, capacity - textEnd);
  let y = capacity - height + NOTE_SEPARATION;
  const ruleY = placed.length ? y - NOTE_SEPARATION * 0.55 : null;
  const notes = placed.map(({ note, from, to }) => {
    const each = { note, from, to, y };
    y += (to - from) * note.leading + NOTE_GAP;
    return each;
  });
  return { notes, ruleY, rest };
}

interface Chosen {
  placed: Omit<PlacedNote, 'y'>[];
  rest: NotePart[];
  height: number;
}

function chooseLines(parts: NotePart[], room: number): Chosen {
  const placed: Chosen['placed'] = [];
  let height = NOTE_SEPARATION - NOTE_GAP;
  for (const [index, { note, from }] of parts.entries()) {
    const to = lastLine(note, from, Math.floor((room - height - NOTE_GAP + 0.01) / note.leading));
    if (to > from) {
      placed.push({ note, from, to });
      height += NOTE_GAP + (to - from) * note.leading;
    }
    if (to < note.lines.length)
      return { placed, rest: [{ note, from: to }, ...parts.slice(index + 1)], height };
  }
  return { placed, rest: [], height };
}

/** Up to where a note is printed where `fitting` lines have room: no single line is left for the next page. */
function lastLine(note: Note, from: number, fitting: number): number {
  const to = Math.min(note.lines.length, from + Math.max(0, fitting));
  return note.lines.length - to === 1 && to - from > MIN_LINES ? to - 1 : to;
}
