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

/** Where a node view stands in the editor. */
export interface NodeViewPlace {
  node: Node;
  view: EditorView;
  getPosition: () => number | undefined;
}

/** The elements of a node view with a head, and what stands in its text while that is empty. */
export interface HeadedShape {
  outer: string;
  text: string;
  hint: string;
}

/** The nodes that React draws, so that one component can paint them all through portals. */
export interface NodeViewStore {
  read(): readonly DrawnNode[];
  subscribe(listener: () => void): () => void;
  /** A node view that React draws whole; its outer element has this tag. */
  create(tag: 'div' | 'span', place: NodeViewPlace): NodeView;
  /** A node view with a head that React draws, above the text that is written in it. */
  createHeaded(shape: HeadedShape, place: NodeViewPlace): NodeView;
}

let lastKey = 0;

/** What happens on a control inside a drawn node is React's affair, not the text's. */
const controls = 'button, a, input, select';

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
  const draw = (dom: HTMLElement, { node, view, getPosition }: NodeViewPlace) => {
    lastKey += 1;
    const key = `node-${lastKey}`;
    dom.contentEditable = 'false';
    drawn.set(key, { key, dom, node, view, selected: false, getPosition });
    publish();
    return {
      update(next: Node) {
        if (next.type !== node.type) return false;
        change(key, { node: next });
        return true;
      },
      selectNode: () => change(key, { selected: true }),
      deselectNode: () => change(key, { selected: false }),
      stopEvent: (event: Event) =>
        event.target instanceof Element &&
        dom.contains(event.target) &&
        event.target.closest(controls) !== null,
      destroy() {
        drawn.delete(key);
        publish();
      },
    };
  };
  return {
    read: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    create(tag, place) {
      const dom = document.createElement(tag);
      return { dom, ignoreMutation: () => true, ...draw(dom, place) };
    },
    createHeaded({ outer, text, hint }, place) {
      const dom = document.createElement(outer);
      dom.dataset.block = place.node.type.name;
      const head = dom.appendChild(document.createElement('div'));
      const contentDOM = dom.appendChild(document.createElement(text));
      if (hint) contentDOM.dataset.hint = hint;
      const view = draw(head, place);
      const mark = (selected: boolean) => dom.toggleAttribute('data-selected', selected);
      return {
        ...view,
        dom,
        contentDOM,
        selectNode() {
          mark(true);
          view.selectNode();
        },
        deselectNode() {
          mark(false);
          view.deselectNode();
        },
        ignoreMutation: mutation => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
      };
    },
  };
}
