import type { Node } from 'prosemirror-model';
import { EditorState, NodeSelection, type Plugin, TextSelection } from 'prosemirror-state';
import { documentSchema } from '../../../shared/document/schema.ts';

const { nodes } = documentSchema;

/** A text of these blocks. */
export const doc = (...blocks: Node[]): Node => nodes.doc.create(null, blocks);
/** A paragraph of words and inline nodes. */
export const p = (...content: (string | Node)[]): Node => nodes.paragraph.create(null, inline(content));
/** A heading inside a part. */
export const h = (level: number, text: string): Node => nodes.heading.create({ level }, inline([text]));
/** A bullet list of one paragraph an item. */
export const ul = (...items: string[]): Node =>
  nodes.bullet_list.create(
    null,
    items.map(item => nodes.list_item.create(null, p(item))),
  );
/** A quoted excerpt. */
export const quote = (excerptId: string): Node => nodes.excerpt_quote.create({ excerptId });
/** A footnote of plain words. */
export const note = (text: string): Node => nodes.footnote.create(null, inline([text]));
/** A citation without quotation. */
export const cite = (sourceId: string): Node => nodes.citation.create({ sourceId });
/** A table of rows of words. */
export const table = (...rows: string[][]): Node =>
  nodes.table.create(
    null,
    rows.map(row =>
      nodes.table_row.create(
        null,
        row.map(cell => nodes.table_cell.create(null, p(cell))),
      ),
    ),
  );

/** A picture of the library with its caption. */
export const figure = (imageId: string, caption = ''): Node =>
  nodes.figure.create({ imageId }, inline([caption]));
/** A point to make. */
export const point = (...blocks: Node[]): Node => nodes.talking_point.create(null, blocks);
/** Two texts side by side, each row two paragraphs. */
export const parallel = (...rows: [string, string][]): Node =>
  nodes.parallel.create(
    null,
    rows.map(row =>
      nodes.parallel_row.create(
        null,
        row.map(words => nodes.parallel_cell.create(null, p(words))),
      ),
    ),
  );

function inline(content: (string | Node)[]): Node[] {
  return content
    .filter(item => item !== '')
    .map(item => (typeof item === 'string' ? documentSchema.text(item) : item));
}

/** An editor's state whose cursor stands where `words` first occur (behind them), or which selects them. */
export function stateAt(text: Node, words: string, select = false, plugins: Plugin[] = []): EditorState {
  let found: number | null = null;
  text.descendants((node, position) => {
    const at = node.isText ? (node.text ?? '').indexOf(words) : -1;
    if (found === null && at >= 0) found = position + at;
  });
  if (found === null) throw new Error(`no «${words}» in the text`);
  const end = found + words.length;
  const selection = TextSelection.create(text, select ? found : end, end);
  return EditorState.create({ doc: text, selection, plugins });
}

/** An editor's state that selects the node at a position. */
export function stateOn(text: Node, position: number): EditorState {
  return EditorState.create({ doc: text, selection: NodeSelection.create(text, position) });
}

/** Runs a command and gives the state after it; throws when it does not apply. */
export function run(
  state: EditorState,
  command: (state: EditorState, dispatch: (tr: EditorState['tr']) => void) => boolean,
): EditorState {
  let next = state;
  const done = command(state, tr => {
    next = state.apply(tr);
  });
  if (!done) throw new Error('the command does not apply here');
  next.doc.check();
  return next;
}
