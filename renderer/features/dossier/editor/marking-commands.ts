import type { Command, EditorState } from 'prosemirror-state';

/** Gives the selected paragraphs and plain quotations a level of the dossier's scheme; null takes it away. */
export function setParagraphMarking(level: string | null): Command {
  return (state, dispatch) => {
    const positions = markableBlocks(state);
    if (positions.length === 0) return false;
    if (!dispatch) return true;
    const tr = state.tr;
    for (const position of positions) tr.setNodeAttribute(position, 'marking', level);
    dispatch(tr);
    return true;
  };
}

/** The level that the paragraph at the cursor bears, null when none. */
export function markingAt(state: EditorState): string | null {
  const [position] = markableBlocks(state);
  const value: unknown = position === undefined ? null : state.doc.nodeAt(position)?.attrs.marking;
  return typeof value === 'string' ? value : null;
}

function markableBlocks(state: EditorState): number[] {
  const positions: number[] = [];
  const { from, to } = state.selection;
  state.doc.nodesBetween(from, to, (node, position) => {
    const markable = 'marking' in node.attrs;
    if (markable) positions.push(position);
    // The outermost block bears the marking: a quotation, not the paragraphs inside it.
    return !markable;
  });
  return positions;
}
