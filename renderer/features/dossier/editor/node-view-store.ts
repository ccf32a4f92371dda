import type { Node } from 'prosemirror-model';
import type { EditorView, NodeView } from 'prosemirror-view';

/** A node of the text that React draws into `dom`. */
export interface DrawnNode {
  key: string;
  dom: HTMLElement;
  node: Node;
  view: EditorView;
  selected: boolean;
  getPosition: () => number | undefined;
}

/** The nodes that React draws, so that one component can paint them all through portals. */
export interface NodeViewStore {
  read(): readonly DrawnNode[];
  subscribe(listener: () => void): () => void;
  /** A node view of this store whose outer element has this tag. */
  create(tag: 'div' | 'span', node: Node, view: EditorView, getPosition: () => number | undefined): NodeView;
}

let lastKey = 0;

/** Makes an empty {@link NodeViewStore}. */
export function createNodeViewStore(): NodeViewStore {
  const drawn = new Map<string, DrawnNode>();
  const listeners = new Set<() => void>();
  let shown: readonly DrawnNode[] = [];
  const publish = () => {
    shown = [...drawn.values()];
    for (const listener of [...listeners]) listener();
  };
  const change = (key: string, changes: Partial<DrawnNode>) => {
    const before = drawn.get(key);
    if (!before) return;
    drawn.set(key, { ...before, ...changes });
    publish();
  };
  return {
    read: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    create(tag, node, view, getPosition) {
      lastKey += 1;
      const key = `node-${lastKey}`;
      const dom = document.createElement(tag);
      dom.contentEditable = 'false';
      drawn.set(key, { key, dom, node, view, selected: false, getPosition });
      publish();
      return {
        dom,
        update(next) {
          if (next.type !== node.type) return false;
          change(key, { node: next });
          return true;
        },
        selectNode: () => change(key, { selected: true }),
        deselectNode: () => change(key, { selected: false }),
        // What happens on a button inside the card is React's affair, not the text's.
        stopEvent: event =>
          event.target instanceof Element && event.target.closest('button, a, input') !== null,
        ignoreMutation: () => true,
        destroy() {
          drawn.delete(key);
          publish();
        },
      };
    },
  };
}
