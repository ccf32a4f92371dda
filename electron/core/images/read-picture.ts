import { basename, extname } from 'node:path';
import type { Image } from '../../../shared/model/image.ts';
import { detectFormat } from '../ingest/detect-format.ts';
import { IngestError } from '../ingest/ingest-error.ts';
import type { ReportProgress } from '../ingest/parsed-document.ts';
import { readBounded } from '../ingest/read-bounded.ts';
import { isPng } from './png-chunks.ts';
import { readJpeg } from './read-jpeg.ts';
import { readPng } from './read-png.ts';

/** A picture as it is printed: upright, no larger than paper needs, nothing in it but what is seen and its colour profile. */
export interface PrintPicture extends Omit<Image, 'id' | 'fileName'> {
  bytes: Uint8Array;
}

/** Pictures by the bytes they begin with; those of other formats must be saved anew. */
const OTHERS: [kind: string, start: RegExp][] = [
  ['gif', /^GIF8/],
  ['webp', /^RIFF.{4}WEBP/s],
  ['tiff', /^(?:II\*\0|MM\0\*)/],
  ['heic', /^.{4}ftyp(?:hei|hev|mif|msf|avi)/s],
  ['bmp', /^BM.{4}\0\0\0\0/s],
  ['jpeg2000', /^.{4}jP {2}/s],
  ['psd', /^8BPS/],
  ['svg', /^(?:ï»¿)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]/i],
];
const HEAD = 4096;

/**
 * Reads a picture's file. Throws IngestError `tooLarge` (`pixels`, `limitMegapixels`, before anything is unpacked), `damaged`,
 * `unsupported` (`looksLike`) for pictures that are neither JPEG nor PNG, `notWhatItSays` for what is no picture; and what reading
 * a file throws. Progress is told in steps, not pages.
 */
export async function readPicture(
  path: string,
  onProgress: ReportProgress = () => {},
): Promise<PrintPicture> {
  const data = await readBounded(path);
  if (data[0] === 0xff && data[1] === 0xd8 && data[2] === 0xff) return readJpeg(data, onProgress);
  if (isPng(data)) return readPng(data, onProgress);
  const head = data.subarray(0, HEAD).toString('latin1');
  const other = OTHERS.find(([, start]) => start.test(head));
  if (other) throw new IngestError('unsupported', { looksLike: other[0], picture: 'yes' });
  const expected = extname(path).slice(1).toLowerCase();
  throw new IngestError('notWhatItSays', { expected, looksLike: await lookInside(data, basename(path)) });
}

/** The usual name of what is no picture. */
async function lookInside(data: Buffer, name: string): Promise<string> {
  try {
    return await detectFormat(data, name);
  } catch (error) {
    const looksLike = error instanceof IngestError ? error.details.looksLike : undefined;
    return looksLike === undefined ? 'binary' : String(looksLike);
  }
}
