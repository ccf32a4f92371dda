import { extname } from 'node:path';
import { openZip } from './docx/check-zip.ts';
import { IngestError } from './ingest-error.ts';
import type { DocumentFormat } from './parsed-document.ts';

/** What bytes look like: a format that can be read, or the usual name of one that cannot. */
export type ContentKind =
  | DocumentFormat
  | 'xlsx'
  | 'pptx'
  | 'odt'
  | 'zip'
  | 'doc'
  | 'rtf'
  | 'image'
  | 'email'
  | 'binary';

const NAMED: Record<string, DocumentFormat> = {
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.docm': 'docx',
  '.htm': 'html',
  '.html': 'html',
  '.xhtml': 'html',
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
};

/** How much of the file is looked at, in bytes. */
const HEAD = 65_536;

/**
 * Decides how to read a file, by its content first and by its name where the content leaves it open (text, Markdown, a piece of HTML).
 * Throws IngestError 'notWhatItSays' (`expected`, `looksLike`), 'unsupported' (`looksLike`), 'encrypted' or 'damaged'.
 */
export async function detectFormat(data: Buffer, fileName: string): Promise<DocumentFormat> {
  const expected = NAMED[extname(fileName).toLowerCase()] ?? null;
  const found = await lookAtContent(data);
  if (found === expected) return found;
  if (found === 'text' || found === 'html') return decideText(data, found, expected);
  if (expected) throw new IngestError('notWhatItSays', { expected, looksLike: found });
  if (found === 'pdf' || found === 'docx') return found;
  throw new IngestError('unsupported', { looksLike: found });
}

/** Plain text may be Markdown or a piece of HTML when its name says so; a text file may show HTML. */
function decideText(data: Buffer, found: 'text' | 'html', expected: DocumentFormat | null): DocumentFormat {
  if (expected === null) return found;
  if (expected === 'text' || expected === 'markdown') return expected;
  if (expected === 'html' && /<[a-z][^>]*>/i.test(headText(data))) return 'html';
  throw new IngestError('notWhatItSays', { expected, looksLike: found });
}

async function lookAtContent(data: Buffer): Promise<ContentKind> {
  const head = data.subarray(0, HEAD);
  if (head.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) return lookIntoZip(data);
  if (head.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) return lookIntoOle(data);
  if (head.subarray(0, 5).equals(Buffer.from('{\\rtf'))) return 'rtf';
  if (isImage(head)) return 'image';
  const text = headText(data);
  if (isBinary(text)) return 'binary';
  if (/^(?:(?:Received|Return-Path|MIME-Version|Message-ID|Delivered-To):|From:[^\n]*@)/i.test(text))
    return 'email';
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype html|html|head|body)[\s>]/i.test(
    text,
  )
    ? 'html'
    : 'text';
}

/** Office formats are told apart by their main part. A broken archive counts as damaged whatever its name. */
async function lookIntoZip(data: Buffer): Promise<ContentKind> {
  const zip = await openZip(data);
  let entries = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName === 'word/document.xml') return 'docx';
      if (entry.fileName === 'xl/workbook.xml') return 'xlsx';
      if (entry.fileName === 'ppt/presentation.xml') return 'pptx';
      if (entry.fileName === 'META-INF/manifest.xml') return 'odt';
      if (++entries > 10_000) break;
    }
  } catch (error) {
    throw new IngestError('damaged', {}, error);
  }
  return 'zip';
}

/** An office file with a password is an OLE file with a stream of this name (MS-OFFCRYPTO §2.3.4). */
function lookIntoOle(data: Buffer): ContentKind {
  if (data.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new IngestError('encrypted');
  return 'doc';
}

function isImage(head: Buffer): boolean {
  const start = head.subarray(0, 12).toString('latin1');
  return /^(?:\x89PNG|\xFF\xD8\xFF|GIF8|II\*\0|MM\0\*|BM.{4}\0\0\0\0|RIFF.{4}WEBP)/s.test(start);
}

function headText(data: Buffer): string {
  const head = data.subarray(0, HEAD);
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString('utf16le');
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head);
  if (looksWide(head)) return head.toString(head[0] === 0 ? 'latin1' : 'utf16le').replace(/\0/g, '');
  return head.toString('utf8').replace(/^\uFEFF/, '');
}

/** UTF-16 without a mark: every other byte of Latin text is zero. */
function looksWide(head: Buffer): boolean {
  const zeros = [0, 0];
  for (const [i, byte] of head.subarray(0, 512).entries()) if (byte === 0) zeros[i % 2]!++;
  const half = Math.min(head.length, 512) / 2;
  return half > 4 && Math.max(...zeros) > 0.4 * half && Math.min(...zeros) === 0;
}

/** Text has hardly any control characters. */
function isBinary(text: string): boolean {
  let controls = 0;
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code === 0) return true;
    if (code < 0x20 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && code !== 0x1b) controls++;
  }
  return controls > 2 && controls > text.length / 200;
}
