import type { DocumentJson } from '../../../shared/model/dossier.ts';

/** A part's text with excerpts put behind its last block; an empty first paragraph gives way. */
export function appendExcerpts(text: DocumentJson, excerptIds: readonly string[]): DocumentJson {
  const blocks: unknown[] = Array.isArray(text.content) ? text.content : [];
  const [only] = blocks;
  const isBlank = blocks.length === 1 && isEmptyParagraph(only);
  const quotes = excerptIds.map(excerptId => ({ type: 'excerpt_quote', attrs: { excerptId } }));
  return { ...text, content: [...(isBlank ? [] : blocks), ...quotes] };
}

function isEmptyParagraph(block: unknown): boolean {
  if (typeof block !== 'object' || block === null) return false;
  const { type, content } = block as { type?: unknown; content?: unknown };
  return type === 'paragraph' && (!Array.isArray(content) || content.length === 0);
}
