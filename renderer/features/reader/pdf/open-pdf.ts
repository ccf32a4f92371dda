import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { BundledData } from './binary-data.ts';

GlobalWorkerOptions.workerSrc = workerUrl;

/** An open PDF; `close` ends its reading and frees its memory. */
export interface OpenPdf {
  document: PDFDocumentProxy;
  close(): void;
}

/** A PDF on its way to being open; `close` also stops an opening that has not ended. */
export interface PdfOpening {
  opened: Promise<OpenPdf>;
  close(): void;
}

/** Opens a PDF for drawing. The bytes are handed to the worker and are gone for the caller. */
export function openPdf(bytes: Uint8Array): PdfOpening {
  const task = getDocument({
    data: bytes,
    BinaryDataFactory: BundledData,
    useWorkerFetch: false,
    cMapUrl: './',
    standardFontDataUrl: './',
    wasmUrl: './',
    enableXfa: false,
    verbosity: 0,
  });
  const close = () => void task.destroy();
  return { opened: task.promise.then(document => ({ document, close })), close };
}
