import type { Command, EditorState } from 'prosemirror-state';
import { setCellAttr } from 'prosemirror-tables';
import { type cellShades, documentSchema, tableOrientations } from '../../../../shared/document/schema.ts';
import { insertBlockToWrite } from './block-commands.ts';

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
    return insertBlockToWrite(state, dispatch, node);
  };
}

/** What is said of a table as a whole. */
export interface TableProperties {
  /** Empty prints none. */
  caption: string;
  orientation: TableOrientation;
}

/** How a table lies on the page. */
export type TableOrientation = (typeof tableOrientations)[number];

/** The table around the cursor: its position and what is said of it; null outside tables. */
export function tableAt(state: EditorState): (TableProperties & { position: number }) | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const { type, attrs } = $from.node(depth);
    if (type !== table) continue;
    const orientation = tableOrientations.find(each => each === attrs.orientation) ?? 'auto';
    return { position: $from.before(depth), caption: String(attrs.caption), orientation };
  }
  return null;
}

/** Says something of the table around the cursor as a whole. */
export function setTableProperties({ caption, orientation }: TableProperties): Command {
  return (state, dispatch) => {
    const found = tableAt(state);
    if (!found) return false;
    const { tr } = state;
    tr.setNodeAttribute(found.position, 'caption', caption.trim());
    dispatch?.(tr.setNodeAttribute(found.position, 'orientation', orientation));
    return true;
  };
}

/** Shades the selected cells, or the cell at the cursor; null takes the shade away. */
export function shadeCells(shade: (typeof cellShades)[number] | null): Command {
  return setCellAttr('shade', shade);
}
