import { basename } from 'node:path';
import { detectFormat } from './detect-format.ts';
import { IngestError } from './ingest-error.ts';
import type { DocumentFormat, ParsedDocument, ReportProgress } from './parsed-document.ts';
import { readBounded } from './read-bounded.ts';

/** How a file is read: its largest size in bytes, and the folder of the `pdfjs-dist` package in a packaged program. */
export interface ParseOptions {
  mostBytes?: number;
  pdfJsRoot?: string;
}

/** Reads one file of any supported format, in this process. Throws IngestError and nothing else. */
export async function parseFile(
  path: string,
  options: ParseOptions = {},
  onProgress?: ReportProgress,
): Promise<ParsedDocument> {
  const data = await readBounded(path, options.mostBytes);
  try {
    return await importAs(await detectFormat(data, basename(path)), data, options, onProgress);
  } catch (error) {
    if (error instanceof IngestError) throw error;
    throw new IngestError('damaged', { note: error instanceof Error ? error.name : 'unknown' }, error);
  }
}

/** Each importer is loaded at its first file: a process that reads PDFs never waits for the libraries of Word or HTML. */
async function importAs(
  format: DocumentFormat,
  data: Buffer,
  options: ParseOptions,
  onProgress?: ReportProgress,
): Promise<ParsedDocument> {
  switch (format) {
    case 'pdf': {
      const { importPdf } = await import('./import-pdf.ts');
      const { locatePdfResources } = await import('./pdf/open-pdf.ts');
      const bytes = new Uint8Array(data.buffer, data.byteOffset, data.length);
      return importPdf(bytes, onProgress, locatePdfResources(options.pdfJsRoot));
    }
    case 'docx':
      return (await import('./import-docx.ts')).importDocx(data);
    case 'html':
      return (await import('./import-html.ts')).importHtml(data);
    case 'markdown':
      return (await import('./import-markdown.ts')).importMarkdown(data);
    case 'text':
      return (await import('./import-text.ts')).importText(data);
  }
}
