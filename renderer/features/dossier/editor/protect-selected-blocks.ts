import type { Node } from 'prosemirror-model';
import { NodeSelection, Plugin, TextSelection } from 'prosemirror-state';
import { documentSchema } from '../../../../shared/document/schema.ts';

/** Typing while a quote, a figure, a rule or a page break is selected begins a paragraph behind it, and never replaces it. */
export function protectSelectedBlocks(): Plugin {
  return new Plugin({
    props: {
      handleTextInput(view, _from, _to, text) {
        const { selection, tr } = view.state;
        if (!(selection instanceof NodeSelection) || !isShown(selection.node)) return false;
        tr.insert(selection.to, documentSchema.nodes.paragraph.create(null, documentSchema.text(text)));
        const end = selection.to + 1 + text.length;
        view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView());
        return true;
      },
    },
  });
}

/** Whether a node is a block that is looked at rather than written. */
function isShown({ type, isBlock, isAtom }: Node): boolean {
  return (isBlock && isAtom) || type.name === 'figure' || type.name === 'chart';
}
