import type { TableBlock } from '../../../../shared/document/content.ts';
import { type ColumnGroup, cellsOfGroup, groupColumns } from './column-groups.ts';
import { continuedTitle, makeSilentLine, stackBoxes } from './continue-heads.ts';
import { plainText } from './list-entries.ts';
import {
  type ContentWidth,
  fillGrid,
  fitColumns,
  type Grid,
  isStarved,
  leastWidth,
  placeCells,
  SMALLEST_SCALE,
  wantedWidths,
} from './measure-columns.ts';
import { findNumericColumns } from './numeric-columns.ts';
import { scaleStyle } from './part-theme.ts';
import { childNode, type Frame } from './set-blocks.ts';
import { setInlines } from './set-inlines.ts';
import { groupRows, setHead, setRows, type TableContext } from './set-table-rows.ts';
import type { StructNode } from './structure.ts';
import { ALLOW, type Box, FORBID, firstBox, glue, stackLines, type VerticalItem } from './vertical-list.ts';

/** A continued table's name is cut where its caption is longer. */
const LONGEST_NAME = 90;

/** What all column groups of a table share. */
interface TablePlan {
  table: TableBlock;
  frame: Frame;
  head: Grid;
  body: Grid;
  wanted: ContentWidth[];
  numeric: Set<number>;
  /** Elements of the rows, so that the cells of every column group belong to the same ones. */
  rows: Map<string, StructNode>;
}

/**
 * Sets a table: caption, heads that repeat on each page, one box for each row (rows tied by a rowspan share one). One that is too
 * wide to stand is turned to pages of its own; where even they are too narrow its columns go on below, rows headed again.
 */
export function setTable(table: TableBlock, frame: Frame): VerticalItem[] {
  const placed = [placeCells(table.head), placeCells(table.rows)] as const;
  const columns = Math.max(...placed.map(grid => grid.columns));
  if (!columns)
    return table.caption ? setCaption(table, { ...frame, node: childNode(frame, 'Div') }, 'P') : [];
  const [head, body] = [fillGrid(placed[0], columns), fillGrid(placed[1], columns)];
  const wanted = wantedWidths({ head, body }, frame.setting, 2 * frame.setting.theme.gaps.cellX);
  const turned = isTurned(table, wanted, frame);
  const plan: TablePlan = {
    table,
    frame: turned ? turnFrame(frame) : frame,
    head,
    body,
    wanted,
    numeric: findNumericColumns(body),
    rows: new Map(),
  };
  const items = setPlan(plan);
  if (table.id) firstBox(items)?.anchors.push({ id: table.id, y: 0 });
  return turned ? [{ kind: 'turned', items, capacity: frame.setting.turnedGeometry.frameHeight }] : items;
}

function isTurned({ orientation }: TableBlock, wanted: ContentWidth[], frame: Frame): boolean {
  if (!frame.direct || orientation === 'portrait') return false;
  if (orientation === 'landscape' || leastWidth(wanted) > frame.width) return true;
  return isStarved(wanted, frame.width, frame.setting.theme.styles.cell.size);
}

function turnFrame(frame: Frame): Frame {
  const geometry = frame.setting.turnedGeometry;
  const setting = { ...frame.setting, geometry };
  return { ...frame, setting, x: 0, width: geometry.frameWidth, direct: false };
}

function setPlan(plan: TablePlan): VerticalItem[] {
  const { frame, table, head, body } = plan;
  const node = childNode(frame, 'Table');
  const inner: Frame = { ...frame, node, direct: false };
  const { groups, wanted } = groupColumns(plan.wanted, [head, body], frame.width, SMALLEST_SCALE);
  const items = setCaption(table, inner, 'Caption');
  const sections = {
    head: head.rows ? childNode(inner, body.rows ? 'THead' : 'TBody') : null,
    body: body.rows ? childNode(inner, 'TBody') : null,
  };
  for (const [index, group] of groups.entries()) {
    if (index > 0) items.push(glue(frame.setting.theme.gaps.table));
    const set = setColumnGroup({ ...plan, wanted, frame: inner }, group, sections, index > 0);
    for (const item of set) items.push(item);
  }
  return items;
}

function setColumnGroup(
  plan: TablePlan,
  group: ColumnGroup,
  sections: { head: StructNode | null; body: StructNode | null },
  goesOn: boolean,
): VerticalItem[] {
  const context = contextOf(plan, group);
  const continued = continuedCaption(plan, context);
  const items: VerticalItem[] = goesOn && continued ? [continued, FORBID] : [];
  const headCells = cellsOfGroup(plan.head, group);
  const head = headCells.length ? setHead(headCells, context, sections.head) : null;
  if (head) items.push(head.read, FORBID);
  const repeated = stackDefined(continued, head?.repeated);
  const groups = groupRows(cellsOfGroup(plan.body, group), plan.body.rows);
  groups.forEach((cells, index) => {
    const look = { head: false, first: index === 0 && !head };
    const box = setRows(cells, context, sections.body, look);
    if (repeated) box.repeatedHead = repeated;
    if (index > 0) items.push(index === 1 || index === groups.length - 1 ? FORBID : ALLOW);
    items.push(box);
  });
  return items;
}

function stackDefined(upper: Box | null, lower: Box | null | undefined): Box | undefined {
  if (upper && lower) return stackBoxes(upper, lower);
  return upper ?? lower ?? undefined;
}

function contextOf({ frame, table, wanted, numeric, rows }: TablePlan, group: ColumnGroup): TableContext {
  const { styles } = frame.setting.theme;
  const own = group.columns.map(column => wanted[column]!);
  const weights = group.columns.map(column => table.columnWeights?.[column] ?? 0);
  const { widths, scale } = fitColumns(own, weights, frame.width);
  return {
    frame,
    widths,
    rows,
    head: scaleStyle(styles.cellHead, scale),
    cell: scaleStyle(styles.cell, scale),
    numeric: new Set(group.columns.flatMap((column, at) => (numeric.has(column) ? [at] : []))),
  };
}

/** «Cuadro 3 (continuación)», above the heads on later pages; null for a table without a name. */
function continuedCaption({ table, frame }: TablePlan, { widths }: TableContext): Box | null {
  const name = table.label ?? shorten(plainText(table.caption ?? []));
  if (!name) return null;
  const { gaps, styles } = frame.setting.theme;
  const place = { x: frame.x, width: widths.reduce((a, b) => a + b, 0), gap: gaps.caption };
  const box = makeSilentLine(continuedTitle(name, frame.setting), styles.caption, frame.setting, place);
  return box.height > frame.setting.geometry.frameHeight * 0.15 ? null : box;
}

function shorten(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  return `${name.slice(0, name.lastIndexOf(' ', LONGEST_NAME) + 1 || LONGEST_NAME).trim()}…`;
}

function setCaption(table: TableBlock, frame: Frame, tag: 'Caption' | 'P'): VerticalItem[] {
  const { gaps, styles } = frame.setting.theme;
  const style = styles.caption;
  const { label, caption } = table;
  if (!label && !caption?.length) return [];
  const named = label ? [{ kind: 'text', text: caption?.length ? `${label}. ` : label } as const] : [];
  const context = { setting: frame.setting, style, node: childNode(frame, tag), language: frame.language };
  const lines = setInlines([...named, ...(caption ?? [])], context, frame.width);
  if (!lines.length) return [];
  const items = stackLines(lines, frame.x, style.leading);
  return [...items.map(item => (item.kind === 'penalty' ? FORBID : item)), FORBID, glue(gaps.caption)];
}
