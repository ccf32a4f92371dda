import type { HexColor } from '../../../../shared/document/content.ts';
import type { Drawing } from './drawing.ts';
import type { Line, Note } from './line.ts';
import type { StructNode } from './structure.ts';

/** Something painted, placed from the top left of its box; points, y downwards. */
export type PaintOp =
  | { kind: 'line'; line: Line; x: number; baseline: number }
  | {
      kind: 'rule';
      x1: number;
      y1: number;
      x2: number;
      y2: number;
      width: number;
      color: HexColor;
      dotted?: boolean;
    }
  | { kind: 'fill'; x: number; y: number; width: number; height: number; color: HexColor }
  | { kind: 'box'; box: Box; x: number; y: number }
  /** A picture or drawing, the content of its Figure element (null: an artifact). */
  | {
      kind: 'figure';
      node: StructNode | null;
      x: number;
      y: number;
      width: number;
      height: number;
      drawings: Drawing[];
    }
  /**
   * A page of an original, reduced by `scale`; `matrix` makes it upright (ISO 32000-1, 8.3.4). `node` reads it as a whole; null where it
   * has tags of its own.
   */
  | {
      kind: 'original';
      node: StructNode | null;
      /** Unique in the document. */
      name: string;
      sourceId: string;
      page: number;
      x: number;
      y: number;
      height: number;
      scale: number;
      matrix: readonly [number, number, number, number, number, number];
    }
  /** Puts an element into the structure even if it has no text of its own (an empty cell). */
  | { kind: 'touch'; node: StructNode };

/** A link target inside a box: `y` points below its top. */
export interface Anchor {
  id: string;
  y: number;
  /** No target of its own: a name that the index lists stands here; `id` is empty. */
  indexEntry?: string;
}

/** A note for the margin, beside the line that begins `y` points below the box's top. */
export interface MarginNote {
  note: Note;
  y: number;
}

/** Material that stays together unless `split` can divide it. Height in points. */
export interface Box {
  kind: 'box';
  height: number;
  ops: PaintOp[];
  notes: Note[];
  anchors: Anchor[];
  /** Divides the box so that the first part is at most `room` high; null when nothing useful fits. */
  split?: (room: number) => [Box, Box] | null;
  /** With less room than this `split` is not asked; where absent, only a long box is divided at all. */
  divideFrom?: number;
  /** Notes that go in the margin beside this box. */
  marginNotes?: MarginNote[];
  /** Painted above this box when it begins a page (a table's heads). */
  repeatedHead?: Box;
  /** Painted above what is left of this box when it is divided, where it has no `repeatedHead`. */
  headWhenCut?: Box;
  /** Painted at the foot of a page that ends between two boxes of the same foot. */
  foot?: Box;
  /** From here on the running head names this part. */
  partTitle?: string;
}

/** White space, which vanishes at a page's top and foot; a page may end at it when it follows a box. */
export interface Glue {
  kind: 'glue';
  height: number;
}

/** Whether the page may (`allow`), must (`force`) or must not (`forbid`) end here. */
export interface Penalty {
  kind: 'penalty';
  value: 'allow' | 'force' | 'forbid';
  /** The line above ends within a word: the page had better end elsewhere. */
  withinWord?: boolean;
  /** The page need not end here (`force`) where all that stands before the next forced end has room on it. */
  unlessWhole?: boolean;
}

/** A box that goes to the head of the next page with room when it does not fit where it is written. */
export interface Float {
  kind: 'float';
  box: Box;
  /** Its element, which keeps its place in the reading order. */
  node: StructNode | null;
}

/** Material for pages of its own, turned to landscape, with frames `capacity` points high. */
export interface Turned {
  kind: 'turned';
  items: VerticalItem[];
  capacity: number;
}

/** A column of material to be cut into pages. Floats and turned material stand only where a page can take them. */
export type VerticalItem = Box | Glue | Penalty | Float | Turned;

