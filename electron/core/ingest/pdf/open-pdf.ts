/// <reference path="./pdf-worker.d.ts" />
import { createRequire, Module } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js';
import { IngestError } from '../ingest-error.ts';
import { InflateStream } from './inflate-stream.ts';
import { LocalPort } from './local-port.ts';

/** Where pdf.js finds its character maps and standard fonts: folders of the `pdfjs-dist` package, each path ending in a separator. */
export interface PdfResources {
  cMapUrl: string;
  standardFontDataUrl: string;
  wasmUrl: string;
}

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs') &
  typeof import('pdfjs-dist/legacy/build/pdf.worker.mjs');

let library: Promise<PdfJs> | null = null;

/** The folders of the installed package; `root` replaces it in a packaged program. */
export function locatePdfResources(root?: string): PdfResources {
  const base = root ?? dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folder = (name: string) => join(base, name) + sep;
  return {
    cMapUrl: folder('cmaps'),
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
  };
}

/**
 * Opens a PDF for reading its text: no rendering, no scripts, no fonts of the system. Throws IngestError 'encrypted' when a password is
 * needed, 'damaged' when it cannot be opened. The caller destroys `document.loadingTask`.
 */
export async function openPdf(data: Uint8Array, resources = locatePdfResources()): Promise<PDFDocumentProxy> {
  const { getDocument, PDFWorker, WorkerMessageHandler } = await loadPdfJs();
  const port = new LocalPort();
  WorkerMessageHandler.initializeFromPort(port);
  const task = getDocument({
    data,
    worker: PDFWorker.create({ port: port as unknown as Worker, verbosity: 0 }),
    ...resources,
    cMapPacked: true,
    // Only text is read: pictures of scanned pages, tens of megabytes each, are never decoded.
    maxImageSize: 1,
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    stopAtErrors: false,
  });
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy();
    const encrypted = error instanceof Error && error.name === 'PasswordException';
    throw new IngestError(encrypted ? 'encrypted' : 'damaged', {}, error);
  }
}

function loadPdfJs(): Promise<PdfJs> {
  library ??= importPdfJs();
  return library;
}

/**
 * Loads pdf.js with its worker in this process: we are a child process already. Electron's `process.type` would make it look for a
 * browser; its drawing classes are never used for text, so inert ones stand in for those of its native canvas.
 * Nothing else in the process that loads it may want the web's DecompressionStream, which it finds replaced.
 */
async function importPdfJs(): Promise<PdfJs> {
  const scope = globalThis as Record<string, unknown>;
  const electronType = Object.getOwnPropertyDescriptor(process, 'type');
  if (electronType?.configurable) Reflect.deleteProperty(process, 'type');
  else if (electronType?.writable) Reflect.set(process, 'type', undefined);
  scope.DOMMatrix ??= class DOMMatrix {};
  scope.Path2D ??= class Path2D {};
  scope.DecompressionStream = InflateStream;
  const showCanvas = hideCanvas();
  try {
    const worker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return { ...(await import('pdfjs-dist/legacy/build/pdf.mjs')), ...worker };
  } finally {
    showCanvas();
    if (electronType?.configurable) Object.defineProperty(process, 'type', electronType);
    else if (electronType?.writable) Reflect.set(process, 'type', electronType.value);
  }
}

/** Lets pdf.js find an empty package where it asks for its native canvas as it loads (20 MB, 0.1 s); gives what undoes it. */
function hideCanvas(): () => void {
  const require = createRequire(import.meta.url);
  try {
    const path = require.resolve('@napi-rs/canvas');
    if (require.cache[path]) return () => {};
    const empty = new Module(path);
    empty.loaded = true;
    require.cache[path] = empty;
    return () => Reflect.deleteProperty(require.cache, path);
  } catch {
    return () => {};
  }
}
