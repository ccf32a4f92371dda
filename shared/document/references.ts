import type { Node } from 'prosemirror-model';

/** The ids of the excerpts that a text quotes, in order, each once. */
export function collectExcerptIds(text: Node): string[] {
  return collect(text, 'excerpt_quote', 'excerptId');
}

/** The ids of the sources that a text cites without quoting, in order, each once. */
export function collectCitedSourceIds(text: Node): string[] {
  return collect(text, 'citation', 'sourceId');
}

/** The ids of the pictures that a text shows, in order, each once. */
export function collectImageIds(text: Node): string[] {
  return collect(text, 'figure', 'imageId');
}

function collect(text: Node, type: string, attribute: string): string[] {
  const found = new Set<string>();
  text.descendants(node => {
    if (node.type.name === type) found.add(String(node.attrs[attribute]));
  });
  return [...found];
}
