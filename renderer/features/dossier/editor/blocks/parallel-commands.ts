import { type Command, Selection, TextSelection } from 'prosemirror-state';
import { documentSchema } from '../../../../../shared/document/schema.ts';
import { insertBlockToWrite } from '../block-commands.ts';
import { removeBlockAt } from '../excerpt-commands.ts';
import { blockAt } from './block-at.ts';

const { parallel, parallel_row, parallel_cell, paragraph } = documentSchema.nodes;

const emptyRow = () =>
  parallel_row.create(
    null,
    [1, 2].map(() => parallel_cell.create(null, paragraph.create())),
  );

/** Puts two texts side by side at the cursor, in these languages (BCP 47), with one empty row. */
export function insertParallel(left = 'es', right = 'en'): Command {
  return (state, dispatch) =>
    insertBlockToWrite(state, dispatch, parallel.create({ left, right }, emptyRow()));
}

/** Begins a row behind the one the cursor stands in. */
export const addParallelRow: Command = (state, dispatch) => {
  const row = blockAt(state, 'parallel_row');
  if (!row) return false;
  const after = row.position + row.node.nodeSize;
  const tr = state.tr.insert(after, emptyRow());
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(after + 1))).scrollIntoView());
  return true;
};

/** Takes the row the cursor stands in away; with the last one go the two columns. */
export const removeParallelRow: Command = (state, dispatch) => {
  const row = blockAt(state, 'parallel_row');
  const block = blockAt(state, 'parallel');
  if (!row || !block) return false;
  if (block.node.childCount === 1) return removeBlockAt(block.position)(state, dispatch);
  const tr = state.tr.delete(row.position, row.position + row.node.nodeSize);
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(row.position), -1)).scrollIntoView());
  return true;
};

/** Backspace in a row without words takes the row away. */
export const removeEmptyParallelRow: Command = (state, dispatch) => {
  const row = blockAt(state, 'parallel_row');
  if (row?.node.textContent !== '' || !state.selection.empty) return false;
  return removeParallelRow(state, dispatch);
};

/** Goes to the cell on the other side, or of the next or last row; beyond the last one begins a row. */
export function goToParallelCell(direction: 1 | -1): Command {
  return (state, dispatch) => {
    const cell = blockAt(state, 'parallel_cell');
    const block = blockAt(state, 'parallel');
    if (!cell || !block || state.selection.$from.node(-1)?.type !== parallel_cell) return false;
    const cells: number[] = [];
    block.node.descendants((node, offset) => {
      if (node.type === parallel_cell) cells.push(block.position + 1 + offset);
      return node.type !== parallel_cell;
    });
    const next = cells[cells.indexOf(cell.position) + direction];
    if (next === undefined) return direction === 1 && addParallelRow(state, dispatch);
    const target = Selection.near(state.doc.resolve(next + 1));
    const words = target instanceof TextSelection ? target.$from : null;
    const selection = words ? TextSelection.create(state.doc, words.start(), words.end()) : target;
    dispatch?.(state.tr.setSelection(selection).scrollIntoView());
    return true;
  };
}
