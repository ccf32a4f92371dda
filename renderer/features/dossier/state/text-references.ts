import type { DocumentJson } from '../../../../shared/model/dossier.ts';

/** What a stored text refers to, counted without building the editor's document. */
export interface TextReferences {
  /** The excerpts it quotes, in order, each as often as it is quoted. */
  excerptIds: string[];
  footnotes: number;
  words: number;
}

/** Reads what a text quotes, and counts its footnotes and words. */
export function readReferences(text: DocumentJson): TextReferences {
  const found: TextReferences = { excerptIds: [], footnotes: 0, words: 0 };
  visit(text, found);
  return found;
}

function visit(node: DocumentJson, found: TextReferences): void {
  const attributes = node.attrs as Record<string, unknown> | undefined;
  if (node.type === 'excerpt_quote' && typeof attributes?.excerptId === 'string') {
    found.excerptIds.push(attributes.excerptId);
  }
  if (node.type === 'footnote') found.footnotes += 1;
  if (typeof node.text === 'string') found.words += countWords(node.text);
  if (!Array.isArray(node.content)) return;
  for (const child of node.content as DocumentJson[]) visit(child, found);
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0;
}
