import type { StructNode } from './structure.ts';
import { COLORS } from './text-style.ts';
import { type Box, heightOf, makeBox, packColumn, type VerticalItem } from './vertical-list.ts';

/** One cell of a row: its column of material, and the left edge of its text. */
export interface RowCell {
  x: number;
  items: VerticalItem[];
  node: StructNode | null;
}

/** How a row is drawn: space above and below its text, hairlines, and a tint behind a head. */
export interface RowLook {
  padding: number;
  top: boolean;
  bottom: boolean;
  x: number;
  width: number;
  fill?: boolean;
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
  }
  box.height = tallest + 2 * look.padding;
  drawLines(box, look);
  box.split = room => splitRow(cells, look, room);
  return box;
}

function drawLines(box: Box, look: RowLook): void {
  if (look.fill) {
    const { x, width } = look;
    box.ops.unshift({ kind: 'fill', x, y: 0, width, height: box.height, color: COLORS.headFill });
  }
  if (look.top) box.ops.push(hairline(look, 0));
  if (look.bottom) box.ops.push(hairline(look, box.height));
}

function hairline(look: RowLook, y: number) {
  return {
    kind: 'rule',
    x1: look.x,
    y1: y,
    x2: look.x + look.width,
    y2: y,
    width: 0.5,
    color: COLORS.hairline,
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

/** Divides a column so that the first part is at most `room` high. */
export function splitColumn(items: VerticalItem[], room: number): [VerticalItem[], VerticalItem[]] {
  let height = 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (item.kind === 'penalty') continue;
    if (item.kind === 'box' && height + item.height > room) {
      const parts = item.split?.(room - height);
      if (!parts) return [items.slice(0, i), items.slice(i)];
      return [
        [...items.slice(0, i), parts[0]],
        [parts[1], ...items.slice(i + 1)],
      ];
    }
    height += item.height;
  }
  return [items, []];
}
