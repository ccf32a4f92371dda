import type { Block, Inline, TableCell } from '../../../../shared/document/content.ts';
import { spaceWidth, type Word, wordWidth } from './break-items.ts';
import { tokenizeInlines } from './set-inlines.ts';
import type { Setting } from './setting.ts';
import type { TextStyle } from './text-style.ts';

/** A cell with the grid position it takes once spans are resolved. */
export interface GridCell {
  cell: TableCell;
  row: number;
  column: number;
  colspan: number;
  rowspan: number;
}

/** Widths of a column in points: that of its longest word, and that of its longest text on one line. */
export interface ContentWidth {
  min: number;
  max: number;
}

/** A table's rows on a grid; rows without a cell of their own are left out. */
export interface Grid {
  cells: GridCell[];
  columns: number;
  rows: number;
}

/**
 * Places cells on the grid, honouring colspan and rowspan (the HTML table model). Spans are cut where they would run
 * over another cell or out of the table, so that the grid is regular (ISO 32000-1, 14.8.4.3.4).
 */
export function placeCells(rows: TableCell[][]): Grid {
  const ownRows = rows.filter(row => row.length);
  const taken: boolean[][] = ownRows.map(() => []);
  const cells: GridCell[] = [];
  let columns = 0;
  let placed = 0;
  rows.forEach((row, index) => {
    if (!row.length) return;
    let column = 0;
    for (const cell of row) {
      while (taken[placed]![column]) column++;
      const colspan = freeColumns(taken[placed]!, column, cell.colspan ?? 1);
      const rowspan = rows
        .slice(index, index + Math.max(1, cell.rowspan ?? 1))
        .filter(each => each.length).length;
      for (let r = 0; r < rowspan; r++) {
        for (let c = 0; c < colspan; c++) taken[placed + r]![column + c] = true;
      }
      cells.push({ cell, row: placed, column, colspan, rowspan });
      column += colspan;
      columns = Math.max(columns, column);
    }
    placed++;
  });
  return { cells, columns, rows: ownRows.length };
}

function freeColumns(taken: boolean[], from: number, wanted: number): number {
  let free = 1;
  while (free < wanted && !taken[from + free]) free++;
  return free;
}

/** Adds an empty cell wherever a row is shorter than `columns`: every row of a table has as many. */
export function fillGrid(grid: Grid, columns: number): Grid {
  const taken = new Set<number>();
  for (const { row, column, colspan, rowspan } of grid.cells) {
    for (let r = 0; r < rowspan; r++) {
      for (let c = 0; c < colspan; c++) taken.add((row + r) * columns + column + c);
    }
  }
  const cells = [...grid.cells];
  for (let at = 0; at < grid.rows * columns; at++) {
    if (taken.has(at)) continue;
    const place = { row: Math.floor(at / columns), column: at % columns };
    cells.push({ cell: { blocks: [] }, ...place, colspan: 1, rowspan: 1 });
  }
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { ...grid, cells, columns };
}

/** Column widths in points, and how much smaller than usual the text must be for them. */
export interface MeasuredColumns {
  widths: number[];
  scale: number;
}

/** A table with many columns is set smaller, but not below this share of the usual size. */
export const SMALLEST_SCALE = 0.84;

/** What each column asks for, in points, at the usual size; `padding` is the sum of a cell's two side paddings. */
export function wantedWidths(
  { head, body }: { head: Grid; body: Grid },
  setting: Setting,
  padding: number,
): ContentWidth[] {
  const columns = Math.max(1, head.columns, body.columns);
  // Widths are scaled with the text, paddings are not: at the smallest scale there must be room for them still.
  const around = padding / SMALLEST_SCALE;
  const wanted = Array.from({ length: columns }, (): ContentWidth => ({ min: around + 8, max: around + 8 }));
  const { cell, cellHead } = setting.theme.styles;
  for (const grid of [head, body]) {
    for (const placed of grid.cells) {
      const style = grid === head || placed.cell.header ? cellHead : cell;
      widen(wanted, placed, measureBlocks(placed.cell.blocks, { setting, style }), around);
    }
  }
  return wanted;
}

/** The least width at which columns break no word, at the smallest legible size. */
export function leastWidth(wanted: ContentWidth[]): number {
  return SMALLEST_SCALE * wanted.reduce((sum, column) => sum + column.min, 0);
}

/** A table of fewer columns gives its texts room enough upright. */
const MANY_COLUMNS = 6;
/** A text that runs over so many lines, in a column narrower than so many type sizes, is hard to read. */
const MOST_LINES = 6;
const NARROW = 11;

/** Whether columns shared out over `width` leave one so narrow that its text (`size` points high) stands as a tall strip. */
export function isStarved(wanted: ContentWidth[], width: number, size: number): boolean {
  if (wanted.length < MANY_COLUMNS) return false;
  const { widths, scale } = fitColumns(wanted, undefined, width);
  return wanted.some(({ max }, i) => {
    const given = widths[i]!;
    return given < NARROW * size * scale && max * scale > MOST_LINES * given;
  });
}

