import type { ContentDocument } from '../../../shared/document/content-document.ts';
import type { Notice } from '../../../shared/model/output.ts';
import type { ExportResources } from '../export/export-resources.ts';
import { allBlocks, walkBlocks } from '../export/read-content/walk-content.ts';
import { findEnd, listSegments, readFrame } from '../images/jpeg-segments.ts';
import { isPng, listChunks, readPngHeader } from '../images/png-chunks.ts';
import type { DossierSnapshot } from './snapshot.ts';

/** A snapshot without the pictures that a damaged library can no longer give, and what is said of them. */
export interface UsablePictures {
  snapshot: DossierSnapshot;
  notices: Notice[];
}

/**
 * Leaves out of a snapshot the pictures of a document that are gone or damaged, so that each is printed as one that is missing.
 * Those in `sound` are not looked at again; what is found sound is added to it.
 */
export async function dropBrokenPictures(
  snapshot: DossierSnapshot,
  document: ContentDocument,
  resources: ExportResources,
  sound: Set<string>,
): Promise<UsablePictures> {
  const shown = new Set<string>();
  walkBlocks(allBlocks(document), block => {
    if (block.kind === 'figure' && !sound.has(block.imageId)) shown.add(block.imageId);
  });
  const broken: string[] = [];
  for (const id of shown) {
    const bytes = await resources.image(id);
    if (bytes && isWhole(bytes)) sound.add(id);
    else broken.push(id);
  }
  if (!broken.length) return { snapshot, notices: [] };
  const names = broken.map(id => snapshot.images[id]?.fileName ?? id);
  const images = Object.fromEntries(Object.entries(snapshot.images).filter(([id]) => !broken.includes(id)));
  return {
    snapshot: { ...snapshot, images },
    notices: [...new Set(names)].map(name => ({ code: 'imageUnreadable', details: { name } })),
  };
}

/** Whether a printed rendition is what was kept: a PNG by its own checksums, a JPEG by its frame and its end (it has none). */
function isWhole(bytes: Uint8Array): boolean {
  if (isPng(bytes)) return readPngHeader(bytes) !== null && listChunks(bytes) !== null;
  const segments = listSegments(bytes);
  return segments !== null && readFrame(bytes, segments) !== null && findEnd(bytes, segments) !== null;
}
