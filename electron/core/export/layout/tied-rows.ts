import type { GridCell } from './measure-columns.ts';
import { splitColumn } from './split-column.ts';
import { drawShade, makeRow, type RowCell, type RowLook } from './table-row.ts';
import { type Box, heightOf, makeBox, type VerticalItem } from './vertical-list.ts';

/** A cell on the grid with its material set. */
export interface SetCell {
  cell: GridCell;
  row: RowCell;
  /** Sets the cell again as an artifact, for rows that it spans on another page. */
  repeat?: () => VerticalItem[];
}

/** How tied rows are drawn: their look, the table's left edge and its column widths, in points. */
export interface TiedLook {
  look: RowLook;
  x: number;
  widths: number[];
}

/** Left edge within the table and width of the columns that a cell covers, in points. */
export function spanOf(placed: GridCell, widths: number[]): { left: number; width: number } {
  const sum = (from: number, to: number) => widths.slice(from, to).reduce((a, b) => a + b, 0);
  return { left: sum(0, placed.column), width: sum(placed.column, placed.column + placed.colspan) };
}

/**
 * Rows tied by a rowspan become one box: each row as tall as its own cells, the last one stretched for the spanning cell. `rows` are
 * their numbers. The box can be divided between rows, with the rest of the spanning cells on the next page, or within its first row.
 */
export function stackTied(set: SetCell[], rows: number[], tied: TiedLook): Box {
  const tops = tiedTops(set, rows, tied.look.padding);
  const topOf = (cell: GridCell) => tops[rows.indexOf(cell.row)]!;
  const columns = set.map(({ cell, row }) =>
    topOf(cell) === 0
      ? { ...row, shade: undefined }
      : { ...row, shade: undefined, items: [makeBox(topOf(cell), []), ...row.items] },
  );
  const box = makeRow(columns, tied.look);
  for (const { cell, row } of set) {
    const end = tops[rows.findIndex(each => each >= cell.row + cell.rowspan)] ?? box.height;
    if (row.shade) drawShade(box, row.shade, topOf(cell), end - topOf(cell));
  }
  for (const { cell } of set) {
    const y = topOf(cell);
    const { left, width } = spanOf(cell, tied.widths);
    const x1 = tied.x + left;
    const color = tied.look.hairline;
    if (y > 0 && color) box.ops.push({ kind: 'rule', x1, y1: y, x2: x1 + width, y2: y, width: 0.5, color });
  }
  box.split = room => splitBetween(set, rows, tops, tied, room) ?? splitFirst(set, rows, tied, room);
  return box;
}

/** Divides after as many rows as have room; null when not even one has. */
function splitBetween(
  set: SetCell[],
  rows: number[],
  tops: number[],
  tied: TiedLook,
  room: number,
): [Box, Box] | null {
  const at = tops.findLastIndex((top, i) => i > 0 && i < rows.length && top <= room);
  if (at < 1) return null;
  const next = rows[at]!;
  const above: SetCell[] = [];
  const below = set.filter(({ cell }) => cell.row >= next);
  for (const each of set.filter(({ cell }) => cell.row < next)) {
    const [upper, lower] = splitSpanning(
      each,
      next,
      tops[at]! - tops[rows.indexOf(each.cell.row)]!,
      tied.look.padding,
    );
    above.push(upper);
    if (lower) below.push(lower);
  }
  below.sort((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column);
  return [stackTied(above, rows.slice(0, at), tied), stackTied(below, rows.slice(at), tied)];
}

/** The part of a cell above row `next`, in `height` points, and what is left of it when it spans further. */
function splitSpanning(
  { cell, row, repeat }: SetCell,
  next: number,
  height: number,
  padding: number,
): [SetCell, SetCell | null] {
  const end = cell.row + cell.rowspan;
  if (end <= next) return [{ cell, row }, null];
  const [first, rest] = splitColumn(row.items, height - 2 * padding);
  const below = repeat && !heightOf(rest) ? repeat() : rest;
  return [
    { cell: { ...cell, rowspan: next - cell.row }, row: { ...row, items: first } },
    { cell: { ...cell, row: next, rowspan: end - next }, row: { ...row, items: below }, repeat },
  ];
}

/** Divides the cells of the first row, which alone is higher than the room; null when nothing useful fits. */
function splitFirst(set: SetCell[], rows: number[], tied: TiedLook, room: number): [Box, Box] | null {
  const parts = set
    .filter(({ cell }) => cell.row === rows[0])
    .map(each => ({ each, parts: splitColumn(each.row.items, room - 2 * tied.look.padding) }));
  const isStuck = parts.every(({ parts: [first] }) => !heightOf(first));
  const isCut = parts.every(({ each, parts: [first] }) => heightOf(first) || !heightOf(each.row.items));
  if (isStuck || !isCut) return null;
  const rest = parts.map(({ each, parts: [, below] }) => ({ ...each, row: { ...each.row, items: below } }));
  const others = set.filter(({ cell }) => cell.row !== rows[0]);
  const first = parts.map(({ each, parts: [above] }) => ({ ...each.row, items: above }));
  return [makeRow(first, tied.look), stackTied([...rest, ...others], rows, tied)];
}

/** Where each tied row begins, in points below the first. */
function tiedTops(set: SetCell[], rows: number[], padding: number): number[] {
  const heights = rows.map(() => 0);
  const byEnd = set.toSorted((a, b) => a.cell.row + a.cell.rowspan - (b.cell.row + b.cell.rowspan));
  for (const { cell, row } of byEnd) {
    const from = rows.indexOf(cell.row);
    const end = rows.findIndex(each => each >= cell.row + cell.rowspan);
    const last = (end < 0 ? rows.length : end) - 1;
    const spanned = heights.slice(from, last).reduce((a, b) => a + b, 0);
    heights[last] = Math.max(heights[last]!, heightOf(row.items) + 2 * padding - spanned);
  }
  let y = 0;
  return heights.map(height => {
    const top = y;
    y += height;
    return top;
  });
}
