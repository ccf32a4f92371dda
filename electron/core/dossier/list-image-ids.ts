import type { DocumentJson } from '../../../shared/model/dossier.ts';

/** The ids of the pictures that a stored text shows; without making a whole text of it, which takes longer. */
export function listImageIds(text: DocumentJson): string[] {
  const found: string[] = [];
  const open: unknown[] = [text];
  while (open.length) {
    const node = open.pop() as { type?: unknown; attrs?: { imageId?: unknown }; content?: unknown };
    if (node.type === 'figure' && typeof node.attrs?.imageId === 'string') found.push(node.attrs.imageId);
    if (Array.isArray(node.content)) open.push(...node.content);
  }
  return found;
}
