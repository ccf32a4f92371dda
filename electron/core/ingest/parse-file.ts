import { basename } from 'node:path';
import { detectFormat } from './detect-format.ts';
import { importDocx } from './import-docx.ts';
import { importHtml } from './import-html.ts';
import { importMarkdown } from './import-markdown.ts';
import { importPdf } from './import-pdf.ts';
import { importText } from './import-text.ts';
import { IngestError } from './ingest-error.ts';
import type { ParsedDocument, ReportProgress } from './parsed-document.ts';
import { locatePdfResources } from './pdf/open-pdf.ts';
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
    const format = await detectFormat(data, basename(path));
    switch (format) {
      case 'pdf':
        return await importPdf(
          new Uint8Array(data.buffer, data.byteOffset, data.length),
          onProgress,
          locatePdfResources(options.pdfJsRoot),
        );
      case 'docx':
        return await importDocx(data);
      case 'html':
        return importHtml(data);
      case 'markdown':
        return importMarkdown(data);
      case 'text':
        return importText(data);
    }
  } catch (error) {
    if (error instanceof IngestError) throw error;
    throw new IngestError('damaged', { note: error instanceof Error ? error.name : 'unknown' }, error);
  }
}
