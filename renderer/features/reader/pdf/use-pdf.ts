import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useState } from 'react';
import type { Source } from '../../../../shared/model/source.ts';
import { call } from '../../../api.ts';
import { openPdf, type PdfOpening } from './open-pdf.ts';

/** How far the opening of the original is; `failed` leaves the text readable without its picture. */
export type PdfState =
  | { state: 'none' }
  | { state: 'opening' }
  | { state: 'open'; document: PDFDocumentProxy }
  | { state: 'failed'; error: unknown };

/** Opens the original of a PDF source, and closes it when the screen goes. */
export function usePdf(source: Source): PdfState {
  const isPdf = source.format === 'pdf';
  const [pdf, setPdf] = useState<PdfState>(isPdf ? { state: 'opening' } : { state: 'none' });
  useEffect(() => {
    if (!isPdf) return;
    let gone = false;
    let opening: PdfOpening | null = null;
    const open = async () => {
      const { bytes } = await call('sources.file', { id: source.id });
      if (gone) return;
      opening = openPdf(bytes);
      const { document } = await opening.opened;
      if (!gone) setPdf({ state: 'open', document });
    };
    setPdf({ state: 'opening' });
    open().catch(error => {
      if (!gone) setPdf({ state: 'failed', error });
    });
    return () => {
      gone = true;
      opening?.close();
    };
  }, [isPdf, source.id]);
  return pdf;
}
