import type { DossierSnapshot } from './snapshot.ts';

/** How a composition is followed, stopped, and told to hurry (`quick`: weaker compression and nothing that is not seen, for the live preview). */
export interface ComposeOptions {
  quick?: boolean;
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}

/** A dossier as PDF; `anchors` gives the 1-based page of each part, heading and quote by id. */
export interface ComposedPdf {
  bytes: Uint8Array<ArrayBuffer>;
  pageCount: number;
  anchors: Record<string, number>;
  missingGlyphs: string[];
}

/** Makes a dossier's PDF from its snapshot. */
export interface PdfComposer {
  compose(snapshot: DossierSnapshot, options?: ComposeOptions): Promise<ComposedPdf>;
}

/** The composer that ships with the program; it and its fonts are loaded when first needed, so that opening a library stays fast. */
export function createComposer(resourcesDir: string): PdfComposer {
  let ready: Promise<PdfComposer> | null = null;
  return {
    async compose(snapshot, options) {
      ready ??= import('./pdf-composer.ts').then(module => module.openComposer(resourcesDir));
      return (await ready).compose(snapshot, options);
    },
  };
}
