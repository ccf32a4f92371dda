import type { Node } from 'prosemirror-model';
import type { DocumentJson } from '../../../../shared/model/dossier.ts';

/** What a text refers to. */
export interface TextReferences {
  /** The excerpts it quotes, in order, each as often as it is quoted. */
  excerptIds: readonly string[];
  footnotes: number;
}

/** Reads a stored text without building the editor's document; texts already read are remembered. */
export function readReferences(text: DocumentJson): TextReferences {
  return remember(text, found => visitJson(text, found));
}

/** Reads the editor's document. */
export function readNodeReferences(text: Node): TextReferences {
  return remember(text, found => {
    text.descendants(node => count(node.type.name, node.attrs, found));
  });
}

/** Whether two texts refer to the same. */
export function areSameReferences(a: TextReferences, b: TextReferences): boolean {
  return a.footnotes === b.footnotes && a.excerptIds.join(' ') === b.excerptIds.join(' ');
}

type Found = { excerptIds: string[]; footnotes: number };

const known = new WeakMap<object, TextReferences>();

function remember(text: object, visit: (found: Found) => void): TextReferences {
  const before = known.get(text);
  if (before) return before;
  const found: Found = { excerptIds: [], footnotes: 0 };
  visit(found);
  known.set(text, found);
  return found;
}

function visitJson(node: DocumentJson, found: Found): void {
  count(node.type, node.attrs as Record<string, unknown> | undefined, found);
  if (!Array.isArray(node.content)) return;
  for (const child of node.content as DocumentJson[]) visitJson(child, found);
}

function count(type: unknown, attributes: Record<string, unknown> | undefined, found: Found): void {
  if (type === 'footnote') found.footnotes += 1;
  if (type === 'excerpt_quote' && typeof attributes?.excerptId === 'string') {
    found.excerptIds.push(attributes.excerptId);
  }
}
