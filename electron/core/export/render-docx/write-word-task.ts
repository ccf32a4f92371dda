import type { ContentDocument } from '../../../../shared/document/content-document.ts';
import { loadThemes } from '../load-themes.ts';
import { renderDocx } from './render-docx.ts';

/** What a file of Word is written from in another process: the document, the pictures it shows by id, and where themes and fonts are. */
export interface WordTask {
  document: ContentDocument;
  images: [id: string, bytes: Uint8Array][];
  resourcesDir: string;
  comments: boolean;
}

/** Writes a file of Word from what a process was sent. */
export function writeWordTask(
  { document, images, resourcesDir, comments }: WordTask,
  onProgress?: (done: number, total: number) => void,
): Promise<Uint8Array> {
  const byId = new Map(images);
  return renderDocx(document, {
    resources: { image: id => byId.get(id) ?? null, original: () => null },
    themes: loadThemes(resourcesDir),
    comments,
    onProgress,
  });
}