/**
 * Column widths that add up to `width`: by `weights` where every column has one, else each at least as wide as its longest word
 * where there is room, the rest shared by what the cells would like (CSS 2.1, 17.5.2.2, tempered so that one long cell does not
 * starve the others).
 */
export function fitColumns(
  wanted: ContentWidth[],
  weights: number[] | undefined,
  width: number,
): MeasuredColumns {
  if (weights?.length === wanted.length && weights.every(weight => weight > 0)) {
    const sum = weights.reduce((a, b) => a + b, 0);
    return { widths: weights.map(weight => (width * weight) / sum), scale: 1 };
  }
  const least = wanted.reduce((sum, column) => sum + column.min, 0);
  const scale = Math.min(1, Math.max(SMALLEST_SCALE, width / least));
  const scaled = wanted.map(({ min, max }) => ({ min: min * scale, max: max * scale }));
  return { widths: shareWidth(scaled, width), scale };
}

function widen(wanted: ContentWidth[], placed: GridCell, content: ContentWidth, padding: number): void {
  for (let c = 0; c < placed.colspan; c++) {
    const column = wanted[placed.column + c];
    if (!column) continue;
    column.min = Math.max(column.min, content.min / placed.colspan + padding);
    column.max = Math.max(column.max, content.max / placed.colspan + padding);
  }
}

function shareWidth(wanted: ContentWidth[], width: number): number[] {
  const minSum = wanted.reduce((sum, column) => sum + column.min, 0);
  const maxSum = wanted.reduce((sum, column) => sum + column.max, 0);
  if (minSum >= width)
    return capWidths(
      wanted.map(column => column.min),
      width,
    );
  if (maxSum <= width) return wanted.map(column => (column.max * width) / maxSum);
  const shares = wanted.map(column => Math.max(0.01, column.max - column.min) ** 0.62);
  const shareSum = shares.reduce((a, b) => a + b, 0);
  return wanted.map((column, i) => column.min + ((width - minSum) * shares[i]!) / shareSum);
}

/** Cuts only the widest columns, all to one width, until the sum fits: short columns keep their words whole. */
function capWidths(widths: number[], width: number): number[] {
  const ascending = widths.toSorted((a, b) => a - b);
  let room = width;
  for (const [index, each] of ascending.entries()) {
    const cap = room / (ascending.length - index);
    if (each > cap) return widths.map(value => Math.min(value, cap));
    room -= each;
  }
  return widths;
}

/** Cells are measured as they will be set. */
interface Measure {
  setting: Setting;
  style: TextStyle;
}

function measureBlocks(blocks: Block[], measure: Measure): ContentWidth {
  const width: ContentWidth = { min: 0, max: 0 };
  for (const block of blocks) {
    const measured = measureBlock(block, measure);
    width.min = Math.max(width.min, measured.min);
    width.max = Math.max(width.max, measured.max);
  }
  return width;
}

function measureBlock(block: Block, measure: Measure): ContentWidth {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'bibliographyEntry':
      return measureInlines(block.inlines, measure);
    case 'quote':
      return indented(measureInlines(block.inlines, measure), 15);
    case 'blockquote':
      return indented(measureBlocks(block.blocks, measure), 30);
    case 'list':
      return indented(measureBlocks(block.items.flat(), measure), 18);
    case 'table':
    case 'parallel':
      return { min: 160, max: measure.setting.geometry.frameWidth };
    case 'talkingPoint':
      return indented(measureBlocks(block.blocks, measure), 24);
    case 'figure':
    case 'chart':
      return { min: 60, max: measure.setting.geometry.frameWidth * block.width };
    default:
      return { min: 0, max: 0 };
  }
}

function indented(width: ContentWidth, indent: number): ContentWidth {
  return { min: width.min + indent, max: width.max + indent };
}

/** Words longer than this, in type sizes, may be divided, so that they do not force a column wider; figures may not. */
const LONGEST_WORD = 8.7;

function measureInlines(inlines: Inline[], measure: Measure): ContentWidth {
  const { setting, style } = measure;
  const context = { setting, style, node: null, language: setting.language };
  const width: ContentWidth = { min: 0, max: 0 };
  const shown = inlines.filter(inline => inline.kind !== 'footnote');
  for (const words of tokenizeInlines(shown, context, null)) {
    let line = 0;
    words.forEach((word, index) => {
      const own = wordWidth(word);
      width.min = Math.max(width.min, isFigure(word) ? own : Math.min(own, style.size * LONGEST_WORD));
      line += own + (index > 0 ? spaceWidth(word[0]!) : 0);
    });
    width.max = Math.max(width.max, line);
  }
  width.max += 1;
  width.min = Math.min(width.min + 0.5, width.max);
  return width;
}

/** Whether a word is a number, which nobody divides. */
function isFigure(word: Word): boolean {
  const text = word.map(piece => piece.text).join('');
  return text.length < LONGEST_FIGURE && /\d/.test(text) && !/\p{L}{3}/u.test(text);
}

const LONGEST_FIGURE = 18;
