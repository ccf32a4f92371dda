import { type Command, type EditorState, Selection } from 'prosemirror-state';
import { documentSchema } from '../../../../shared/document/schema.ts';
import { insertBlock } from './block-commands.ts';

const { table, table_row, table_cell, table_header, paragraph } = documentSchema.nodes;

/** Puts an empty table at the cursor (its first row a header when wanted) and the cursor into its first cell. */
export function insertTable(rows: number, columns: number, header: boolean): Command {
  return (state, dispatch) => {
    const cells = (type: typeof table_cell) =>
      Array.from({ length: columns }, () => type.create(null, paragraph.create()));
    const node = table.create(
      null,
      Array.from({ length: rows }, (_, row) =>
        table_row.create(null, cells(header && row === 0 ? table_header : table_cell)),
      ),
    );
    return insertBlock(
      state,
      dispatch &&
        (tr => {
          let start = 0;
          tr.doc.forEach((child, offset) => {
            if (child === node) start = offset;
          });
          dispatch(tr.setSelection(Selection.near(tr.doc.resolve(start + 1), 1)));
        }),
      node,
    );
  };
}

/** The table around the cursor: its position and its caption; null outside tables. */
export function tableAt(state: EditorState): { position: number; caption: string } | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type === table) return { position: $from.before(depth), caption: String(node.attrs.caption) };
  }
  return null;
}

/** Gives the table around the cursor a caption; empty takes it away. */
export function setTableCaption(caption: string): Command {
  return (state, dispatch) => {
    const found = tableAt(state);
    if (!found) return false;
    dispatch?.(state.tr.setNodeAttribute(found.position, 'caption', caption.trim()));
    return true;
  };
}
