import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js';
import type { ReportProgress } from '../parsed-document.ts';
import { type PdfPageLines, readLines } from './read-lines.ts';
import { repairAccents } from './repair-accents.ts';

/** Pages asked for at once: while one waits for its turn in pdf.js, another is at work. */
const AT_ONCE = 4;

/** The lines of pages in the order of their content; null, and its 1-based number in `failed`, for a page that cannot be read. */
export interface AllLines {
  sheets: (PdfPageLines | null)[];
  failed: number[];
}

/** Reads the lines of the pages `first` to `last` (1-based, inclusive). Never throws for a page. */
export async function readAllLines(
  document: PDFDocumentProxy,
  first: number,
  last: number,
  onProgress?: ReportProgress,
): Promise<AllLines> {
  const sheets: (PdfPageLines | null)[] = [];
  const failed: number[] = [];
  let next = first;
  const readOn = async () => {
    while (next <= last) {
      const number = next++;
      const sheet = await readSheet(document, number);
      sheets[number - first] = sheet;
      if (!sheet) failed.push(number);
      onProgress?.(++done, last - first + 1);
    }
  };
  let done = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, readOn));
  return { sheets, failed: failed.sort((a, b) => a - b) };
}

async function readSheet(document: PDFDocumentProxy, number: number): Promise<PdfPageLines | null> {
  try {
    const page = await document.getPage(number);
    const sheet = await readLines(page);
    page.cleanup();
    for (const line of sheet.lines) repairAccents(line);
    return sheet;
  } catch {
    return null;
  }
}
