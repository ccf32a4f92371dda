import type { Node } from 'prosemirror-model';
import type { TableBlock, TableCell } from '../../../../shared/document/content.ts';
import { cellShades, mostSpan } from '../../../../shared/document/schema.ts';
import { buildBlocks, plain, type TextContext } from './build-text.ts';
import { say } from './document-context.ts';

/** A table of the text as a block: leading rows of header cells become the heads that repeat on each page. */
export function buildTable(node: Node, context: TextContext): TableBlock {
  const rows: TableCell[][] = [];
  node.forEach(row => {
    rows.push(buildRow(row, { ...context, role: 'body' }));
  });
  const firstBody = rows.findIndex(row => !row.length || row.some(cell => !cell.header));
  const headCount = firstBody === -1 ? Math.min(1, rows.length) : firstBody;
  const { plan } = context.document;
  const caption = String(node.attrs.caption).trim();
  const number = plan.numbers.get(node);
  const { orientation } = node.attrs;
  const table: TableBlock = {
    kind: 'table',
    id: plan.anchors.get(node)!,
    ...(number ? { label: say(context.document, 'page.label.table', { number }) } : {}),
    ...(orientation === 'portrait' || orientation === 'landscape' ? { orientation } : {}),
    caption: caption ? [plain(caption)] : null,
    head: rows.slice(0, headCount),
    rows: rows.slice(headCount),
  };
  const weights = columnWeights(node);
  if (weights) table.columnWeights = weights;
  return table;
}

function buildRow(row: Node, context: TextContext): TableCell[] {
  const cells: TableCell[] = [];
  row.forEach(node => {
    const cell: TableCell = { blocks: buildBlocks(node, context) };
    if (node.type.name === 'table_header') cell.header = true;
    const shade = cellShades.find(each => each === node.attrs.shade);
    if (shade) cell.shade = shade;
    const [colspan, rowspan] = [boundSpan(node.attrs.colspan), boundSpan(node.attrs.rowspan)];
    if (colspan > 1) cell.colspan = colspan;
    if (rowspan > 1) cell.rowspan = rowspan;
    cells.push(cell);
  });
  return cells;
}

/** Texts are checked when they are written; a library that came from elsewhere may hold any. */
function boundSpan(value: unknown): number {
  return Math.min(mostSpan, Math.max(1, Math.trunc(Number(value)) || 1));
}

/** The widths the editor was dragged to, when every column of the first row has one. */
function columnWeights(node: Node): number[] | null {
  const weights: number[] = [];
  node.firstChild?.forEach(cell => {
    const widths: unknown = cell.attrs.colwidth;
    const columns = boundSpan(cell.attrs.colspan);
    for (let i = 0; i < columns; i++) weights.push(Array.isArray(widths) ? Number(widths[i]) : 0);
  });
  return weights.length && weights.every(weight => weight > 0) ? weights : null;
}
