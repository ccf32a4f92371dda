import { join } from 'node:path';
import { Failure } from '../../../shared/contract/result.ts';
import { buildDocument } from '../export/build-document.ts';
import { ExportError } from '../export/export-error.ts';
import { createLayoutCache, exportPdf } from '../export/export-pdf.ts';
import { loadFonts } from '../export/load-fonts.ts';
import type { ComposedPdf, ComposeOptions, PdfComposer } from './compose-pdf.ts';
import type { DossierSnapshot } from './snapshot.ts';

/** Makes the composer with its fonts read; the layouts of unchanged parts are kept between previews. */
export async function openComposer(resourcesDir: string): Promise<PdfComposer> {
  const fonts = await loadFonts(join(resourcesDir, 'fonts'));
  const cache = createLayoutCache();
  return {
    async compose(snapshot: DossierSnapshot, options: ComposeOptions = {}): Promise<ComposedPdf> {
      try {
        const pdf = await exportPdf(buildDocument(snapshot), { ...options, fonts, cache });
        return { ...pdf, bytes: new Uint8Array(pdf.bytes) };
      } catch (error) {
        if (error instanceof ExportError && error.code === 'cancelled') throw new Failure('cancelled');
        throw error;
      }
    },
  };
}
