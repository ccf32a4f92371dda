import type { Node } from 'prosemirror-model';
import type { DocumentJson } from '../../../../shared/model/dossier.ts';
import { readTarget, type TextTarget } from '../editor/references/read-targets.ts';

/** What a text refers to. */
export interface TextReferences {
  /** The excerpts it quotes, in order, each as often as it is quoted. */
  excerptIds: readonly string[];
  footnotes: number;
  /** What cross-references may lead to, in order. */
  targets: readonly TextTarget[];
}

/** Reads a stored text without building the editor's document; texts already read are remembered. */
export function readReferences(text: DocumentJson): TextReferences {
  return remember(text, found => visitJson(text, found));
}

/** Reads the editor's document. */
export function readNodeReferences(text: Node): TextReferences {
  return remember(text, found => {
    text.descendants(node => {
      count(node.type.name, node.attrs, () => wordsOf(node), found);
    });
  });
}

/** Whether two texts refer to the same. */
export function areSameReferences(a: TextReferences, b: TextReferences): boolean {
  if (a.footnotes !== b.footnotes || a.excerptIds.join(' ') !== b.excerptIds.join(' ')) return false;
  const { targets } = b;
  return (
    a.targets.length === targets.length &&
    a.targets.every(({ kind, id, title }, index) => {
      const other = targets[index];
      return other?.kind === kind && other.id === id && other.title === title;
    })
  );
}

type Found = { excerptIds: string[]; footnotes: number; targets: TextTarget[] };

const known = new WeakMap<object, TextReferences>();

function remember(text: object, visit: (found: Found) => void): TextReferences {
  const before = known.get(text);
  if (before) return before;
  const found: Found = { excerptIds: [], footnotes: 0, targets: [] };
  visit(found);
  known.set(text, found);
  return found;
}

function visitJson(node: DocumentJson, found: Found): void {
  count(node.type, node.attrs as Record<string, unknown> | undefined, () => wordsOfJson(node), found);
  if (!Array.isArray(node.content)) return;
  for (const child of node.content as DocumentJson[]) visitJson(child, found);
}

function count(
  type: unknown,
  attributes: Record<string, unknown> | undefined,
  words: () => string,
  found: Found,
): void {
  if (type === 'footnote') found.footnotes += 1;
  if (type === 'excerpt_quote' && typeof attributes?.excerptId === 'string') {
    found.excerptIds.push(attributes.excerptId);
  }
  const target = readTarget(type, attributes, words);
  if (target) found.targets.push(target);
}

/** The words of a heading or a caption without those of its notes. */
function wordsOf(node: Node): string {
  return node.content.content.map(child => child.text ?? '').join('');
}

function wordsOfJson(node: DocumentJson): string {
  if (!Array.isArray(node.content)) return '';
  return (node.content as DocumentJson[])
    .map(child => (typeof child.text === 'string' ? child.text : ''))
    .join('');
}
