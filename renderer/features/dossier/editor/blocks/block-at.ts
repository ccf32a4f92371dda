import type { Node } from 'prosemirror-model';
import { type EditorState, NodeSelection } from 'prosemirror-state';

/** A block of the text and where it begins. */
export interface PlacedBlock {
  node: Node;
  position: number;
}

/** The innermost block of one of these types that is selected or that the cursor stands in; null where there is none. */
export function blockAt(state: EditorState, ...types: readonly string[]): PlacedBlock | null {
  const { selection } = state;
  if (selection instanceof NodeSelection && types.includes(selection.node.type.name)) {
    return { node: selection.node, position: selection.from };
  }
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (types.includes(node.type.name)) return { node, position: $from.before(depth) };
  }
  return null;
}
