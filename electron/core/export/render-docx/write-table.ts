import {
  BorderStyle,
  type ITableBordersOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Block, ParallelBlock, TableBlock } from '../../../../shared/document/content.ts';
import { fillGrid, type Grid, type GridCell, placeCells } from '../layout/measure-columns.ts';
import { plainText } from '../read-content/document-map.ts';
import { contentsOf, walkBlocks } from '../read-content/walk-content.ts';
import type { WordContext } from './word-context.ts';
import { writeCaption } from './write-figure.ts';
import { run } from './write-inlines.ts';

/** Writes the blocks of a cell; given by the writer of blocks, since cells hold tables and tables cells. */
export type WriteBlocks = (blocks: Block[], context: WordContext) => (Paragraph | Table)[];

/** Writes a table under its caption: heads repeat on each page, no row is split, cells span and are shaded. */
export function writeTable(
  table: TableBlock,
  context: WordContext,
  writeBlocks: WriteBlocks,
): (Paragraph | Table)[] {
  const placed = [placeCells(table.head), placeCells(table.rows)] as const;
  const columns = Math.max(placed[0].columns, placed[1].columns);
  const caption = writeCaption(table, context, true);
  if (!columns) return caption;
  const [head, body] = [fillGrid(placed[0], columns), fillGrid(placed[1], columns)];
  const widths = columnWidths(table, [head, body], columns, context.width - context.indent);
  const rows = [
    ...writeRows(head, true, widths, context, writeBlocks),
    ...writeRows(body, false, widths, context, writeBlocks),
  ];
  return [...caption, frame(rows, widths, context, table.head.length > 0), gap()];
}

function frame(rows: TableRow[], widths: number[], context: WordContext, firstRow: boolean): Table {
  return new Table({
    rows,
    style: 'TableGrid',
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { top: 50, bottom: 50, left: 90, right: 90, marginUnitType: WidthType.DXA },
    borders: ruled(context.file.theme.ink.line),
    tableLook: {
      firstRow,
      firstColumn: false,
      lastRow: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    ...(context.indent ? { indent: { size: context.indent, type: WidthType.DXA } } : {}),
  });
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
/** Lines between rows, none between columns. */
function ruled(color: string): ITableBordersOptions {
  const line = { style: BorderStyle.SINGLE, size: 4, color };
  return { ...UNRULED, top: line, bottom: line, insideHorizontal: line };
}

const UNRULED: ITableBordersOptions = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
};

/** Word joins tables that nothing parts. */
function gap(): Paragraph {
  return new Paragraph({ style: 'AfterTable', children: [] });
}

function writeRows(
  grid: Grid,
  isHead: boolean,
  widths: number[],
  context: WordContext,
  writeBlocks: WriteBlocks,
): TableRow[] {
  return Array.from({ length: grid.rows }, (_, row) => {
    const own = grid.cells.filter(cell => cell.row === row);
    return new TableRow({
      ...(isHead ? { tableHeader: true } : {}),
      ...(own.some(isTall) ? {} : { cantSplit: true }),
      children: own.map(cell => writeCell(cell, isHead, widths, context, writeBlocks)),
    });
  });
}

/** A cell that may be longer than a page must be allowed to break. */
function isTall({ cell }: GridCell): boolean {
  return lettersOf(cell.blocks) > 1200;
}

const SHADES = { tint: 'tint', strong: 'strong', warning: 'warningTint' } as const;

function writeCell(
  at: GridCell,
  isHead: boolean,
  widths: number[],
  context: WordContext,
  writeBlocks: WriteBlocks,
): TableCell {
  const { cell, column, colspan, rowspan } = at;
  const width = widths.slice(column, column + colspan).reduce((a, b) => a + b, 0);
  const inner: WordContext = {
    ...context,
    width: width - 180,
    indent: 0,
    listDepth: 0,
    style: isHead || cell.header ? 'TableHead' : 'TableText',
    align: cell.align,
  };
  const { ink } = context.file.theme;
  const fill = cell.shade ? ink[SHADES[cell.shade]] : isHead ? ink.tint : null;
  return new TableCell({
    children: endWithParagraph(writeBlocks(cell.blocks, inner), inner.style),
    width: { size: width, type: WidthType.DXA },
    verticalAlign: isHead ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
    ...(colspan > 1 ? { columnSpan: colspan } : {}),
    ...(rowspan > 1 ? { rowSpan: rowspan } : {}),
    ...(fill ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill } } : {}),
  });
}

