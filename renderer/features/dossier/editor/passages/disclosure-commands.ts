import type { Command, EditorState } from 'prosemirror-state';

/** Holds the selected blocks back from everything that leaves the delegation, or lets them go when all are held back. */
export const toggleDisclosure: Command = (state, dispatch) => {
  const positions = disclosableBlocks(state);
  if (positions.length === 0) return false;
  const held = isHeldBack(state) ? null : 'internal';
  const { tr } = state;
  for (const position of positions) tr.setNodeAttribute(position, 'disclosure', held);
  dispatch?.(tr);
  return true;
};

/** Whether every selected block is held back. */
export function isHeldBack(state: EditorState): boolean {
  const positions = disclosableBlocks(state);
  return (
    positions.length > 0 &&
    positions.every(position => state.doc.nodeAt(position)?.attrs.disclosure === 'internal')
  );
}

/** The outermost selected blocks: a list, a table or a point is held back as a whole. */
function disclosableBlocks(state: EditorState): number[] {
  const positions: number[] = [];
  const { from, to } = state.selection;
  state.doc.nodesBetween(from, to, (node, position) => {
    const isDisclosable = 'disclosure' in node.attrs;
    if (isDisclosable) positions.push(position);
    return !isDisclosable;
  });
  return positions;
}
