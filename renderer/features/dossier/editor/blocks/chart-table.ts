import type { Chart } from '../../../../../shared/model/chart.ts';

/** A chart's figures as they are typed: the first row names the series, the first column the categories. */
export type ChartTable = readonly (readonly string[])[];

/** The most rows (with the names of the series) and columns (with those of the categories) of a table. */
export const largestTable = { rows: 61, columns: 9 } as const;

/** The table of a new chart: two series of three categories, empty. */
export function emptyTable(): ChartTable {
  return Array.from({ length: 4 }, () => ['', '', '']);
}

/** A chart's figures to be typed over. */
export function tableOf(chart: Chart, locale: string): ChartTable {
  const format = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 12 });
  const write = (value: number | null | undefined) => (value == null ? '' : format.format(value));
  return [
    ['', ...chart.series.map(series => series.name)],
    ...chart.categories.map((category, row) => [
      category,
      ...chart.series.map(series => write(series.values[row])),
    ]),
  ];
}

/** What is wrong with a table: a cell that is no number, or nothing to draw. */
export interface TableProblem {
  kind: 'notANumber' | 'noFigures';
  row: number;
  column: number;
}

/** The chart of a table; rows and columns without a word are left out. */
export function chartOf(
  table: ChartTable,
  kind: Chart['kind'],
  unit: string,
  locale: string,
): Chart | TableProblem {
  const isBlank = (cells: readonly string[]) => cells.every(cell => cell.trim() === '');
  const columns = (table[0] ?? []).map((_, column) => table.map(row => row[column] ?? ''));
  const keptColumns = columns.flatMap((cells, column) => (column > 0 && !isBlank(cells) ? [column] : []));
  const keptRows = table.flatMap((cells, row) => (row > 0 && !isBlank(cells) ? [row] : []));
  for (const row of keptRows) {
    for (const column of keptColumns) {
      const cell = table[row]?.[column] ?? '';
      if (cell.trim() !== '' && readNumber(cell, locale) === null) return { kind: 'notANumber', row, column };
    }
  }
  const series = keptColumns.map(column => ({
    name: nameOf(table[0]?.[column]),
    values: keptRows.map(row => readNumber(table[row]?.[column] ?? '', locale)),
  }));
  const hasFigures = series.some(each => each.values.some(value => value !== null));
  if (!hasFigures) return { kind: 'noFigures', row: 1, column: 1 };
  return { kind, unit: unit.trim(), categories: keptRows.map(row => nameOf(table[row]?.[0])), series };
}

const nameOf = (cell: string | undefined) => (cell ?? '').trim().slice(0, 200);

/**
 * A number as people and spreadsheets write it («1 234,5», «1.234,50», «1,234.5», «12 %», «−3»); null when it is none.
 * One sign alone before three digits is read as the locale's own: «1.234» is 1234 in Spanish, 1.234 in English.
 */
export function readNumber(typed: string, locale: string): number | null {
  const text = typed
    .replace(/[\s\u00a0\u202f'’]/g, '')
    .replace(/[−–]/g, '-')
    .replace(/%$/, '');
  if (!/^[-+]?[\d.,]*\d[\d.,]*$/.test(text)) return null;
  const signs = [...text].filter(sign => sign === '.' || sign === ',');
  const last = signs.at(-1);
  const decimal = last && isDecimal(text, signs, last, locale) ? last : null;
  const plain = [...text].filter(sign => /[-+\d]/.test(sign) || sign === decimal).join('');
  const value = Number(plain.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

function isDecimal(text: string, signs: readonly string[], last: string, locale: string): boolean {
  const isMixed = new Set(signs).size > 1;
  if (isMixed) return signs.filter(sign => sign === last).length === 1;
  if (signs.length > 1) return false;
  const isGroup = /^[-+]?\d{1,3}[.,]\d{3}$/.test(text);
  return !isGroup || last === (locale.startsWith('es') ? ',' : '.');
}

/** The cells of what a spreadsheet put on the clipboard: tabs between columns; null for a single cell. */
export function readPastedTable(text: string): string[][] | null {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  if (lines.length === 1 && !text.includes('\t')) return null;
  return lines.map(line => line.split('\t').map(cell => cell.trim()));
}

/** A table with cells written over it from one place on; it grows as far as {@link largestTable}. */
export function pasteInto(
  table: ChartTable,
  row: number,
  column: number,
  cells: readonly (readonly string[])[],
): ChartTable {
  const widest = Math.max(...cells.map(line => line.length));
  const rows = Math.min(largestTable.rows, Math.max(table.length, row + cells.length));
  const columns = Math.min(largestTable.columns, Math.max(table[0]?.length ?? 0, column + widest));
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => cells[r - row]?.[c - column] ?? table[r]?.[c] ?? ''),
  );
}

/** A table with one more row or column, or one less; never smaller than one figure. */
export function resizeTable(table: ChartTable, rows: number, columns: number): ChartTable {
  const tall = Math.min(largestTable.rows, Math.max(2, table.length + rows));
  const wide = Math.min(largestTable.columns, Math.max(2, (table[0]?.length ?? 0) + columns));
  return Array.from({ length: tall }, (_, r) => Array.from({ length: wide }, (_, c) => table[r]?.[c] ?? ''));
}
