import type { PDFDict } from '@cantoo/pdf-lib';
import { attributeOf, spanOf } from '../read-attributes.ts';
import { childrenOf, type StructElement, type Structure } from '../read-structure.ts';
import type { Reporter } from '../report.ts';
import { asName, getDict } from '../values.ts';

/** Checks headers and grid of each table (Matterhorn 15-003; ISO 32000-1, 14.8.4.3.4). */
export function checkTables({ all, root }: Structure, report: Reporter): void {
  const classMap = getDict(root, 'ClassMap');
  for (const table of all) {
    if (table.role !== 'Table') continue;
    const rows = rowsOf(table);
    checkHeaders(rows.flatMap(childrenOf), classMap, report);
    checkGrid(table, rows, classMap, report);
  }
}

/** The rows of a table, through THead, TBody and TFoot. */
function rowsOf(table: StructElement): StructElement[] {
  return childrenOf(table).flatMap(each => {
    if (each.role === 'TR') return [each];
    return ['THead', 'TBody', 'TFoot'].includes(each.role)
      ? childrenOf(each).filter(row => row.role === 'TR')
      : [];
  });
}

function checkHeaders(cells: StructElement[], classMap: PDFDict | undefined, report: Reporter): void {
  const heads = cells.filter(cell => cell.role === 'TH');
  if (cells.some(cell => attributeOf(cell, 'Headers', classMap))) return;
  for (const head of heads) {
    const scope = asName(attributeOf(head, 'Scope', classMap));
    if (!scope || !['Row', 'Column', 'Both'].includes(scope))
      report('15-003', head.place, `TH with Scope ${scope}`);
  }
}

/** Lays the cells out as a reader does: each goes to the first free column of its row. */
function checkGrid(
  table: StructElement,
  rows: StructElement[],
  classMap: PDFDict | undefined,
  report: Reporter,
): void {
  const fault = (what: string) => report('P 14.8.4 table grid', table.place, what);
  const taken = rows.map(() => new Set<number>());
  rows.forEach((row, r) => {
    let column = 0;
    for (const cell of childrenOf(row)) {
      while (taken[r]!.has(column)) column++;
      const [width, height] = [spanOf(cell, 'ColSpan', classMap), spanOf(cell, 'RowSpan', classMap)];
      if (r + height > rows.length) fault(`a cell of row ${r + 1} spans ${height} rows, beyond the last`);
      for (let y = r; y < Math.min(rows.length, r + height); y++) {
        for (let x = column; x < column + width; x++) {
          if (taken[y]!.has(x)) fault(`cells overlap in row ${y + 1}, column ${x + 1}`);
          taken[y]!.add(x);
        }
      }
    }
  });
  const widths = [...new Set(taken.map(row => row.size))];
  if (widths.length > 1) fault(`rows of ${widths.join(' and ')} columns`);
}
