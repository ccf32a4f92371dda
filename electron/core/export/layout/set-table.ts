import type { TableBlock } from '../../../../shared/document/content.ts';
import { fillGrid, type GridCell, measureColumns, placeCells } from './measure-columns.ts';
import { childNode, type Frame, setBlocks } from './set-blocks.ts';
import { setInlines } from './set-inlines.ts';
import { openNode, type StructNode } from './structure.ts';
import { makeRow, type RowCell, type RowLook } from './table-row.ts';
import type { TextStyle } from './text-style.ts';
import { spanOf, stackTied } from './tied-rows.ts';
import { ALLOW, type Box, FORBID, firstBox, glue, stackLines, type VerticalItem } from './vertical-list.ts';

/** A head taller than this share of the page is not repeated: the rows would have no room. */
const TALLEST_REPEATED_HEAD = 0.3;

interface TableContext {
  frame: Frame;
  widths: number[];
  head: TextStyle;
  cell: TextStyle;
}

/** Sets a table: caption, heads that repeat on each page, one box for each row (rows tied by a rowspan share one). */
export function setTable(table: TableBlock, frame: Frame): VerticalItem[] {
  const { gaps, styles } = frame.setting.theme;
  const node = childNode(frame, 'Table');
  const inner: Frame = { ...frame, node };
  const items = setCaption(table, inner);
  const placed = [placeCells(table.head), placeCells(table.rows)] as const;
  const columns = Math.max(...placed.map(grid => grid.columns));
  const [head, body] = [fillGrid(placed[0], columns), fillGrid(placed[1], columns)];
  const { widths, scale } = measureColumns(table, [head, body], frame.setting, frame.width, 2 * gaps.cellX);
  const context: TableContext = {
    frame: inner,
    widths,
    head: scaleStyle(styles.cellHead, scale),
    cell: scaleStyle(styles.cell, scale),
  };
  const headBox = pushHead(items, head.cells, context, body.rows ? 'THead' : 'TBody');
  const bodyNode = childNode(inner, 'TBody');
  const groups = groupRows(body.cells, body.rows);
  groups.forEach((group, index) => {
    const box = setGroup(group, context, bodyNode, { head: false, first: index === 0 && !head.cells.length });
    if (headBox) box.repeatedHead = headBox;
    if (index > 0) items.push(index === 1 || index === groups.length - 1 ? FORBID : ALLOW);
    items.push(box);
  });
  if (table.id) firstBox(items)?.anchors.push({ id: table.id, y: 0 });
  return items;
}

function scaleStyle(style: TextStyle, scale: number): TextStyle {
  return { ...style, size: style.size * scale, leading: style.leading * scale };
}

function setCaption(table: TableBlock, frame: Frame): VerticalItem[] {
  if (!table.caption) return [];
  const { gaps, styles } = frame.setting.theme;
  const style = styles.caption;
  const context = {
    setting: frame.setting,
    style,
    node: childNode(frame, 'Caption'),
    language: frame.language,
  };
  const lines = setInlines(table.caption, context, frame.width);
  return [...stackLines(lines, frame.x, style.leading), FORBID, glue(gaps.caption)];
}

/**
 * Sets the head rows twice: once read, once as the artifact repeated on later pages. Without other rows they are the
 * table's body, since no THead stands without one (ISO 32000-1, table 337).
 */
function pushHead(
  items: VerticalItem[],
  cells: GridCell[],
  context: TableContext,
  tag: 'THead' | 'TBody',
): Box | undefined {
  if (!cells.length) return undefined;
  const node = childNode(context.frame, tag);
  const look = { head: true, first: true };
  items.push(setGroup(cells, context, node, look), FORBID);
  const silent: TableContext = { ...context, frame: { ...context.frame, node: null } };
  const repeated = setGroup(cells, silent, null, look);
  repeated.notes = [];
  const tall = repeated.height > context.frame.setting.geometry.frameHeight * TALLEST_REPEATED_HEAD;
  return tall ? undefined : repeated;
}

/** Rows that a rowspan ties together. */
function groupRows(cells: GridCell[], rowCount: number): GridCell[][] {
  const groups: GridCell[][] = [];
  let end = 0;
  for (let row = 0; row < rowCount; row++) {
    const inRow = cells.filter(cell => cell.row === row);
    if (row >= end) groups.push([]);
    groups.at(-1)!.push(...inRow);
    end = Math.max(end, row + 1, ...inRow.map(cell => row + cell.rowspan));
  }
  return groups;
}

interface GroupLook {
  head: boolean;
  first: boolean;
}

function setGroup(
  cells: GridCell[],
  context: TableContext,
  parent: StructNode | null,
  group: GroupLook,
): Box {
  const { frame, widths } = context;
  const { colors, gaps } = frame.setting.theme;
  const look: RowLook = {
    padding: gaps.cellY,
    top: group.first,
    bottom: true,
    x: frame.x,
    width: widths.reduce((a, b) => a + b, 0),
    hairline: colors.hairline,
    ...(group.head && { fill: colors.headFill }),
  };
  const rows = [...new Set(cells.map(cell => cell.row))];
  const nodes = new Map(rows.map(row => [row, parent && openNode('TR', parent)]));
  const set = cells.map(cell => ({
    cell,
    row: setCell(cell, context, nodes.get(cell.row) ?? null, group.head),
  }));
  if (rows.length === 1)
    return makeRow(
      set.map(each => each.row),
      look,
    );
  return stackTied(set, rows, { look, x: frame.x, widths });
}

function setCell(placed: GridCell, context: TableContext, parent: StructNode | null, head: boolean): RowCell {
  const { frame, widths } = context;
  const { left, width } = spanOf(placed, widths);
  const { cellX } = frame.setting.theme.gaps;
  const header = head || placed.cell.header === true;
  const style: TextStyle = header ? context.head : context.cell;
  const node = parent && openNode(header ? 'TH' : 'TD', parent, cellAttributes(placed, head, header));
  const cellFrame: Frame = {
    ...frame,
    node,
    x: 0,
    width: Math.max(8, width - 2 * cellX),
    bodyStyle: style,
    align: placed.cell.align ?? 'start',
  };
  return { x: frame.x + left + cellX, items: setBlocks(placed.cell.blocks, cellFrame), node };
}

function cellAttributes(placed: GridCell, head: boolean, header: boolean): StructNode['attributes'] {
  return {
    ...(header && { scope: head ? 'Column' : 'Row' }),
    ...(placed.colspan > 1 && { colspan: placed.colspan }),
    ...(placed.rowspan > 1 && { rowspan: placed.rowspan }),
  };
}
