import { shadeColors } from './cell-shades.ts';
import type { GroupCell } from './column-groups.ts';
import { type Frame, setBlocks } from './set-blocks.ts';
import { openNode, type StructNode } from './structure.ts';
import { makeRow, type RowCell, type RowLook } from './table-row.ts';
import type { TextStyle } from './text-style.ts';
import { type SetCell, spanOf, stackTied } from './tied-rows.ts';
import { type Box, heightOf, makeBox, type PaintOp } from './vertical-list.ts';

/** How the rows of a table, or of a group of its columns, are set. */
export interface TableContext {
  frame: Frame;
  /** Of the columns shown, in points. */
  widths: number[];
  head: TextStyle;
  cell: TextStyle;
  /** Columns of figures, aligned at their right edge. */
  numeric: Set<number>;
  /** Elements of the rows met so far, by section and row. */
  rows: Map<string, StructNode>;
}

/** Whether rows are heads, and whether nothing of the table stands above them. */
export interface RowsLook {
  head: boolean;
  first: boolean;
}

/** A head taller than this share of the page is not repeated: the rows would have no room. */
const TALLEST_REPEATED_HEAD = 0.3;

/** Sets the head rows twice: once read, once as the artifact repeated on later pages (null where it is too tall). */
export function setHead(
  cells: GroupCell[],
  context: TableContext,
  section: StructNode | null,
): { read: Box; repeated: Box | null } {
  const look = { head: true, first: true };
  const read = setRows(cells, context, section, look);
  const repeated = setRows(cells, silence(context), null, look);
  const tall = repeated.height > context.frame.setting.geometry.frameHeight * TALLEST_REPEATED_HEAD;
  return { read, repeated: tall ? null : repeated };
}

function silence(context: TableContext): TableContext {
  return { ...context, frame: { ...context.frame, node: null } };
}

/** Parts a table's cells into rows, or rows that a rowspan ties together. */
export function groupRows(cells: GroupCell[], rowCount: number): GroupCell[][] {
  const byRow: GroupCell[][] = Array.from({ length: rowCount }, () => []);
  for (const cell of cells) byRow[cell.row]!.push(cell);
  const groups: GroupCell[][] = [];
  let end = 0;
  byRow.forEach((inRow, row) => {
    if (row >= end) groups.push([]);
    for (const cell of inRow) {
      groups.at(-1)!.push(cell);
      end = Math.max(end, row + cell.rowspan);
    }
    end = Math.max(end, row + 1);
  });
  return groups.filter(group => group.length);
}

/** Sets rows as one box; `section` is the THead or TBody that they belong to, null for artifacts. */
export function setRows(
  cells: GroupCell[],
  context: TableContext,
  section: StructNode | null,
  { head, first }: RowsLook,
): Box {
  const { frame, widths } = context;
  const { colors, gaps } = frame.setting.theme;
  const look: RowLook = {
    padding: gaps.cellY,
    top: first,
    bottom: true,
    x: frame.x,
    width: widths.reduce((a, b) => a + b, 0),
    hairline: colors.hairline,
  };
  if (head) look.fill = colors.headFill;
  const rows = [...new Set(cells.map(cell => cell.row))];
  const nodeOf = (row: number) => section && rowNode(row, context, section);
  const set = cells.map((cell): SetCell => setCell(cell, context, nodeOf(cell.row), head));
  const box =
    rows.length === 1
      ? makeRow(
          set.map(each => each.row),
          look,
        )
      : stackTied(set, rows, { look, x: frame.x, widths });
  const end = Math.max(...cells.map(({ row, rowspan }) => row + rowspan));
  const shown = Array.from({ length: end - rows[0]! }, (_, i) => nodeOf(rows[0]! + i));
  return section ? touchFirst(box, shown) : box;
}

/**
 * Meets rows in their order, however the box is divided: a row that begins no cell among these columns, all spanned from above, would
 * otherwise be met with the table's other columns, after the rows below it.
 */
function touchFirst(box: Box, rows: (StructNode | null)[]): Box {
  box.ops.unshift(...rows.flatMap((node): PaintOp[] => (node ? [{ kind: 'touch', node }] : [])));
  const { split } = box;
  if (split)
    box.split = room => {
      const parts = split(room);
      if (parts) touchFirst(parts[0], rows);
      return parts;
    };
  return box;
}

function rowNode(row: number, { rows }: TableContext, section: StructNode): StructNode {
  const key = `${section.tag} ${row}`;
  const node = rows.get(key) ?? openNode('TR', section);
  rows.set(key, node);
  return node;
}

function setCell(
  placed: GroupCell,
  context: TableContext,
  parent: StructNode | null,
  head: boolean,
): SetCell {
  const isRead = parent && !placed.isRepeated;
  const header = head || placed.cell.header === true;
  const node = isRead ? openNode(header ? 'TH' : 'TD', parent, cellAttributes(placed, head, header)) : null;
  const row = setCellBlocks(placed, context, node, header);
  if (!header || placed.rowspan === 1) return { cell: placed, row };
  return { cell: placed, row, repeat: () => setCellBlocks(placed, silence(context), null, header).items };
}

function setCellBlocks(
  placed: GroupCell,
  { frame, widths, head, cell, numeric }: TableContext,
  node: StructNode | null,
  header: boolean,
): RowCell {
  const { left, width } = spanOf(placed, widths);
  const { theme } = frame.setting;
  const style = header ? head : cell;
  const isFigure = placed.colspan === 1 && numeric.has(placed.column);
  const cellFrame: Frame = {
    ...frame,
    node,
    x: 0,
    width: Math.max(8, width - 2 * theme.gaps.cellX),
    bodyStyle: style,
    align: placed.cell.align ?? (isFigure ? 'end' : 'start'),
    direct: false,
  };
  const items = setBlocks(placed.cell.blocks, cellFrame);
  // A row to be filled in by hand has the height of a line.
  if (!heightOf(items)) items.push(makeBox(style.leading, []));
  if (!node) for (const item of items) if (item.kind === 'box') forgetReferences(item);
  const x = frame.x + left;
  const row: RowCell = { x: x + theme.gaps.cellX, items, node };
  if (placed.cell.shade) row.shade = { ...shadeColors(placed.cell.shade, theme), left: x, width };
  return row;
}

/** What is shown again calls no notes and is no place that links lead to. */
function forgetReferences(box: Box): void {
  box.notes = [];
  box.anchors = [];
  box.marginNotes = undefined;
}

function cellAttributes(placed: GroupCell, head: boolean, header: boolean): StructNode['attributes'] {
  return {
    ...(header && { scope: head ? 'Column' : 'Row' }),
    ...(placed.fullColspan > 1 && { colspan: placed.fullColspan }),
    ...(placed.rowspan > 1 && { rowspan: placed.rowspan }),
  };
}
