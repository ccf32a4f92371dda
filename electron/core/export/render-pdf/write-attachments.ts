import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { Attachment, ContentDocument } from '../../../../shared/document/content-document.ts';
import type { Notice } from '../../../../shared/model/output.ts';
import type { ExportResources } from '../export-resources.ts';
import { compareNames } from './name-tree.ts';
import type { PackedDocument, PdfRef } from './packed-document.ts';
import { clipText } from './pdf-text.ts';

/** What was attached, and which files could not be. */
export interface WrittenAttachments {
  count: number;
  notices: Notice[];
}

const deflateInPool = promisify<Uint8Array, Buffer>(deflate);

/**
 * Carries files inside the document (ISO 32000-1, 7.11.4): each under a name of its own, associated with the whole document as
 * its source (ISO 19005-3, 6.8; ISO 32000-2, 14.13). One whose bytes are missing is left out and named in a notice.
 */
export async function writeAttachments(
  document: PackedDocument,
  content: ContentDocument,
  resources: ExportResources,
): Promise<WrittenAttachments> {
  const files = new Map<string, PdfRef>();
  const notices: Notice[] = [];
  for (const attachment of content.attachments) {
    const bytes = await resources.original(attachment.sourceId);
    if (!bytes) {
      notices.push({ code: 'annexLeftOut', details: { name: attachment.fileName, reason: 'missing' } });
      continue;
    }
    const name = freeName(plainFileName(attachment.fileName), files);
    files.set(name, await writeFile(document, { attachment, name, bytes }, content.createdAt));
  }
  if (files.size) hangFiles(document, files);
  return { count: files.size, notices };
}

function hangFiles(document: PackedDocument, files: Map<string, PdfRef>): void {
  const names = [...files.keys()].sort(compareNames);
  const { data } = document.catalog;
  data.Names.data.EmbeddedFiles = { Names: names.flatMap(name => [new String(name), files.get(name)]) };
  data.AF = [...files.values()];
}

interface NamedFile {
  attachment: Attachment;
  name: string;
  bytes: Uint8Array;
}

async function writeFile(
  document: PackedDocument,
  { attachment, name, bytes }: NamedFile,
  createdAt: string,
): Promise<PdfRef> {
  const params = {
    Size: bytes.length,
    CheckSum: document.bytesInStream(createHash('md5').update(bytes).digest()),
    ModDate: new Date(createdAt),
  };
  const stream = document.stream(
    { Type: 'EmbeddedFile', Subtype: typeName(attachment.mediaType), Params: params },
    await deflateInPool(bytes),
    true,
  );
  const description = clipText(attachment.description);
  const file = document.object({
    Type: 'Filespec',
    F: new String(toAscii(name)),
    UF: new String(name),
    Desc: description ? new String(description) : undefined,
    EF: { F: stream, UF: stream },
    AFRelationship: 'Source',
  });
  file.end();
  return file;
}

/** Longest name of a file, in UTF-16 units, that common file systems take. */
const LONGEST_NAME = 120;

/** A file's name without what file systems forbid and file specifications read as folders (ISO 32000-1, 7.11.2). */
function plainFileName(fileName: string): string {
  const clean = clipText(fileName.replace(/[/\\:*?"<>|]/g, '-')).replace(/^\.+/, '');
  const dot = clean.lastIndexOf('.');
  const ending = dot > 0 && clean.length - dot <= 12 ? clean.slice(dot) : '';
  const stem = clean
    .slice(0, clean.length - ending.length)
    .slice(0, LONGEST_NAME)
    .toWellFormed();
  return `${stem || '-'}${ending}`;
}

/** «Acta.pdf», «Acta (2).pdf», …: each file of a document needs a name of its own. */
function freeName(name: string, taken: ReadonlyMap<string, PdfRef>): string {
  if (!taken.has(name)) return name;
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let number = 2; ; number++) {
    const next = `${stem} (${number})${ending}`;
    if (!taken.has(next)) return next;
  }
}

/** The name for readers that know no Unicode: letters without their accents, «_» for all else. */
function toAscii(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/gu, '_');
}

const MEDIA_TYPE = /^[\w!#$&^.+-]{1,60}\/[\w!#$&^.+-]{1,60}$/;

/** A media type as a name of the file (ISO 32000-1, 7.3.5); what is none (RFC 6838, 4.2) could be anything. */
function typeName(mediaType: string): string {
  const known = MEDIA_TYPE.test(mediaType) ? mediaType : 'application/octet-stream';
  return known.replace(/[#/]/g, sign => `#${sign.charCodeAt(0).toString(16)}`);
}
