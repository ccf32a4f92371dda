import type { ContentWidth, Grid, GridCell } from './measure-columns.ts';

/** Some of a table's columns, set beside each other. Later groups begin with the stub, repeated as an artifact. */
export interface ColumnGroup {
  /** Columns of the table, in order. */
  columns: number[];
  /** Where the columns begin that are read in this group, not repeated. */
  firstOwn: number;
}

/** A cell as one group shows it. */
export interface GroupCell extends GridCell {
  /** Shown again, read elsewhere. */
  isRepeated: boolean;
  /** Columns that the cell spans in the whole table. */
  fullColspan: number;
}

/** A stub that takes more than this share of the width is not repeated. */
const WIDEST_STUB = 0.4;
const WIDEST_LABEL = 0.18;

/** A table's columns in groups, and what each column asks for then: a stub keeps its labels whole. */
export interface GroupedColumns {
  groups: ColumnGroup[];
  wanted: ContentWidth[];
}

/**
 * Parts columns into as few groups as fit `width` at the least width of their words, about equally wide, where no cell spans
 * from one into the next if that can be had. The leading columns that head the rows are repeated in each. `scale` is that of
 * the smallest type.
 */
export function groupColumns(
  wanted: ContentWidth[],
  grids: Grid[],
  width: number,
  scale: number,
): GroupedColumns {
  const all = wanted.map((_, column) => column);
  if (sum(wanted.map(column => column.min * scale)) <= width)
    return { groups: [{ columns: all, firstOwn: 0 }], wanted };
  const stub = stubOf(grids, wanted, width / scale);
  const own = wanted.map((column, i) =>
    i < stub ? { ...column, min: stubWidth(column, width / scale) } : column,
  );
  const widths = own.map(column => column.min * scale);
  const room = width - sum(widths.slice(0, stub));
  const groups: ColumnGroup[] = [];
  for (let start = stub; start < all.length; ) {
    const left = sum(widths.slice(start));
    const end = endOfGroup(start, { widths, room, share: left / Math.ceil(left / room), grids });
    const firstOwn = groups.length ? start : 0;
    groups.push({ columns: [...all.slice(0, stub), ...all.slice(start, end)], firstOwn });
    start = end;
  }
  return { groups, wanted: own };
}

/** A label stays on one line where that takes no more than a part of the width. */
function stubWidth({ min, max }: ContentWidth, width: number): number {
  return Math.max(min, Math.min(max, width * WIDEST_LABEL));
}

function sum(values: number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

/** How many leading columns head the rows: those of header cells, else a narrow first one below a head. */
function stubOf([head, body]: Grid[], wanted: ContentWidth[], width: number): number {
  const plain = body!.cells.filter(({ cell }) => !cell.header).map(({ column }) => column);
  const headers = plain.length ? Math.min(...plain) : 0;
  const narrow = head!.rows && wanted[0]!.max <= width * WIDEST_LABEL ? 1 : 0;
  const stub = Math.min(headers || narrow, wanted.length - 1);
  const taken = sum(wanted.slice(0, stub).map(column => stubWidth(column, width)));
  return taken <= width * WIDEST_STUB ? stub : 0;
}

interface Limits {
  widths: number[];
  room: number;
  /** What a group takes where all are about equal. */
  share: number;
  grids: Grid[];
}

function endOfGroup(start: number, { widths, room, share, grids }: Limits): number {
  let end = start + 1;
  let taken = widths[start]!;
  while (end < widths.length && taken + widths[end]! <= room && taken + widths[end]! / 2 <= share)
    taken += widths[end++]!;
  if (end === widths.length) return end;
  for (let at = end; at > start; at--) if (isClean(at, grids)) return at;
  return end;
}

/** Whether no cell spans from before a column into it, but for those that span the whole table. */
function isClean(at: number, grids: Grid[]): boolean {
  return grids.every(({ cells, columns }) =>
    cells.every(({ column, colspan }) => colspan >= columns || column >= at || column + colspan <= at),
  );
}

/** The cells of a grid that a group shows, on columns of its own. */
export function cellsOfGroup(grid: Grid, group: ColumnGroup): GroupCell[] {
  return grid.cells.flatMap(placed => {
    const { column, colspan } = placed;
    const shown = group.columns.flatMap((each, at) =>
      each >= column && each < column + colspan ? [at] : [],
    );
    if (!shown.length) return [];
    const isRepeated = column < group.firstOwn;
    return [{ ...placed, column: shown[0]!, colspan: shown.length, isRepeated, fullColspan: colspan }];
  });
}
