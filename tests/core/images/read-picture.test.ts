import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { decodeJpeg } from '../../../electron/core/images/decode-jpeg.ts';
import { decodePng } from '../../../electron/core/images/decode-png.ts';
import { encodeJpeg } from '../../../electron/core/images/encode-jpeg.ts';
import { encodePng, profileChunk } from '../../../electron/core/images/encode-png.ts';
import {
  insertProfile,
  listSegments,
  readFrame,
  readJpegProfile,
} from '../../../electron/core/images/jpeg-segments.ts';
import type { Pixels } from '../../../electron/core/images/pixels.ts';
import { listChunks, readPngHeader, readPngProfile } from '../../../electron/core/images/png-chunks.ts';
import { type PrintPicture, readPicture } from '../../../electron/core/images/read-picture.ts';
import type { IngestError } from '../../../electron/core/ingest/ingest-error.ts';
import {
  cmykJpeg,
  halves,
  headerChunk,
  jpeg,
  jpegHeader,
  png,
  rawPng,
  sRgbProfile,
  widePng,
  withChunk,
  withExif,
  withSegment,
} from './make-pictures.ts';

const RED = [220, 20, 20];
const BLUE = [20, 20, 220];

function placeFile(bytes: Uint8Array, name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'valija-picture-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
}

function read(bytes: Uint8Array, name = 'foto.jpg'): Promise<PrintPicture> {
  return readPicture(placeFile(bytes, name));
}

async function refusal(bytes: Uint8Array, name = 'foto.jpg'): Promise<Pick<IngestError, 'code' | 'details'>> {
  const error = await read(bytes, name).then(
    () => null,
    (thrown: IngestError) => thrown,
  );
  return { code: error!.code, details: error!.details };
}

async function pixelsOf({ bytes, mediaType }: Pick<PrintPicture, 'bytes' | 'mediaType'>): Promise<Pixels> {
  if (mediaType === 'image/jpeg') return decodeJpeg(bytes, readFrame(bytes, listSegments(bytes)!)!);
  return decodePng(readPngHeader(bytes)!, listChunks(bytes)!);
}

function colourAt({ data, width, channels }: Pixels, x: number, y: number): number[] {
  return [...data.subarray((y * width + x) * channels, (y * width + x + 1) * channels)];
}

/** Lossy coding moves a sample a little. */
function expectNear(found: number[], wanted: number[], by = 14): void {
  expect(found).toHaveLength(wanted.length);
  for (const [i, value] of wanted.entries()) expect(Math.abs(found[i]! - value)).toBeLessThanOrEqual(by);
}

test('a JPEG that needs no change keeps its own coding, and loses what is not seen', async () => {
  const plain = await jpeg(64, 32);
  const found = await read(withSegment(withExif(plain, 1), 0xfe, Buffer.from('comentario privado')));
  expect(Buffer.from(found.bytes).equals(Buffer.from(plain))).toBe(true);
  expect(found).toMatchObject({
    mediaType: 'image/jpeg',
    pixelWidth: 64,
    pixelHeight: 32,
    profileDropped: false,
  });
});

test.each([
  ['inside its head', Buffer.from('JFIF\0\u0001\u0002\0\0\u0001\0\u0001\u0001\u0001RGB', 'latin1')],
  ['in a segment of its own', Buffer.from('JFXX\0\u0010cut off', 'latin1')],
])('a thumbnail %s, which may show what was cut off, is left', async (_, data) => {
  const plain = await jpeg(64, 32);
  const found = await read(withSegment(plain, 0xe0, data));
  expect(Buffer.from(found.bytes).equals(Buffer.from(plain))).toBe(true);
});

test('what a camera hangs behind the picture is left', async () => {
  const plain = await jpeg(32, 32);
  const found = await read(Buffer.concat([plain, await jpeg(16, 16), Buffer.from('cola')]));
  expect(found.bytes).toHaveLength(plain.length);
});

