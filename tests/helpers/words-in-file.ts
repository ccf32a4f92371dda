import { decodePDFRawStream, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { fromBuffer } from 'yauzl';
import { openPdf } from '../check-pdf/open-pdf.ts';
import { walkObjects } from '../check-pdf/walk-objects.ts';
import { readPdf } from './pdf-read.ts';

/**
 * Everything that a PDF says, joined: what its glyphs mean, every string and name of its objects, and every stream inflated, read as
 * Latin-1, as UTF-8, and with its hexadecimal strings in UTF-16. Blanks and soft hyphens are left out, since a narrow cell divides words.
 */
export async function wordsInPdf(bytes: Uint8Array): Promise<string> {
  const file = await openPdf(bytes);
  const said: string[] = [Buffer.from(bytes).toString('latin1')];
  walkObjects(file, value => {
    if (value instanceof PDFString || value instanceof PDFHexString) said.push(value.decodeText());
    if (value instanceof PDFName) said.push(value.decodeText());
    if (value instanceof PDFRawStream) said.push(...readStream(value));
  });
  const read = await readPdf(bytes);
  said.push(...read.texts, ...read.pages.map(page => page.map(item => item.text).join('')));
  await read.close();
  return join(said);
}

function readStream(stream: PDFRawStream): string[] {
  let bytes: Buffer;
  try {
    bytes = Buffer.from(decodePDFRawStream(stream).decode());
  } catch {
    // Pictures have filters that are not undone here; their pixels are no words.
    bytes = Buffer.from(stream.getContents());
  }
  const latin = bytes.toString('latin1');
  const hexadecimal = latin.match(/<[0-9a-f\s]{4,}>/gi) ?? [];
  const decoded = hexadecimal.map(hex => Buffer.from(hex.replace(/[<>\s]/g, ''), 'hex'));
  return [
    latin,
    bytes.toString('utf8'),
    ...decoded.flatMap(each => [each.toString('latin1'), fromUtf16(each)]),
  ];
}

function fromUtf16(bytes: Buffer): string {
  return new TextDecoder('utf-16be').decode(bytes);
}

/** Everything that a DOCX says: its parts unpacked, as they are and without their tags. */
export async function wordsInDocx(bytes: Uint8Array): Promise<string> {
  const parts = await unzip(Buffer.from(bytes));
  return join([
    ...parts.keys(),
    ...[...parts.values()].flatMap(part => [part, part.replace(/<[^>]*>/g, '')]),
  ]);
}

/** Everything that an HTML file says, as it is and without its tags. */
export function wordsInHtml(bytes: Uint8Array): string {
  const page = new TextDecoder().decode(bytes);
  return join([page, page.replace(/<[^>]*>/g, '')]);
}

function join(said: string[]): string {
  return said.map(each => each.replace(/[\s\u00ad]/g, '')).join('\n');
}

function unzip(bytes: Buffer): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('error', reject);
      zip.on('end', () => resolve(parts));
      zip.on('entry', entry => {
        zip.openReadStream(entry, async (failure, stream) => {
          if (failure) return reject(failure);
          const chunks: Buffer[] = [];
          for await (const chunk of stream) chunks.push(chunk);
          parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
          zip.readEntry();
        });
      });
      zip.readEntry();
    });
  });
}
