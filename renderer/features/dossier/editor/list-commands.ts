import type { NodeType } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command, EditorState } from 'prosemirror-state';
import { documentSchema } from '../../../../shared/document/schema.ts';

const { list_item, bullet_list, ordered_list } = documentSchema.nodes;

/** Makes the selected paragraphs a bullet list, or paragraphs again. */
export const toggleBulletList: Command = toggleList(bullet_list);
/** Makes the selected paragraphs a numbered list, or paragraphs again. */
export const toggleNumberedList: Command = toggleList(ordered_list);
/** Moves the list item one level in. */
export const indentItem: Command = sinkListItem(list_item);
/** Moves the list item one level out. */
export const outdentItem: Command = liftListItem(list_item);
/** Begins the next list item. */
export const splitItem: Command = splitListItem(list_item);

function toggleList(type: NodeType): Command {
  return (state, dispatch) => {
    const list = innermostList(state);
    if (!list) return wrapInList(type)(state, dispatch);
    if (list.type === type) return outdentItem(state, dispatch);
    dispatch?.(state.tr.setNodeMarkup(list.position, type));
    return true;
  };
}

/** The list that the cursor stands in, innermost first; null outside lists. */
export function innermostList(state: EditorState): { type: NodeType; position: number } | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const { type } = $from.node(depth);
    if (type === bullet_list || type === ordered_list) return { type, position: $from.before(depth) };
    if (type.spec.tableRole) return null;
  }
  return null;
}
