import { Fragment, type Node } from 'prosemirror-model';
import { childrenOf, type HeldBack, pruneBlock } from './prune-text.ts';

/** A cell after pruning: `held` when something of it was left out. */
interface PrunedCell {
  node: Node;
  held: boolean;
}

/**
 * A table without the paragraphs that are not to be disclosed. Rows and columns that are left with nothing go, unless cells
 * reach across them; so does a table that is left with its head alone.
 */
export function pruneTable(table: Node, held: HeldBack): Node | null {
  const before = held.count;
  const rows = childrenOf(table).map(row => childrenOf(row).map(cell => pruneCell(cell, held)));
  if (held.count === before) return table;
  const simple = rows.every(row => row.every(({ node }) => node.attrs.rowspan === 1));
  const full = simple ? rows.filter(row => !isEmptied(row)) : rows;
  if (!full.length || rows.flat().every(({ node }) => !hasWords(node))) return null;
  if (full.length < rows.length && full.every(isHead)) return null;
  const square = simple && full.every(row => row.every(({ node }) => node.attrs.colspan === 1));
  const narrow = square ? dropColumns(full) : full;
  const type = table.child(0).type;
  return table.copy(
    Fragment.from(narrow.map(row => type.create(null, Fragment.from(row.map(cell => cell.node))))),
  );
}

function pruneCell(cell: Node, held: HeldBack): PrunedCell {
  const before = held.count;
  const kept = childrenOf(cell)
    .map(block => pruneBlock(block, held))
    .filter(block => block !== null);
  if (held.count === before) return { node: cell, held: false };
  const empty = cell.type.schema.nodes.paragraph!.create();
  return { node: cell.copy(Fragment.from(kept.length ? kept : [empty])), held: true };
}

/** A quote or a picture has no words of its own, but no cell holds one. */
function hasWords(node: Node): boolean {
  return node.textContent.trim() !== '' || hasAtom(node);
}

function hasAtom(node: Node): boolean {
  let found = false;
  node.descendants(child => {
    if (child.isAtom && !child.isText) found = true;
  });
  return found;
}

function isEmptied(row: PrunedCell[]): boolean {
  return row.some(cell => cell.held) && row.every(cell => !hasWords(cell.node));
}

function isHead(row: PrunedCell[]): boolean {
  return row.every(cell => cell.node.type.name === 'table_header');
}

/** Leaves out the columns whose cells, but for the heads, were held back. */
function dropColumns(rows: PrunedCell[][]): PrunedCell[][] {
  const count = Math.max(...rows.map(row => row.length));
  const dropped = new Set<number>();
  for (let column = 0; column < count; column++) {
    const cells = rows.filter(row => !isHead(row)).map(row => row[column]);
    const emptied = cells.some(cell => cell?.held) && cells.every(cell => !cell || !hasWords(cell.node));
    if (emptied) dropped.add(column);
  }
  const kept = rows.map(row => row.filter((_, column) => !dropped.has(column)));
  return dropped.size < count ? kept : rows;
}
