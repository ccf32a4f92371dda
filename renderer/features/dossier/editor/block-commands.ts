import { lift, setBlockType, wrapIn } from 'prosemirror-commands';
import type { Node } from 'prosemirror-model';
import { type Command, type EditorState, NodeSelection, Selection } from 'prosemirror-state';
import { documentSchema } from '../../../../shared/document/schema.ts';

const { paragraph, heading, blockquote, horizontal_rule, page_break, hard_break, talking_point } =
  documentSchema.nodes;

/** Whether the cursor stands in a caption, which is neither paragraph nor heading and cannot become one. */
export function isInCaption(state: EditorState): boolean {
  const { name } = state.selection.$from.parent.type;
  return name === 'figure' || name === 'chart';
}

/** Makes the selected blocks headings of a level (1–3), or paragraphs again when they already are. */
export function toggleHeading(level: number): Command {
  return (state, dispatch) => {
    if (isInCaption(state)) return false;
    if (state.selection.$from.parent.type === heading && state.selection.$from.parent.attrs.level === level) {
      return setBlockType(paragraph)(state, dispatch);
    }
    // A heading holds no citation: refusing is better than dropping it without a word.
    if (selectionHolds(state, 'citation')) return false;
    return setBlockType(heading, { level })(state, dispatch);
  };
}

/** Makes the selected blocks plain paragraphs. */
export const makeParagraph: Command = (state, dispatch) =>
  !isInCaption(state) && setBlockType(paragraph)(state, dispatch);

/** Sets the selected paragraphs off as a quotation typed by hand, or takes that away. */
export const toggleBlockquote: Command = (state, dispatch) =>
  isInside(state, 'blockquote') ? lift(state, dispatch) : wrapIn(blockquote)(state, dispatch);

/** Puts a short rule at the cursor. */
export const insertRule: Command = (state, dispatch) =>
  insertBlock(state, dispatch, horizontal_rule.create());

/** Makes what follows the cursor begin a page. */
export const insertPageBreak: Command = (state, dispatch) =>
  insertBlock(state, dispatch, page_break.create());

/** Breaks the line without ending the paragraph. */
export const insertLineBreak: Command = (state, dispatch) => {
  if (!state.selection.$from.parent.inlineContent) return false;
  dispatch?.(state.tr.replaceSelectionWith(hard_break.create()).scrollIntoView());
  return true;
};

/** Whether the cursor stands inside a node of this type. */
export function isInside(state: EditorState, type: string): boolean {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type.name === type) return true;
  }
  return false;
}

function selectionHolds(state: EditorState, type: string): boolean {
  let isFound = false;
  const { from, to } = state.selection;
  state.doc.nodesBetween(from, to, node => {
    if (node.isTextblock && holds(node, type)) isFound = true;
    return !node.isTextblock;
  });
  return isFound;
}

function holds(node: Node, type: string): boolean {
  return node.content.content.some(child => child.type.name === type || holds(child, type));
}

/** Puts a block that only a part itself (or a point to make) may hold at the cursor: see {@link blockPlace}. */
export function insertBlock(
  state: EditorState,
  dispatch: Parameters<Command>[1],
  block: Node,
  at = state.selection.to,
): boolean {
  if (!dispatch) return true;
  const place = blockPlace(state.doc, at, block);
  const tr = state.tr.replaceWith(place.from, place.to, block);
  const after = place.from + block.nodeSize;
  if (after >= tr.doc.content.size) tr.insert(after, paragraph.create());
  // Selected, so that the next one goes behind it; `protectSelectedBlocks` keeps typing from replacing it.
  tr.setSelection(NodeSelection.create(tr.doc, place.from));
  dispatch(tr.scrollIntoView());
  return true;
}

/** As {@link insertBlock}, with the cursor in the first text of the block. */
export function insertBlockToWrite(
  state: EditorState,
  dispatch: Parameters<Command>[1],
  block: Node,
  at?: number,
): boolean {
  if (!dispatch) return true;
  const enter: typeof dispatch = tr =>
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve(tr.selection.from + 1), 1)));
  return insertBlock(state, enter, block, at);
}

/**
 * Where a block goes that stands in no list and no table: in the place of an empty paragraph, between two blocks,
 * or behind the outermost block at a position. A point to make that may hold the block holds it.
 */
function blockPlace(doc: Node, position: number, block: Node): { from: number; to: number } {
  const $at = doc.resolve(Math.min(position, doc.content.size));
  let container = 0;
  for (let depth = 1; depth <= $at.depth; depth++) {
    const { type } = $at.node(depth);
    if (type === talking_point && type.contentMatch.matchType(block.type)) container = depth;
  }
  if ($at.depth === container) return { from: $at.pos, to: $at.pos };
  const beside = $at.node(container + 1);
  const [from, to] = [$at.before(container + 1), $at.after(container + 1)];
  const isEmpty = beside.type === paragraph && beside.content.size === 0;
  return isEmpty ? { from, to } : { from: to, to };
}
