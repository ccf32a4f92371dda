import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

interface Numbering {
  first: number;
  decorations: DecorationSet;
}

const key = new PluginKey<Numbering>('footnoteNumbers');

/** How many footnotes a text has. */
export function countFootnotes(text: Node): number {
  let count = 0;
  text.descendants(node => {
    if (node.type.name === 'footnote') count += 1;
  });
  return count;
}

/**
 * Numbers the footnotes live: each footnote's node view receives a decoration whose spec holds `footnoteNumber`.
 * `first` is the number of the part's first footnote, since notes are numbered through the dossier.
 */
export function numberFootnotes(first: number): Plugin<Numbering> {
  return new Plugin<Numbering>({
    key,
    state: {
      init: (_config, state) => ({ first, decorations: decorate(state.doc, first) }),
      apply(tr, value) {
        const next = tr.getMeta(key) as number | undefined;
        if (next === undefined && !tr.docChanged) return value;
        const start = next ?? value.first;
        return { first: start, decorations: decorate(tr.doc, start) };
      },
    },
    props: { decorations: state => key.getState(state)?.decorations },
  });
}

/** The plugin's key: a transaction whose meta is a number begins the numbering there. */
export const footnoteNumbersKey = key;

/** The number that a footnote's decorations give it; 0 before it has one. */
export function readFootnoteNumber(decorations: readonly Decoration[]): number {
  for (const decoration of decorations) {
    const { footnoteNumber } = decoration.spec as { footnoteNumber?: number };
    if (footnoteNumber !== undefined) return footnoteNumber;
  }
  return 0;
}

function decorate(doc: Node, first: number): DecorationSet {
  const decorations: Decoration[] = [];
  doc.descendants((node, position) => {
    if (node.type.name !== 'footnote') return;
    const footnoteNumber = first + decorations.length;
    decorations.push(Decoration.node(position, position + node.nodeSize, {}, { footnoteNumber }));
  });
  return DecorationSet.create(doc, decorations);
}
