import { IngestError } from '../ingest/ingest-error.ts';
import type { ReportProgress } from '../ingest/parsed-document.ts';
import { decodePng } from './decode-png.ts';
import { encodeJpeg } from './encode-jpeg.ts';
import { encodePng, profileChunk } from './encode-png.ts';
import { isSoundProfile } from './icc-profile.ts';
import { hasAlpha, type Pixels, scaleDown } from './pixels.ts';
import {
  listChunks,
  type PngChunk,
  type PngHeader,
  readPngHeader,
  readPngProfile,
  writePngFile,
} from './png-chunks.ts';
import { checkPixels, printSize } from './print-size.ts';
import type { PrintPicture } from './read-picture.ts';

/** A scaled PNG larger than this is a photograph, which JPEG holds in a tenth. */
const PHOTOGRAPH_BYTES = 3 * 2 ** 20;

/** Reads a PNG. One that is small enough and of up to 8 bits keeps its own packed rows; alpha is kept always. */
export async function readPng(bytes: Uint8Array, onProgress: ReportProgress): Promise<PrintPicture> {
  const header = readPngHeader(bytes);
  if (!header) throw new IngestError('damaged');
  checkPixels(header.width, header.height);
  const chunks = listChunks(bytes);
  if (!chunks || !isComplete(header, chunks)) throw new IngestError('damaged');
  const found = readPngProfile(chunks);
  const profile = found && isSoundProfile(found, isGrey(header) ? 1 : 3) ? found : null;
  const picture = decodePng(header, chunks);
  onProgress(1, 2);
  const size = printSize(header.width, header.height);
  const facts = {
    pixelWidth: header.width,
    pixelHeight: header.height,
    profileDropped: profile === null && chunks.some(({ type }) => type === 'iCCP'),
  };
  if (size.width === header.width && size.height === header.height && keepsRows(header, chunks)) {
    return { ...facts, mediaType: 'image/png', bytes: keepRows(chunks, profile) };
  }
  const scaled = scaleDown(picture, size.width, size.height);
  return { ...facts, ...(await encode(scaled, profile, scaled !== picture)) };
}

async function encode(
  picture: Pixels,
  profile: Uint8Array | null,
  scaled: boolean,
): Promise<Pick<PrintPicture, 'mediaType' | 'bytes'>> {
  const bytes = encodePng(picture, profile);
  if (!scaled || hasAlpha(picture) || bytes.length <= PHOTOGRAPH_BYTES)
    return { mediaType: 'image/png', bytes };
  return { mediaType: 'image/jpeg', bytes: await encodeJpeg(picture, profile) };
}

function isGrey({ colorType }: PngHeader): boolean {
  return colorType === 0 || colorType === 4;
}

function isComplete({ colorType }: PngHeader, chunks: PngChunk[]): boolean {
  const has = (wanted: string) => chunks.some(({ type }) => type === wanted);
  return chunks[0]?.type === 'IHDR' && has('IDAT') && (colorType !== 3 || has('PLTE'));
}

/** Whether the rows can be printed as they are packed. */
function keepsRows({ depth, interlaced }: PngHeader, chunks: PngChunk[]): boolean {
  return depth <= 8 && !interlaced && !chunks.some(({ type }) => type === 'tRNS');
}

/** The same rows without words, times and places that a program wrote beside them. */
function keepRows(chunks: PngChunk[], profile: Uint8Array | null): Uint8Array {
  const of = (...types: string[]) => chunks.filter(({ type }) => types.includes(type));
  return writePngFile([
    ...of('IHDR'),
    ...(profile ? [profileChunk(profile)] : []),
    ...of('PLTE'),
    ...of('IDAT'),
  ]);
}