test.each([
  [2, [BLUE, RED], [64, 32]],
  [3, [BLUE, RED], [64, 32]],
  [4, [RED, BLUE], [64, 32]],
  [5, [RED, BLUE], [32, 64]],
  [6, [RED, BLUE], [32, 64]],
  [7, [BLUE, RED], [32, 64]],
  [8, [BLUE, RED], [32, 64]],
])('orientation %d is turned upright', async (orientation, [first, last], [width, height]) => {
  const found = await read(withExif(await jpeg(64, 32), orientation));
  expect([found.pixelWidth, found.pixelHeight]).toEqual([width, height]);
  const pixels = await pixelsOf(found);
  expect([pixels.width, pixels.height]).toEqual([width, height]);
  expectNear(colourAt(pixels, 3, 3), first!);
  expectNear(colourAt(pixels, width! - 4, height! - 4), last!);
  expect(Buffer.from(found.bytes).includes('SECRETO')).toBe(false);
});

test('a photograph larger than paper needs is scaled down, with its profile', async () => {
  const large = insertProfile(await encodeJpeg(halves(3000, 1500, RED, BLUE), null), sRgbProfile);
  const found = await read(large);
  expect([found.pixelWidth, found.pixelHeight]).toEqual([3000, 1500]);
  const pixels = await pixelsOf(found);
  expect([pixels.width, pixels.height]).toEqual([2000, 1000]);
  expectNear(colourAt(pixels, 500, 500), RED);
  expectNear(colourAt(pixels, 1500, 500), BLUE);
  const kept = readJpegProfile(found.bytes, listSegments(found.bytes)!);
  expect(Buffer.from(kept!).equals(Buffer.from(sRgbProfile))).toBe(true);
  expect(found.profileDropped).toBe(false);
});

test('a grey JPEG stays grey', async () => {
  const grey = halves(40, 40, [30], [200]);
  const pixels = await pixelsOf(await read(withExif(await encodeJpeg(grey, null), 3)));
  expect(pixels.channels).toBe(1);
  expectNear(colourAt(pixels, 3, 3), [200]);
});

test.each([
  ['white', [255, 255, 255, 255], 0, [255, 255, 255]],
  ['black', [0, 0, 0, 0], 0, [30, 30, 30]],
  ['no ink', [0, 128, 128, 255], 2, [255, 255, 255]],
] as const)('CMYK as Adobe writes it becomes RGB: %s', async (_name, ink, transform, wanted) => {
  const found = await read(cmykJpeg([...ink], transform));
  const pixels = await pixelsOf(found);
  expect([pixels.width, pixels.height, pixels.channels]).toEqual([8, 8, 3]);
  expectNear(colourAt(pixels, 4, 4), [...wanted], 40);
});

test('a broken colour profile is dropped, and that is said', async () => {
  const broken = Buffer.from(sRgbProfile);
  broken.write('nada', 36, 'latin1');
  const photograph = await read(insertProfile(await jpeg(20, 20), broken));
  expect(photograph.profileDropped).toBe(true);
  expect(Buffer.from(photograph.bytes).includes('ICC_PROFILE')).toBe(false);
  const drawing = await read(withChunk(png(halves(8, 8, RED, BLUE)), profileChunk(broken)), 'a.png');
  expect(drawing.profileDropped).toBe(true);
  expect(readPngProfile(listChunks(drawing.bytes)!)).toBeNull();
});

test('a profile of other components is no profile of the picture', async () => {
  const grey = await read(withChunk(png(halves(8, 8, [10], [240])), profileChunk(sRgbProfile)), 'a.png');
  expect(grey.profileDropped).toBe(true);
  const colour = await read(withChunk(png(halves(8, 8, RED, BLUE)), profileChunk(sRgbProfile)), 'a.png');
  expect(colour.profileDropped).toBe(false);
});

test.each([
  ['grey', [40], [200]],
  ['grey with alpha', [40, 0], [200, 255]],
  ['colour', RED, BLUE],
  ['colour with alpha', [...RED, 90], [...BLUE, 255]],
])('a PNG in %s is read to the letter, interlaced too', async (_kind, left, right) => {
  const picture = halves(13, 7, left, right);
  for (const interlaced of [false, true]) {
    const found = await read(png(picture, interlaced), 'dibujo.png');
    expect(found.mediaType).toBe('image/png');
    expect(readPngHeader(found.bytes)?.interlaced).toBe(false);
    expect([...(await pixelsOf(found)).data]).toEqual([...picture.data]);
  }
});

