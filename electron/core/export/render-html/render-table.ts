import type { Block, TableBlock } from '../../../../shared/document/content.ts';
import { fillGrid, type Grid, type GridCell, placeCells } from '../layout/measure-columns.ts';
import { captionText } from '../read-content/document-map.ts';
import { isTurned } from '../read-content/is-turned.ts';
import { element, escapeText, type Html } from './html.ts';
import type { HtmlContext } from './html-context.ts';
import { renderInlines } from './render-inlines.ts';
import { takeSideNotes } from './render-notes.ts';

/** Writes the blocks of a cell; given by the writer of blocks, since cells hold tables and tables cells. */
export type RenderBlocks = (blocks: Block[], context: HtmlContext) => Html;

/**
 * Writes a table in a frame that scrolls by itself. Every head has its scope; where heads or cells span, each cell also
 * names its heads.
 */
export function renderTable(table: TableBlock, context: HtmlContext, renderBlocks: RenderBlocks): Html {
  const placed = [placeCells(table.head), placeCells(table.rows)] as const;
  const columns = Math.max(placed[0].columns, placed[1].columns);
  if (!columns) return renderEmptyTable(table, context);
  const [head, body] = [fillGrid(placed[0], columns), fillGrid(placed[1], columns)];
  const ids = nameHeads(head, body, context);
  const cells = { head, body, ids, columns };
  const rows = (grid: Grid, isHead: boolean): Html =>
    Array.from({ length: grid.rows }, (_, row) => {
      const own = grid.cells.filter(cell => cell.row === row);
      return element('tr', {}, ...own.map(cell => renderCell(cell, isHead, cells, context, renderBlocks)));
    }).join('\n');
  const caption = renderCaption(table, context);
  const beside = takeSideNotes(context);
  const label = captionText(table.label, table.caption) || context.say('page.html.table');
  const frame = element(
    'div',
    { class: frameClass(table), role: 'region', tabindex: 0, 'aria-label': label },
    element(
      'table',
      { id: context.anchors.claim(table.id) },
      caption,
      renderColumns(table, columns, context),
      head.rows ? element('thead', {}, rows(head, true)) : '',
      body.rows ? element('tbody', {}, rows(body, false)) : '',
    ),
  );
  return frame + beside;
}

/** A table without cells is its caption alone. */
function renderEmptyTable(table: TableBlock, context: HtmlContext): Html {
  const words = [escapeText(table.label ?? ''), table.caption ? renderInlines(table.caption, context) : ''];
  return element(
    'p',
    { id: context.anchors.claim(table.id), class: 'note' },
    words.filter(Boolean).join('. '),
  );
}

function frameClass(table: TableBlock): string {
  return isTurned(table) ? 'table landscape' : 'table';
}

function renderCaption(table: TableBlock, context: HtmlContext): Html {
  const label = table.label ? element('span', { class: 'label' }, escapeText(table.label)) : '';
  const words = table.caption ? renderInlines(table.caption, context) : '';
  const caption = [label, words].filter(Boolean).join('. ');
  return caption ? element('caption', {}, caption) : '';
}

function renderColumns(table: TableBlock, columns: number, context: HtmlContext): Html {
  const weights = table.columnWeights;
  if (weights?.length !== columns || !weights.every(weight => weight > 0 && Number.isFinite(weight)))
    return '';
  const sum = weights.reduce((a, b) => a + b, 0);
  return element(
    'colgroup',
    {},
    ...weights.map(weight => {
      const width = context.rules.classFor(`width: ${((weight / sum) * 100).toFixed(1)}%`);
      return element('col', { class: width });
    }),
  );
}

interface TableCells {
  head: Grid;
  body: Grid;
  /** The ids of head cells, given only where cells must name them. */
  ids: Map<GridCell, string>;
  columns: number;
}

function nameHeads(head: Grid, body: Grid, context: HtmlContext): Map<GridCell, string> {
  const ids = new Map<GridCell, string>();
  const spans = [...head.cells, ...body.cells].some(cell => cell.colspan > 1 || cell.rowspan > 1);
  if (!spans && head.rows < 2) return ids;
  const heads = [
    ...head.cells.filter(({ cell }) => cell.blocks.length),
    ...body.cells.filter(({ cell }) => cell.header),
  ];
  for (const cell of heads) ids.set(cell, context.anchors.make('v-head'));
  return ids;
}

function renderCell(
  at: GridCell,
  isHead: boolean,
  cells: TableCells,
  context: HtmlContext,
  renderBlocks: RenderBlocks,
): Html {
  const { cell, colspan, rowspan } = at;
  const content = renderBlocks(cell.blocks, context);
  const headsRow = !isHead && cell.header === true;
  const classes = [
    cell.shade ? `shade-${cell.shade}` : '',
    cell.align && cell.align !== 'start' ? `align-${cell.align}` : '',
  ];
  const attributes = {
    id: cells.ids.get(at),
    class: classes.filter(Boolean).join(' ') || null,
    colspan: colspan > 1 ? colspan : null,
    rowspan: rowspan > 1 ? rowspan : null,
    headers: headersOf(at, isHead, cells),
  };
  if ((!isHead && !headsRow) || !content) return element('td', attributes, content);
  return element('th', { ...attributes, scope: scopeOf(at, isHead) }, content);
}

function scopeOf({ colspan, rowspan }: GridCell, isHead: boolean): string {
  if (isHead) return colspan > 1 ? 'colgroup' : 'col';
  return rowspan > 1 ? 'rowgroup' : 'row';
}

/** The ids of the heads above a cell and at its row's side. */
function headersOf(at: GridCell, isHead: boolean, cells: TableCells): string | null {
  if (!cells.ids.size) return null;
  const above = cells.head.cells.filter(
    head =>
      (!isHead || head.row + head.rowspan <= at.row) &&
      meets(head.column, head.colspan, at.column, at.colspan),
  );
  const beside = isHead
    ? []
    : cells.body.cells.filter(
        head => head !== at && head.cell.header && meets(head.row, head.rowspan, at.row, at.rowspan),
      );
  const ids = [...above, ...beside].map(head => cells.ids.get(head)).filter(id => id !== undefined);
  return ids.length ? ids.join(' ') : null;
}

function meets(from: number, length: number, otherFrom: number, otherLength: number): boolean {
  return from < otherFrom + otherLength && otherFrom < from + length;
}