export const FORBID: Penalty = { kind: 'penalty', value: 'forbid' };
export const FORCE: Penalty = { kind: 'penalty', value: 'force' };
export const FORCE_UNLESS_WHOLE: Penalty = { kind: 'penalty', value: 'force', unlessWhole: true };
export const ALLOW: Penalty = { kind: 'penalty', value: 'allow' };
const ALLOW_WITHIN_WORD: Penalty = { kind: 'penalty', value: 'allow', withinWord: true };

/** White space of some points. */
export function glue(height: number): Glue {
  return { kind: 'glue', height };
}

/** A box around ops. */
export function makeBox(height: number, ops: PaintOp[], notes: Note[] = []): Box {
  return { kind: 'box', height, ops, notes, anchors: [] };
}

/** Where a line's baseline lies within its leading, as a share of it. */
export const BASELINE = 0.76;

/** A box for each line of a paragraph, `x` points from the frame's left edge, divided only where two lines stay on each side. */
export function stackLines(lines: Line[], x: number, leading: number): VerticalItem[] {
  const items: VerticalItem[] = [];
  lines.forEach((line, index) => {
    if (index > 0) items.push(breakBetween(lines, index));
    items.push(makeLineBox(line, x, leading));
  });
  return items;
}

/** Whether a page may end above line `index`. */
function breakBetween(lines: Line[], index: number): Penalty {
  if (index === 1 || index === lines.length - 1) return FORBID;
  return lines[index - 1]!.segments.at(-1)?.hyphen ? ALLOW_WITHIN_WORD : ALLOW;
}

/** A line's box; the notes it calls come with it, and the places of their calls. */
function makeLineBox(line: Line, x: number, leading: number): Box {
  const ops: PaintOp[] = [{ kind: 'line', line, x, baseline: leading * BASELINE }];
  if (!line.notes.length && !line.indexEntries) return makeBox(leading, ops);
  const box = makeBox(
    leading,
    ops,
    line.notes.filter(note => !note.inMargin),
  );
  for (const indexEntry of line.indexEntries ?? []) box.anchors.push({ id: '', y: 0, indexEntry });
  for (const note of line.notes) {
    // Its first line stands on the baseline of the line that calls it.
    if (note.inMargin) addMarginNote(box, { note, y: (leading - note.leading) * BASELINE });
    if (note.callId) box.anchors.push({ id: note.callId, y: 0 });
  }
  return box;
}

/** The first box of a column, if any. */
export function firstBox(items: VerticalItem[]): Box | undefined {
  return items.find(item => item.kind === 'box');
}

/** Total height of a column, in points. */
export function heightOf(items: VerticalItem[]): number {
  return items.reduce((sum, item) => sum + heightOfItem(item), 0);
}

/** Height of one item, in points; turned material takes no room on the page it is written on. */
export function heightOfItem(item: VerticalItem): number {
  if (item.kind === 'float') return item.box.height;
  return item.kind === 'penalty' || item.kind === 'turned' ? 0 : item.height;
}

/** Puts a column into one box (glue at its ends dropped), offset by `x` and `top`. */
export function packColumn(items: VerticalItem[], x: number, top: number): { box: Box; height: number } {
  const box = makeBox(0, []);
  let y = top;
  let pending = 0;
  let begun = false;
  for (const item of items) {
    if (item.kind === 'glue' && begun) pending += item.height;
    if (item.kind !== 'box') continue;
    y += pending;
    pending = 0;
    begun = true;
    appendBox(box, item, x, y);
    y += item.height;
  }
  box.height = y - top;
  return { box, height: y - top };
}

/** Puts one box inside another; its notes and anchors become the outer box's. */
export function appendBox(outer: Box, inner: Box, x: number, y: number): void {
  outer.ops.push({ kind: 'box', box: inner, x, y });
  outer.notes.push(...inner.notes);
  for (const anchor of inner.anchors) outer.anchors.push({ ...anchor, y: anchor.y + y });
  for (const each of inner.marginNotes ?? []) addMarginNote(outer, { note: each.note, y: each.y + y });
}

/** Adds a note for the margin to a box. */
export function addMarginNote(box: Box, note: MarginNote): void {
  box.marginNotes ??= [];
  box.marginNotes.push(note);
}