test('words and times beside a PNG are left, its rows are kept', async () => {
  const text = { type: 'tEXt', data: Buffer.from('Author\0Juan Reservado') };
  const original = png(halves(30, 30, RED, BLUE));
  const found = await read(withChunk(original, text), 'a.png');
  expect(Buffer.from(found.bytes).includes('Reservado')).toBe(false);
  const rows = (bytes: Uint8Array) => listChunks(bytes)!.find(chunk => chunk.type === 'IDAT')!.data;
  expect(Buffer.from(rows(found.bytes)).equals(Buffer.from(rows(original)))).toBe(true);
});

test('sixteen bits become eight', async () => {
  const found = await read(widePng(5, 5, [65535, 32768, 0]), 'a.png');
  expect(readPngHeader(found.bytes)).toMatchObject({ depth: 8, colorType: 2 });
  expect(colourAt(await pixelsOf(found), 2, 2)).toEqual([255, 128, 0]);
});

test('a palette with transparent colours becomes colour with alpha', async () => {
  const extra = [
    { type: 'PLTE', data: Buffer.from([255, 0, 0, 0, 255, 0]) },
    { type: 'tRNS', data: Buffer.from([0]) },
  ];
  // Two rows of four pixels of one bit: 0101 and 1010.
  const bytes = rawPng(headerChunk(4, 2, 1, 3), [0, 0b01010000, 0, 0b10100000], extra);
  const pixels = await pixelsOf(await read(bytes, 'a.png'));
  expect(pixels.channels).toBe(4);
  expect(colourAt(pixels, 0, 0)).toEqual([255, 0, 0, 0]);
  expect(colourAt(pixels, 1, 0)).toEqual([0, 255, 0, 255]);
  expect(colourAt(pixels, 0, 1)).toEqual([0, 255, 0, 255]);
});

test('one transparent colour becomes alpha, and few bits interlaced are read', async () => {
  // Two by two pixels of two bits, interlaced: pass 1 (0,0) = 3; pass 6 (1,0) = 1; pass 7 row 1 = 2, 0.
  const rows = [0, 0b11000000, 0, 0b01000000, 0, 0b10000000];
  const key = { type: 'tRNS', data: Buffer.from([0, 1]) };
  const pixels = await pixelsOf(await read(rawPng(headerChunk(2, 2, 2, 0, true), rows, [key]), 'a.png'));
  expect([...pixels.data]).toEqual([255, 255, 85, 0, 170, 255, 0, 255]);
});

test('a large drawing is scaled down by what it covers, colours only where it is opaque', async () => {
  const found = await read(png(halves(4000, 40, [...RED, 255], [0, 255, 0, 0])), 'a.png');
  const pixels = await pixelsOf(found);
  expect([pixels.width, pixels.height, pixels.channels]).toEqual([2000, 20, 4]);
  expect(colourAt(pixels, 999, 10)).toEqual([...RED, 255]);
  expect(colourAt(pixels, 1000, 10)[3]).toBe(0);
});

test('what our own PNG writer writes is read back to the letter', () => {
  fc.assert(
    fc.property(
      fc.record({
        width: fc.integer({ min: 1, max: 20 }),
        height: fc.integer({ min: 1, max: 20 }),
        channels: fc.constantFrom(1, 2, 3, 4),
        seed: fc.integer(),
      }),
      ({ width, height, channels, seed }) => {
        const count = width * height * channels;
        const data = Uint8Array.from({ length: count }, (_, i) => Math.imul(seed ^ i, 2654435761) >>> 24);
        const bytes = encodePng({ width, height, channels: channels as Pixels['channels'], data }, null);
        expect([...decodePng(readPngHeader(bytes)!, listChunks(bytes)!).data]).toEqual([...data]);
      },
    ),
  );
});

