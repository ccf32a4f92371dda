import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { MarkingLevel } from '../../../../shared/model/marking.ts';

interface Labels {
  levels: readonly MarkingLevel[];
  decorations: DecorationSet;
}

/** The plugin's key: a transaction whose meta is a list of levels takes these from now on. */
export const markingLabelsKey = new PluginKey<Labels>('markingLabels');

/** Shows the portion marking of each marked paragraph by its abbreviation («(R)») in the scheme's colour. */
export function showMarkingLabels(levels: readonly MarkingLevel[]): Plugin<Labels> {
  return new Plugin<Labels>({
    key: markingLabelsKey,
    state: {
      init: (_config, state) => ({ levels, decorations: decorate(state.doc, levels) }),
      apply(tr, value) {
        const next = tr.getMeta(markingLabelsKey) as readonly MarkingLevel[] | undefined;
        if (!next && !tr.docChanged) return value;
        const current = next ?? value.levels;
        return { levels: current, decorations: decorate(tr.doc, current) };
      },
    },
    props: { decorations: state => markingLabelsKey.getState(state)?.decorations },
  });
}

function decorate(doc: Node, levels: readonly MarkingLevel[]): DecorationSet {
  const decorations: Decoration[] = [];
  doc.descendants((node, position) => {
    const marking: unknown = node.attrs.marking;
    if (typeof marking !== 'string') return;
    const level = levels.find(candidate => candidate.id === marking);
    const attributes = {
      'data-marking-label': `(${level?.abbreviation ?? marking})`,
      style: `--marking-color: ${level?.color ?? 'currentColor'}`,
    };
    decorations.push(Decoration.node(position, position + node.nodeSize, attributes));
  });
  return DecorationSet.create(doc, decorations);
}