/** A cell must end in a paragraph (ECMA-376-1, 17.4.65). */
function endWithParagraph(blocks: (Paragraph | Table)[], style: string): (Paragraph | Table)[] {
  return blocks.at(-1) instanceof Paragraph ? blocks : [...blocks, new Paragraph({ style, children: [] })];
}

/** Widths in twips that add up to `width`: by the table's own weights, else by what the cells hold. */
function columnWidths(table: TableBlock, grids: Grid[], columns: number, width: number): number[] {
  const given = table.columnWeights;
  const usable = given?.length === columns && given.every(weight => weight > 0 && Number.isFinite(weight));
  const weights = usable ? given : measureWeights(grids, columns);
  const sum = weights.reduce((a, b) => a + b, 0);
  const widths = weights.map(weight => Math.max(1, Math.floor((width * weight) / sum)));
  widths[columns - 1]! += Math.max(0, width - widths.reduce((a, b) => a + b, 0));
  return widths;
}

/** The longest word of a column counts most, then how much it holds, tempered by the root. */
function measureWeights(grids: Grid[], columns: number): number[] {
  const weights = Array.from({ length: columns }, () => 4);
  for (const { cell, column, colspan } of grids.flatMap(grid => grid.cells)) {
    if (colspan > 1) continue;
    const words = wordsOf(cell.blocks).split(' ');
    const longest = Math.min(24, Math.max(...words.map(word => word.length)));
    const wanted = longest + 2.2 * Math.sqrt(words.join(' ').length);
    weights[column] = Math.max(weights[column]!, wanted);
  }
  return weights;
}

function wordsOf(blocks: Block[]): string {
  const words: string[] = [];
  walkBlocks(blocks, block => words.push(plainText(contentsOf(block).inlines)));
  return words.join(' ');
}

function lettersOf(blocks: Block[]): number {
  return wordsOf(blocks).length;
}

/** Two texts beside each other in a table without lines, a row for each pair. */
export function writeParallel(
  block: ParallelBlock,
  context: WordContext,
  writeBlocks: WriteBlocks,
): (Paragraph | Table)[] {
  const half = Math.floor((context.width - context.indent) / 2);
  const side = (index: 0 | 1, blocks: Block[], style: string): TableCell => {
    const language = block.languages[index];
    const inner = { ...context, language, width: half - 240, indent: 0, listDepth: 0, style };
    return new TableCell({
      children: endWithParagraph(writeBlocks(blocks, inner), style),
      width: { size: half, type: WidthType.DXA },
    });
  };
  const heads = block.heads
    ? [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: block.heads.map(
            head =>
              new TableCell({
                children: [new Paragraph({ style: 'TableHead', children: [run(head)] })],
                width: { size: half, type: WidthType.DXA },
              }),
          ),
        }),
      ]
    : [];
  const rows = block.rows.map(
    row => new TableRow({ children: [side(0, row[0], 'ParallelText'), side(1, row[1], 'ParallelText')] }),
  );
  if (!heads.length && !rows.length) return [];
  return [
    new Table({
      rows: [...heads, ...rows],
      style: 'TableGrid',
      width: { size: 2 * half, type: WidthType.DXA },
      columnWidths: [half, half],
      layout: TableLayoutType.FIXED,
      margins: { top: 30, bottom: 30, left: 120, right: 120, marginUnitType: WidthType.DXA },
      borders: UNRULED,
    }),
    gap(),
  ];
}
