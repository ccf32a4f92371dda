import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import PDFDocument from 'pdfkit';
import type { IngestError } from '../../../electron/core/ingest/ingest-error.ts';
import { parseFile } from '../../../electron/core/ingest/parse-file.ts';

/** A fresh folder for the files of one test file. */
export function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'valija-ingest-'));
}

/** Writes a file and returns its path. */
export function writeTo(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Makes a PDF with PDFKit; pages are added by `draw`. */
export async function makePdf(
  draw: (pdf: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', autoFirstPage: false, ...options });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise(resolve => pdf.on('end', resolve));
  draw(pdf);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Draws lines one under the other at `x`, from `y` on, each exactly where it is told. */
export function drawLines(
  pdf: PDFKit.PDFDocument,
  lines: readonly string[],
  x: number,
  y: number,
  leading = 14,
): void {
  for (const [i, line] of lines.entries()) pdf.text(line, x, y + i * leading, { lineBreak: false });
}

/** A Word document with a heading, a paragraph, a list, a table and properties. */
export function makeDocx(): Promise<Buffer> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  return Packer.toBuffer(
    new Document({
      title: 'Memorando de entendimiento',
      creator: 'Ministerio de Relaciones Exteriores',
      sections: [
        {
          children: [
            new Paragraph({ heading: HeadingLevel.HEADING_1, text: 'Objeto del memorando' }),
            new Paragraph({
              children: [
                new TextRun('Las Partes '),
                new TextRun({ text: 'cooperarán', bold: true }),
                new TextRun(' en la ﬁrma.'),
              ],
            }),
            new Paragraph({ text: 'Primer punto de la lista', bullet: { level: 0 } }),
            new Paragraph({ text: 'Punto dentro del punto', bullet: { level: 1 } }),
            new Table({ rows: [new TableRow({ children: [cell('Plazo'), cell('2025')] })] }),
          ],
        },
      ],
    }),
  );
}

/** The error that reading a file ends in, as «code» and its details; fails when it is read. */
export async function failureOf(
  path: string,
  mostBytes?: number,
): Promise<{ code: string; details: object }> {
  try {
    await parseFile(path, { mostBytes });
  } catch (error) {
    const { code, details } = error as IngestError;
    return { code, details };
  }
  throw new Error(`${path} was read`);
}
