import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

/** A page's picture: one byte of grey for each pixel, row after row. */
export interface GreyPage {
  width: number;
  height: number;
  data: Uint8Array;
}

const WHITE = 0xffffffff;
/** FPDF_ANNOT and FPDF_GRAYSCALE of PDFium's `fpdfview.h`. */
const FLAGS = 0x01 | 0x08;

let ready: Promise<WrappedPdfiumModule> | null = null;

async function openPdfium(): Promise<WrappedPdfiumModule> {
  const path = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  const bytes = await readFile(path);
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  const pdfium = await init({ wasmBinary });
  pdfium.PDFiumExt_Init();
  return pdfium;
}

/** Draws pages (from 0) of a PDF in grey with PDFium, `dpi` pixels an inch: the same pixels on every machine. */
export async function rasterPages(
  bytes: Uint8Array,
  pages: readonly number[],
  dpi: number,
): Promise<GreyPage[]> {
  ready ??= openPdfium();
  const pdfium = await ready;
  const memory = pdfium.pdfium;
  const file = memory.wasmExports.malloc(bytes.length);
  memory.HEAPU8.set(bytes, file);
  const document = pdfium.FPDF_LoadMemDocument(file, bytes.length, '');
  if (!document) throw new Error(`PDFium cannot open the file: ${pdfium.FPDF_GetLastError()}`);
  try {
    return pages.map(page => drawPage(pdfium, document, page, dpi));
  } finally {
    pdfium.FPDF_CloseDocument(document);
    memory.wasmExports.free(file);
  }
}

function drawPage(pdfium: WrappedPdfiumModule, document: number, index: number, dpi: number): GreyPage {
  const page = pdfium.FPDF_LoadPage(document, index);
  if (!page) throw new Error(`PDFium cannot open page ${index}`);
  const width = Math.round((pdfium.FPDF_GetPageWidthF(page) * dpi) / 72);
  const height = Math.round((pdfium.FPDF_GetPageHeightF(page) * dpi) / 72);
  const bitmap = pdfium.FPDFBitmap_Create(width, height, 0);
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FLAGS);
  const from = pdfium.FPDFBitmap_GetBuffer(bitmap);
  const stride = pdfium.FPDFBitmap_GetStride(bitmap);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    // Four bytes a pixel, blue first; in grey all three are alike.
    for (let x = 0; x < width; x++) data[y * width + x] = pdfium.pdfium.HEAPU8[from + y * stride + x * 4]!;
  }
  pdfium.FPDFBitmap_Destroy(bitmap);
  pdfium.FPDF_ClosePage(page);
  return { width, height, data };
}
