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

/** Sets blocks one under another on as many pages as they need; a heading of level 1 begins a page. */
export function composePages(blocks: PaperBlock[], language: Language, measureIn: MeasureIn): ComposedPage[] {
  const pages: ComposedPage[] = [{ lines: [], rules: [] }];
  let y = COLUMN.top;

  const page = (): ComposedPage => pages.at(-1) as ComposedPage;
  const turn = (): void => {
    pages.push({ lines: [], rules: [] });
    y = COLUMN.top;
  };
  const isEmpty = (): boolean => page().lines.length === 0;

  /** Puts lines down; never one alone at the foot of a page nor one alone at the head of the next. */
  const putLines = (lines: Line[], style: TextStyle, x: number, width: number): void => {
    lines.forEach((line, index) => {
      const left = lines.length - index;
      const wouldOrphan = index === 0 && left > 1 && y + 2 * style.leading > COLUMN.bottom;
      const wouldWidow = left === 2 && lines.length > 3 && y + 2 * style.leading > COLUMN.bottom;
      if (y + style.leading > COLUMN.bottom || wouldOrphan || wouldWidow) turn();
      const slack = style.justified && left > 1 && line.spaces > 0 ? (width - line.width) / line.spaces : 0;
      page().lines.push({ line, style, x, y, stretch: slack });
      y += style.leading;
    });
  };

  const putText = (runs: Run[], style: TextStyle, indent: number): void => {
    const width = COLUMN.width - indent;
    const dividing = style.justified ? language : null;
    putLines(breakLines(runs, width, dividing, measureIn(style)), style, COLUMN.left + indent, width);
  };

  const putHeading = (block: PaperBlock & { kind: 'heading' }): void => {
    const style = block.level === 1 ? STYLES.chapter : STYLES.section;
    const before = block.level === 1 ? 0 : 10;
    const needed = before + style.leading + 2 * STYLES.body.leading;
    if (!isEmpty() && (block.level === 1 || y + needed > COLUMN.bottom)) turn();
    y += isEmpty() ? 0 : before;
    putText(
      block.runs.map(run => ({ ...run, strong: true })),
      style,
      0,
    );
    y += block.level === 1 ? 14 : 4;
  };

  const putItem = (block: PaperBlock & { kind: 'item' }): void => {
    const before = page();
    const count = before.lines.length;
    putText(block.runs, STYLES.item, ITEM_INDENT);
    const home = before.lines.length > count ? before : page();
    const first = home.lines[before.lines.length > count ? count : 0];
    if (first) {
      const label = { text: block.label, strong: false, emphasis: false };
      const [line] = breakLines([label], ITEM_INDENT, null, measureIn(STYLES.item));
      // The label goes before the first line of its item, in the order the page is read.
      if (line)
        home.lines.splice(home.lines.indexOf(first), 0, { ...first, line, x: COLUMN.left, stretch: 0 });
    }
    y += 5;
  };

  const putRow = (cells: Run[][], isHead: boolean, columns: number[]): void => {
    const style = STYLES.cell;
    let x = COLUMN.left;
    const set = cells.map((runs, index) => {
      const width = (columns[index] ?? 0) - CELL_GAP;
      const bold = isHead ? runs.map(run => ({ ...run, strong: true })) : runs;
      const lines = breakLines(bold, width, null, measureIn(style));
      const at = x;
      x += columns[index] ?? 0;
      return { lines, x: at };
    });
    const height = Math.max(...set.map(cell => cell.lines.length)) * style.leading;
    if (y + height + 8 > COLUMN.bottom) turn();
    for (const cell of set)
      cell.lines.forEach((line, index) => {
        page().lines.push({ line, style, x: cell.x, y: y + 4 + index * style.leading, stretch: 0 });
      });
    y += height + 8;
    page().rules.push([COLUMN.left, y, COLUMN.width]);
  };

  for (const block of blocks) {
    if (block.kind === 'heading') putHeading(block);
    else if (block.kind === 'item') putItem(block);
    else if (block.kind === 'paragraph') {
      putText(block.runs, STYLES.body, 0);
      y += 8;
    } else {
      const columns = shareWidth(block.rows, measureIn(STYLES.cell));
      page().rules.push([COLUMN.left, y, COLUMN.width]);
      for (const [index, row] of block.rows.entries()) putRow(row, index === 0, columns);
      y += 12;
    }
  }
  return pages;
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
