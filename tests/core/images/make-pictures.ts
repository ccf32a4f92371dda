import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { encode } from 'fast-png';
import { encodeJpeg } from '../../../electron/core/images/encode-jpeg.ts';
import type { Pixels } from '../../../electron/core/images/pixels.ts';
import { type PngChunk, writePngFile } from '../../../electron/core/images/png-chunks.ts';

/** A sound colour profile: sRGB, as PDFKit ships it. */
export const sRgbProfile: Uint8Array = readFileSync(
  join(createRequire(import.meta.url).resolve('pdfkit'), '../data/sRGB_IEC61966_2_1.icc'),
);

/** A picture whose left half is one colour and whose right half another, so that turning shows. */
export function halves(width: number, height: number, left: number[], right: number[]): Pixels {
  const channels = left.length as Pixels['channels'];
  const data = new Uint8Array(width * height * channels);
  for (let i = 0; i < width * height; i++) data.set(i % width < width / 2 ? left : right, i * channels);
  return { width, height, channels, data };
}

/** A JPEG of two halves, red and blue. */
export function jpeg(width: number, height: number): Promise<Uint8Array> {
  return encodeJpeg(halves(width, height, [220, 20, 20], [20, 20, 220]), null);
}

/** A segment put into a JPEG behind its first two bytes. */
export function withSegment(bytes: Uint8Array, marker: number, data: Uint8Array): Uint8Array {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([bytes.subarray(0, 2), head, data, bytes.subarray(2)]);
}

/** The same JPEG as a camera held sideways writes it: Exif with an orientation, and a place that nobody should see. */
export function withExif(bytes: Uint8Array, orientation: number): Uint8Array {
  const tiff = Buffer.alloc(26);
  tiff.write('MM', 0, 'latin1');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return withSegment(
    bytes,
    0xe1,
    Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from('LUGAR SECRETO')]),
  );
}

/** The header of a JPEG of this size, and nothing of its picture. */
export function jpegHeader(width: number, height: number): Uint8Array {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const scan = Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xff, 0xd9]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), frame, scan]);
}

/**
 * A CMYK JPEG of one colour, 8 × 8, as Adobe's programs write it (inks inverted): `transform` 0 CMYK, 2 YCCK. `ink` are its four stored
 * samples.
 */
export function cmykJpeg(ink: [number, number, number, number], transform: 0 | 2): Uint8Array {
  const segment = (marker: number, data: number[]) => {
    const length = data.length + 2;
    return [0xff, marker, length >> 8, length & 255, ...data];
  };
  const adobe = [...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, transform];
  // Every coefficient in steps of eight: the first is then the mean less 128.
  const quantisation = [0, ...new Array<number>(64).fill(8)];
  const frame = [8, 0, 8, 0, 8, 4, ...[1, 2, 3, 4].flatMap(id => [id, 0x11, 0])];
  // One code of four bits for each size 0–9 of the first coefficient, one of one bit for «no others».
  const first = [0x00, 0, 0, 0, 10, ...new Array<number>(12).fill(0), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const others = [0x10, 1, ...new Array<number>(15).fill(0), 0];
  const scan = [4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0];
  const bits = ink.map(value => encodeMean(value - 128)).join('');
  const padded = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1');
  const data = (padded.match(/.{8}/g) ?? []).flatMap(byte => {
    const value = Number.parseInt(byte, 2);
    return value === 0xff ? [0xff, 0] : [value];
  });
  return Buffer.from([
    0xff,
    0xd8,
    ...segment(0xee, adobe),
    ...segment(0xdb, quantisation),
    ...segment(0xc0, frame),
    ...segment(0xc4, first),
    ...segment(0xc4, others),
    ...segment(0xda, scan),
    ...data,
    0xff,
    0xd9,
  ]);
}

function encodeMean(value: number): string {
  const size = value === 0 ? 0 : Math.floor(Math.log2(Math.abs(value))) + 1;
  const code = size.toString(2).padStart(4, '0');
  if (size === 0) return `${code}0`;
  const amplitude = value > 0 ? value : value + 2 ** size - 1;
  return `${code}${amplitude.toString(2).padStart(size, '0')}0`;
}

/** A PNG of these pixels as another program writes it. */
export function png({ width, height, channels, data }: Pixels, interlaced = false): Uint8Array {
  return encode({ width, height, channels, data, depth: 8 }, interlaced ? { interlace: 'Adam7' } : {});
}

/** A PNG of 16-bit RGB samples. */
export function widePng(width: number, height: number, color: [number, number, number]): Uint8Array {
  const data = new Uint16Array(width * height * 3);
  for (let i = 0; i < width * height; i++) data.set(color, i * 3);
  return encode({ width, height, channels: 3, depth: 16, data });
}

/** IHDR of a PNG. */
export function headerChunk(
  width: number,
  height: number,
  depth: number,
  colorType: number,
  interlaced = false,
): PngChunk {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([depth, colorType, 0, 0, interlaced ? 1 : 0], 8);
  return { type: 'IHDR', data };
}

/** A PNG from its header, rows with their filter bytes, and other chunks. */
export function rawPng(header: PngChunk, rows: number[], extra: PngChunk[] = []): Uint8Array {
  return writePngFile([header, ...extra, { type: 'IDAT', data: deflateSync(Buffer.from(rows)) }]);
}

/** A PNG with a chunk put behind its header. */
export function withChunk(bytes: Uint8Array, chunk: PngChunk): Uint8Array {
  const written = Buffer.from(writePngFile([chunk]));
  return Buffer.concat([bytes.subarray(0, 33), written.subarray(8, written.length - 12), bytes.subarray(33)]);
}
