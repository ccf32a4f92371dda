import { composeInlines, type NodeJson, type TextReferences } from './compose-inlines.ts';
import type { Block, Cell } from './dossier-blocks.ts';

/** A table's nodes; rows are filled with empty cells until they are as wide as the head, spans from above counted. */
export function composeTable(
  { header, rows, rowHeaders, caption, id, orientation, disclosure }: Extract<Block, { type: 'table' }>,
  references: TextReferences,
): NodeJson {
  const width = header.reduce((sum, cell) => sum + spanOf(cell).colspan, 0);
  const covered: number[] = new Array(width).fill(0);
  const compose = (row: readonly Cell[], isHead: boolean): NodeJson => {
    const cells = fillRow(row, covered);
    return {
      type: 'table_row',
      content: cells.map((cell, index) =>
        composeCell(cell, isHead || (rowHeaders && index === 0), references),
      ),
    };
  };
  const content = [compose(header, true), ...rows.map(row => compose(row, false))];
  return { type: 'table', attrs: { caption, id, orientation, disclosure }, content };
}

/** Adds what a row lacks, and notes in `covered` how many rows each column is still taken from above. */
function fillRow(row: readonly Cell[], covered: number[]): Cell[] {
  const free = covered.filter(rows => rows === 0).length;
  const given = row.reduce((sum, cell) => sum + spanOf(cell).colspan, 0);
  const cells: Cell[] = [...row, ...new Array<Cell>(Math.max(0, free - given)).fill('')];
  const widths = cells.flatMap(cell => {
    const { colspan, rowspan } = spanOf(cell);
    return new Array<number>(colspan).fill(rowspan);
  });
  for (const [column, rows] of covered.entries()) {
    covered[column] = rows > 0 ? rows - 1 : (widths.shift() ?? 1) - 1;
  }
  return cells;
}

function spanOf(cell: Cell): { colspan: number; rowspan: number } {
  return typeof cell === 'string' ? { colspan: 1, rowspan: 1 } : cell;
}

function composeCell(cell: Cell, heads: boolean, references: TextReferences): NodeJson {
  const { text, header, colspan, rowspan, shade } =
    typeof cell === 'string' ? { text: cell, ...spanOf(cell), header: undefined, shade: null } : cell;
  const content = composeInlines(text, references);
  return {
    type: (header ?? heads) ? 'table_header' : 'table_cell',
    attrs: { colspan, rowspan, shade },
    content: [{ type: 'paragraph', ...(content.length > 0 && { content }) }],
  };
}
