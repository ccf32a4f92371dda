import type { ContentDocument } from '../../../../shared/document/content-document.ts';
import type { ExportResources } from '../export-resources.ts';
import { allBlocks, walkBlocks } from './walk-content.ts';

/** A picture's bytes and what they are, told from their first bytes. */
export interface FetchedImage {
  bytes: Uint8Array;
  mediaType: 'image/jpeg' | 'image/png';
}

/** Asks for every picture of a document once; one that is not there, or is neither JPEG nor PNG, is left out. */
export async function fetchImages(
  document: ContentDocument,
  resources: ExportResources,
): Promise<Map<string, FetchedImage>> {
  const wanted = new Set<string>();
  walkBlocks(allBlocks(document), block => {
    if (block.kind === 'figure') wanted.add(block.imageId);
  });
  const images = new Map<string, FetchedImage>();
  for (const id of wanted) {
    const bytes = await resources.image(id);
    const mediaType = bytes && mediaTypeOf(bytes);
    if (bytes && mediaType) images.set(id, { bytes, mediaType });
  }
  return images;
}

function mediaTypeOf(bytes: Uint8Array): FetchedImage['mediaType'] | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'image/jpeg';
  return bytes[0] === 0x89 && bytes[1] === 0x50 ? 'image/png' : null;
}
