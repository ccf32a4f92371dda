import { breakLines, type Language, type Line, type Measure } from './break-lines.ts';
import type { PaperBlock, Run } from './paper.ts';

/** A style of text: which face, its size and its leading in points, and whether its lines are filled to the margin. */
export interface TextStyle {
  face: 'serif' | 'sans';
  size: number;
  leading: number;
  justified: boolean;
}

/** A line at its place: `x` and `y` in points from the top left of the page; `stretch` is added to each word space. */
export interface PlacedLine {
  line: Line;
  style: TextStyle;
  x: number;
  y: number;
  stretch: number;
}

/** One composed page: its lines and its horizontal rules (`[x, y, width]`, points). */
export interface ComposedPage {
  lines: PlacedLine[];
  rules: [number, number, number][];
}

/** Measures texts in a style: the face and size of the style, the weight and slope of the run. */
export type MeasureIn = (style: TextStyle) => Measure;

/** The column of text on an A4 page, in points. */
export const COLUMN = { left: 80, top: 96, width: 435, bottom: 764 };

/** The styles of a paper's text. */
export const STYLES = {
  body: { face: 'serif', size: 12, leading: 18, justified: true },
  item: { face: 'serif', size: 12, leading: 18, justified: true },
  chapter: { face: 'serif', size: 19, leading: 25, justified: false },
  section: { face: 'sans', size: 11.5, leading: 17, justified: false },
  title: { face: 'serif', size: 27, leading: 36, justified: false },
  cell: { face: 'sans', size: 10, leading: 14, justified: false },
} satisfies Record<string, TextStyle>;

const ITEM_INDENT = 24;
const CELL_GAP = 10;

/** Where the composing stands: the pages so far, the height of the next line on the last of them, and how to measure. */
interface Sheet {
  pages: ComposedPage[];
  y: number;
  language: Language;
  measureIn: MeasureIn;
}

function lastPage(sheet: Sheet): ComposedPage {
  return sheet.pages.at(-1) as ComposedPage;
}

function turnPage(sheet: Sheet): void {
  sheet.pages.push({ lines: [], rules: [] });
  sheet.y = COLUMN.top;
}

/** Puts lines down; never one alone at the foot of a page nor one alone at the head of the next. */
function putLines(sheet: Sheet, lines: Line[], style: TextStyle, x: number, width: number): void {
  for (const [index, line] of lines.entries()) {
    const left = lines.length - index;
    const hasRoomForTwo = sheet.y + 2 * style.leading <= COLUMN.bottom;
    const wouldOrphan = index === 0 && left > 1 && !hasRoomForTwo;
    const wouldWidow = left === 2 && lines.length > 3 && !hasRoomForTwo;
    if (sheet.y + style.leading > COLUMN.bottom || wouldOrphan || wouldWidow) turnPage(sheet);
    const isFilled = style.justified && left > 1 && line.spaces > 0;
    const stretch = isFilled ? (width - line.width) / line.spaces : 0;
    lastPage(sheet).lines.push({ line, style, x, y: sheet.y, stretch });
    sheet.y += style.leading;
  }
}

function putText(sheet: Sheet, runs: Run[], style: TextStyle, indent: number): void {
  const width = COLUMN.width - indent;
  const language = style.justified ? sheet.language : null;
  const lines = breakLines(runs, width, language, sheet.measureIn(style));
  putLines(sheet, lines, style, COLUMN.left + indent, width);
}

function putHeading(sheet: Sheet, level: number, runs: Run[]): void {
  const isChapter = level === 1;
  const style = isChapter ? STYLES.chapter : STYLES.section;
  const before = isChapter ? 0 : 10;
  const needed = before + style.leading + 2 * STYLES.body.leading;
  const isEmpty = (): boolean => lastPage(sheet).lines.length === 0;
  if (!isEmpty() && (isChapter || sheet.y + needed > COLUMN.bottom)) turnPage(sheet);
  sheet.y += isEmpty() ? 0 : before;
  const bold = runs.map(run => ({ ...run, strong: true }));
  putText(sheet, bold, style, 0);
  sheet.y += isChapter ? 14 : 4;
}

function putItem(sheet: Sheet, label: string, runs: Run[]): void {
  const page = lastPage(sheet);
  const count = page.lines.length;
  putText(sheet, runs, STYLES.item, ITEM_INDENT);
  const stays = page.lines.length > count;
  const home = stays ? page : lastPage(sheet);
  const at = stays ? count : 0;
  const first = home.lines[at];
  const labelRuns = [{ text: label, strong: false, emphasis: false }];
  const [line] = breakLines(labelRuns, ITEM_INDENT, null, sheet.measureIn(STYLES.item));
  // The label goes before the first line of its item, in the order the page is read.
  if (first && line) home.lines.splice(at, 0, { ...first, line, x: COLUMN.left, stretch: 0 });
  sheet.y += 5;
}

function putRow(sheet: Sheet, cells: Run[][], isHead: boolean, columns: number[]): void {
  const style = STYLES.cell;
  let x = COLUMN.left;
  const set = cells.map((runs, index) => {
    const bold = isHead ? runs.map(run => ({ ...run, strong: true })) : runs;
    const column = columns[index] ?? 0;
    const cell = { x, lines: breakLines(bold, column - CELL_GAP, null, sheet.measureIn(style)) };
    x += column;
    return cell;
  });
  const height = Math.max(...set.map(cell => cell.lines.length)) * style.leading;
  if (sheet.y + height + 8 > COLUMN.bottom) turnPage(sheet);
  for (const cell of set)
    for (const [index, line] of cell.lines.entries()) {
      const y = sheet.y + 4 + index * style.leading;
      lastPage(sheet).lines.push({ line, style, x: cell.x, y, stretch: 0 });
    }
  sheet.y += height + 8;
  lastPage(sheet).rules.push([COLUMN.left, sheet.y, COLUMN.width]);
}

function putTable(sheet: Sheet, rows: Run[][][]): void {
  const columns = shareWidth(rows, sheet.measureIn(STYLES.cell));
  lastPage(sheet).rules.push([COLUMN.left, sheet.y, COLUMN.width]);
  for (const [index, row] of rows.entries()) putRow(sheet, row, index === 0, columns);
  sheet.y += 12;
}

/** Sets blocks one under another on as many pages as they need; a heading of level 1 begins a page. */
export function composePages(blocks: PaperBlock[], language: Language, measureIn: MeasureIn): ComposedPage[] {
  const sheet: Sheet = { pages: [{ lines: [], rules: [] }], y: COLUMN.top, language, measureIn };
  for (const block of blocks) {
    if (block.kind === 'heading') putHeading(sheet, block.level, block.runs);
    else if (block.kind === 'item') putItem(sheet, block.label, block.runs);
    else if (block.kind === 'table') putTable(sheet, block.rows);
    else {
      putText(sheet, block.runs, STYLES.body, 0);
      sheet.y += 8;
    }
  }
  return sheet.pages;
}

/** Shares the column's width among a table's columns by the length of their text, none under a sixth of it. */
function shareWidth(rows: Run[][][], measure: Measure): number[] {
  const count = Math.max(...rows.map(row => row.length));
  const widest = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map(row => (row[column] ?? []).reduce((sum, run) => sum + measure(run.text, run), 0))),
  );
  const bounded = widest.map(width => Math.min(Math.max(width, COLUMN.width / 6), COLUMN.width * 0.6));
  const total = bounded.reduce((sum, width) => sum + width, 0);
  return bounded.map(width => (width / total) * COLUMN.width);
}
