import type { TextRange } from '../text/places.ts';

/** What importers put between the cells of a table's row. */
const SEPARATOR = ' | ';

/** A cell of a row, and the stretch of text that parts it from the next; null after the last. */
export interface RowCell {
  cell: TextRange;
  separator: TextRange | null;
}

/** The cells of a row of a table: they and their separators make up the row. */
export function splitCells(row: TextRange & { text: string }): RowCell[] {
  const cells: RowCell[] = [];
  let start = row.start;
  for (;;) {
    const at = row.text.indexOf(SEPARATOR, start);
    if (at < 0 || at + SEPARATOR.length > row.end) break;
    const end = at + SEPARATOR.length;
    cells.push({ cell: { start, end: at }, separator: { start: at, end } });
    start = end;
  }
  cells.push({ cell: { start, end: row.end }, separator: null });
  return cells;
}