test.each([
  ['PNG', rawPng(headerChunk(30_000, 30_000, 8, 6), [0])],
  ['JPEG', jpegHeader(30_000, 30_000)],
])('a %s of 900 million pixels is refused by its header, naming the limit', async (_kind, bytes) => {
  const begun = performance.now();
  expect(await refusal(bytes, 'bomba.png')).toMatchObject({
    code: 'tooLarge',
    details: { megapixels: 900, limitMegapixels: 200 },
  });
  expect(performance.now() - begun).toBeLessThan(2000);
});

test('rows that unpack to more than the picture are refused before they do', async () => {
  const flood = deflateSync(Buffer.alloc(200 * 2 ** 20));
  const bytes = Buffer.concat([rawPng(headerChunk(10, 10, 8, 2), [0])]);
  const begun = process.memoryUsage().arrayBuffers;
  const chunks = listChunks(bytes)!.map(chunk => (chunk.type === 'IDAT' ? { ...chunk, data: flood } : chunk));
  expect(() => decodePng(readPngHeader(bytes)!, chunks)).toThrow('damaged');
  expect(process.memoryUsage().arrayBuffers - begun).toBeLessThan(50 * 2 ** 20);
});

test('what is cut off or broken is damaged', async () => {
  const photograph = await jpeg(64, 64);
  const drawing = png(halves(20, 20, RED, BLUE));
  const spoilt = Buffer.from(drawing);
  spoilt[spoilt.length - 30]! ^= 0xff;
  const badFilter = rawPng(headerChunk(2, 2, 8, 0), [9, 1, 2, 9, 3, 4]);
  const short = rawPng(headerChunk(2, 2, 8, 0), [0, 1, 2]);
  const noPalette = rawPng(headerChunk(2, 2, 8, 3), [0, 1, 2, 0, 0, 0]);
  const broken = [
    photograph.subarray(0, photograph.length / 2),
    photograph.subarray(0, 12),
    jpegHeader(16, 16),
    drawing.subarray(0, drawing.length - 20),
    spoilt,
    badFilter,
    short,
    noPalette,
  ];
  for (const bytes of broken) expect((await refusal(bytes)).code).toBe('damaged');
});

test('any cut and any changed byte ends in a picture or in a named refusal', async () => {
  const originals = [await jpeg(24, 24), png(halves(9, 9, RED, BLUE), true), cmykJpeg([9, 9, 9, 9], 2)];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...originals),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 255 }),
      fc.boolean(),
      async (original, share, value, cuts) => {
        const at = Math.floor(share * (original.length - 1));
        const changed = Buffer.from(original);
        changed[at] = value;
        const answer = await read(cuts ? changed.subarray(0, at + 1) : changed).then(
          picture => (picture.bytes.length > 0 ? 'picture' : 'nothing'),
          (error: IngestError) => error.code,
        );
        expect(['picture', 'damaged', 'unsupported', 'tooLarge', 'notWhatItSays', 'empty']).toContain(answer);
      },
    ),
    { numRuns: 150 },
  );
});

test.each([
  ['webp', Buffer.from('RIFF\x24\0\0\0WEBPVP8 ', 'latin1')],
  ['tiff', Buffer.from('II*\0\x08\0\0\0', 'latin1')],
  ['heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1')],
  ['gif', Buffer.from('GIF89a\x01\0\x01\0', 'latin1')],
  ['svg', Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>')],
])('%s is a picture that must be saved anew', async (looksLike, bytes) => {
  expect(await refusal(bytes)).toEqual({ code: 'unsupported', details: { looksLike, picture: 'yes' } });
});

test('what is no picture is told by what it is', async () => {
  expect(await refusal(Buffer.from('%PDF-1.7\n%%EOF'), 'foto.jpg')).toEqual({
    code: 'notWhatItSays',
    details: { expected: 'jpg', looksLike: 'pdf' },
  });
  expect(await refusal(Buffer.alloc(400, 1), 'foto.png')).toMatchObject({ code: 'notWhatItSays' });
  expect(await refusal(Buffer.alloc(0), 'foto.png')).toMatchObject({ code: 'empty' });
});
