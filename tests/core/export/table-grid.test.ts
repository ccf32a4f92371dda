import { expect, it } from 'vitest';
import type { TableCell } from '../../../shared/document/content.ts';
import { exportPdf } from '../../helpers/export-checked.ts';
import { cell, contentDocument, part } from '../../helpers/pdf-content.ts';
import { flattenStructure, readPdf } from '../../helpers/pdf-read.ts';
import { testThemes } from '../../helpers/pdf-setting.ts';

/** How many cells each row of a table has in the structure tree. */
async function cellsOf(head: TableCell[][], rows: TableCell[][]): Promise<number[]> {
  const blocks = [{ kind: 'table' as const, caption: null, head, rows }];
  const content = contentDocument([part('a', 'Parte', blocks)], { contentsTitle: null });
  const pdf = await readPdf((await exportPdf(content, { themes: testThemes })).bytes);
  const all = pdf.structure.flatMap(flattenStructure).filter(each => each.role === 'TR');
  await pdf.close();
  return all.map(row => row.children.length);
}

it.each<[string, TableCell[][], TableCell[][], number[]]>([
  ['a row that is short', [[cell('A'), cell('B')]], [[cell('1')], [cell('2'), cell('3')]], [2, 2, 2]],
  ['a head without rows', [[cell('A'), cell('B')]], [], [2]],
  ['a head that is short', [[cell('A')]], [[cell('1'), cell('2')]], [2, 2]],
  ['a row all of whose cells come from above', [], [[cell('1', { rowspan: 2 })], [], [cell('2')]], [1, 1]],
  ['a span beyond the last row', [], [[cell('1', { rowspan: 9 }), cell('2')], [cell('3')]], [2, 1]],
  [
    'a span that would run over another cell',
    [],
    [[cell('1'), cell('2', { rowspan: 2 })], [cell('3', { colspan: 2 })]],
    [2, 1],
  ],
])('makes the table regular: %s', async (_, head, rows, expected) => {
  expect(await cellsOf(head, rows)).toEqual(expected);
});

it('keeps rows in order whose cells are all spanned from above in the first columns of a table set in groups', async () => {
  const word = (row: number, column: number) => cell(`w${row}y${column}`.repeat(6));
  const columns = Array.from({ length: 24 }, (_, column) => column);
  const rows = [0, 1, 2, 3].map(row =>
    columns.flatMap(column => {
      if (row === 1 && column < 20) return [];
      return [row === 0 && column < 20 ? { ...word(0, column), rowspan: 2 } : word(row, column)];
    }),
  );
  expect(await cellsOf([], rows)).toEqual([24, 4, 24, 24]);
});

it('leaves room for a line in rows that are to be filled in', async () => {
  const empty = [{ blocks: [] }, { blocks: [] }];
  const rows = [[cell('Arriba'), cell('1')], empty, empty, empty, [cell('Abajo'), cell('2')]];
  const content = contentDocument([part('a', 'Parte', [{ kind: 'table', caption: null, head: [], rows }])]);
  const pdf = await readPdf((await exportPdf(content, { themes: testThemes })).bytes);
  const heightOf = (text: string) => pdf.pages.flat().find(item => item.text === text)!.y;
  expect(heightOf('Arriba') - heightOf('Abajo')).toBeGreaterThan(4 * 12);
  await pdf.close();
});
