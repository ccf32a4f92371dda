import type { HexColor } from '../../../../shared/document/content.ts';
import { splitColumn } from './split-column.ts';
import type { StructNode } from './structure.ts';
import {
  addMarginNote,
  type Box,
  heightOf,
  makeBox,
  packColumn,
  type VerticalItem,
} from './vertical-list.ts';

/** One cell of a row: its column of material, and the left edge of its text. */
export interface RowCell {
  x: number;
  items: VerticalItem[];
  node: StructNode | null;
  /** A tint behind the cell, and its edges. */
  shade?: CellShade;
}

/** Colours behind a cell (`bar`: at its left edge) and where it begins and how wide it is, in points. */
export interface CellShade {
  fill: HexColor;
  bar: HexColor | null;
  left: number;
  width: number;
}

/** How a row is drawn: space above and below its text, hairlines, and a tint behind a head. */
export interface RowLook {
  padding: number;
  top: boolean;
  bottom: boolean;
  x: number;
  width: number;
  hairline?: HexColor;
  fill?: HexColor;
}

/** Makes a row's box; it can be divided between lines, with the rest of each cell on the next page. */
export function makeRow(cells: RowCell[], look: RowLook): Box {
  const box = makeBox(0, []);
  let tallest = 0;
  for (const cell of cells) {
    if (cell.node) box.ops.push({ kind: 'touch', node: cell.node });
    const packed = packColumn(cell.items, cell.x, look.padding);
    tallest = Math.max(tallest, packed.height);
    box.ops.push(...packed.box.ops);
    box.notes.push(...packed.box.notes);
    box.anchors.push(...packed.box.anchors);
    for (const note of packed.box.marginNotes ?? []) addMarginNote(box, note);
  }
  box.height = tallest + 2 * look.padding;
  for (const { shade } of cells) if (shade) drawShade(box, shade, 0, box.height);
  drawLines(box, look);
  box.split = room => splitRow(cells, look, room);
  return box;
}

/** Draws what lies behind a cell from `top` on, in points. */
export function drawShade(box: Box, shade: CellShade, top: number, height: number): void {
  const { fill, bar, left, width } = shade;
  if (bar) box.ops.unshift({ kind: 'fill', x: left, y: top, width: BAR_WIDTH, height, color: bar });
  box.ops.unshift({ kind: 'fill', x: left, y: top, width, height, color: fill });
}

const BAR_WIDTH = 2;

function drawLines(box: Box, look: RowLook): void {
  if (look.fill) {
    const { x, width } = look;
    box.ops.unshift({ kind: 'fill', x, y: 0, width, height: box.height, color: look.fill });
  }
  const color = look.hairline;
  if (color && look.top) box.ops.push(hairline(look, 0, color));
  if (color && look.bottom) box.ops.push(hairline(look, box.height, color));
}

function hairline(look: RowLook, y: number, color: HexColor) {
  return {
    kind: 'rule',
    x1: look.x,
    y1: y,
    x2: look.x + look.width,
    y2: y,
    width: 0.5,
    color,
  } as const;
}

function splitRow(cells: RowCell[], look: RowLook, room: number): [Box, Box] | null {
  const inner = room - 2 * look.padding;
  const parts = cells.map(cell => splitColumn(cell.items, inner));
  const stuck = parts.every(([first, rest]) => !heightOf(first) || !heightOf(rest));
  if (stuck || parts.some(([first], i) => !heightOf(first) && heightOf(cells[i]!.items) > 0)) return null;
  const side = (index: 0 | 1) => cells.map((cell, i) => ({ ...cell, items: parts[i]![index] }));
  return [makeRow(side(0), look), makeRow(side(1), look)];
}
