import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

interface Labels {
  label: string;
  decorations: DecorationSet;
}

/** The plugin's key: a transaction whose meta is a string writes that from now on. */
export const disclosureLabelsKey = new PluginKey<Labels>('disclosureLabels');

/** Marks in the margin each block that is not to be disclosed, in these words. */
export function showDisclosureLabels(label: string): Plugin<Labels> {
  return new Plugin<Labels>({
    key: disclosureLabelsKey,
    state: {
      init: (_config, state) => ({ label, decorations: decorate(state.doc, label) }),
      apply(tr, value) {
        const next = tr.getMeta(disclosureLabelsKey) as string | undefined;
        if (next === undefined && !tr.docChanged) return value;
        const current = next ?? value.label;
        return { label: current, decorations: decorate(tr.doc, current) };
      },
    },
    props: { decorations: state => disclosureLabelsKey.getState(state)?.decorations },
  });
}

function decorate(doc: Node, label: string): DecorationSet {
  const decorations: Decoration[] = [];
  doc.descendants((node, position) => {
    const isHeld = node.attrs.disclosure === 'internal';
    if (isHeld) {
      decorations.push(Decoration.node(position, position + node.nodeSize, { 'data-held-back': label }));
    }
    // One mark in the margin says it for everything inside.
    return !isHeld;
  });
  return DecorationSet.create(doc, decorations);
}
