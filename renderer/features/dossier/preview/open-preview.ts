import type { PDFDocumentProxy } from 'pdfjs-dist';
import { GlobalWorkerOptions, getDocument, PDFWorker } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

let worker: PDFWorker | null = null;

/**
 * Opens a preview for drawing. All previews share one worker, since starting one costs more than reading thirty
 * pages; `PDFDocumentProxy.loadingTask.destroy()` frees a preview and leaves the worker.
 */
export function openPreview(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  if (!worker || worker.destroyed) worker = new PDFWorker();
  return getDocument({ data: bytes, worker, useWorkerFetch: false, enableXfa: false, verbosity: 0 }).promise;
}
