import { blockAt } from '../blocks/block-at.ts';
import type { EditorHandle } from '../editor-handle.ts';
import type { AskDialog } from './open-dialog.ts';

/** Asks for the properties of the figure, chart, table or parallel text at the cursor of the part's text; does nothing elsewhere. */
export function askProperties(editor: Pick<EditorHandle, 'partView'>, ask: AskDialog): void {
  const view = editor.partView;
  const found = view && blockAt(view.state, 'figure', 'chart', 'table', 'parallel');
  if (!found) return;
  const { node, position } = found;
  const kind = node.type.name as 'figure' | 'chart' | 'table' | 'parallel';
  if (kind === 'table') ask({ kind: 'tableProperties' });
  else ask({ kind, position });
}
