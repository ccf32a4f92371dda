import { deflateSync, inflateSync } from 'node:zlib';
import { type DecodedPng, decode } from 'fast-png';
import { IngestError } from '../ingest/ingest-error.ts';
import type { Pixels } from './pixels.ts';
import { PNG_CHANNELS, type PngChunk, type PngHeader, writePngFile } from './png-chunks.ts';

/** Left, top, step across and step down of Adam7's passes (ISO/IEC 15948, 8.2). */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

interface Pass {
  left: number;
  top: number;
  across: number;
  down: number;
  width: number;
  height: number;
  bytes: number;
}

/**
 * Reads the pixels of a PNG of any colour type and depth, interlaced or not, as 8-bit samples; a palette becomes RGB. Throws
 * IngestError `damaged` when the data ends early, goes on beyond the picture or is packed wrongly.
 */
export function decodePng(header: PngHeader, chunks: PngChunk[]): Pixels {
  const passes = listPasses(header);
  const raw = unpack(
    chunks,
    passes.reduce((sum, pass) => sum + pass.bytes, 0),
  );
  const wholeBytes = !header.interlaced && header.depth === 8;
  if (wholeBytes) return toPixels(header, chunks, decodePass(header, passes[0]!, raw).data as Uint8Array);
  const count = header.width * header.height * PNG_CHANNELS[header.colorType]!;
  const samples = header.depth === 16 ? new Uint16Array(count) : new Uint8Array(count);
  let from = 0;
  for (const pass of passes) {
    const rows = raw.subarray(from, from + pass.bytes);
    placePass(header, pass, decodePass(header, pass, rows), samples);
    from += pass.bytes;
  }
  return toPixels(header, chunks, samples);
}

function listPasses(header: PngHeader): Pass[] {
  const plan: readonly (readonly [number, number, number, number])[] = header.interlaced
    ? PASSES
    : [[0, 0, 1, 1]];
  return plan.flatMap(([left, top, across, down]) => {
    const width = Math.ceil((header.width - left) / across);
    const height = Math.ceil((header.height - top) / down);
    if (width <= 0 || height <= 0) return [];
    const line = Math.ceil((width * PNG_CHANNELS[header.colorType]! * header.depth) / 8);
    return [{ left, top, across, down, width, height, bytes: (line + 1) * height }];
  });
}

/** The packed rows, never more than the picture has: a few bytes could unpack to all the memory there is. */
function unpack(chunks: PngChunk[], expected: number): Uint8Array {
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  try {
    const raw = inflateSync(packed, { maxOutputLength: expected });
    if (raw.length === expected) return raw;
  } catch (error) {
    throw new IngestError('damaged', {}, error);
  }
  throw new IngestError('damaged');
}

/** Undoes the filters of one pass, which is a picture of its own. */
function decodePass(header: PngHeader, pass: Pass, rows: Uint8Array): DecodedPng {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(pass.width, 0);
  head.writeUInt32BE(pass.height, 4);
  head[8] = header.depth;
  head[9] = header.colorType;
  try {
    return decode(
      writePngFile([
        { type: 'IHDR', data: head },
        { type: 'IDAT', data: deflateSync(rows, { level: 0 }) },
      ]),
    );
  } catch (error) {
    throw new IngestError('damaged', {}, error);
  }
}

function placePass(
  header: PngHeader,
  pass: Pass,
  { data }: DecodedPng,
  samples: Uint8Array | Uint16Array,
): void {
  const { depth, width } = header;
  const channels = PNG_CHANNELS[header.colorType]!;
  const line = depth === 16 ? pass.width * channels : Math.ceil((pass.width * channels * depth) / 8);
  const mask = 2 ** Math.min(depth, 8) - 1;
  for (let y = 0; y < pass.height; y++) {
    for (let x = 0; x < pass.width; x++) {
      const to = ((pass.top + y * pass.down) * width + pass.left + x * pass.across) * channels;
      for (let c = 0; c < channels; c++) {
        const sample = x * channels + c;
        if (depth >= 8) samples[to + c] = data[y * line + sample]!;
        else {
          const bit = sample * depth;
          const byte = data[y * line + (bit >> 3)]!;
          samples[to + c] = (byte >> (8 - depth - (bit & 7))) & mask;
        }
      }
    }
  }
}

function toPixels(header: PngHeader, chunks: PngChunk[], source: Uint8Array | Uint16Array): Pixels {
  const { width, height, colorType, depth } = header;
  const transparent = chunks.find(({ type }) => type === 'tRNS')?.data ?? null;
  if (colorType === 3) {
    const palette = chunks.find(({ type }) => type === 'PLTE')?.data ?? new Uint8Array(0);
    return { width, height, ...readPalette(source, palette, transparent) };
  }
  const channels = PNG_CHANNELS[colorType]!;
  const key = transparent && colorType < 3 ? readKey(transparent, channels) : null;
  // Nothing is copied that can stay: a large picture fills the memory there is.
  if (source instanceof Uint8Array && depth === 8 && !key) {
    return { width, height, channels: channels as Pixels['channels'], data: source };
  }
  const most = 2 ** depth - 1;
  const count = channels + (key ? 1 : 0);
  const data = new Uint8Array(width * height * count);
  for (let from = 0, to = 0; from < source.length; from += channels, to += count) {
    let isKey = key !== null;
    for (let c = 0; c < channels; c++) {
      const value = source[from + c]!;
      data[to + c] = Math.round((value * 255) / most);
      if (key && value !== key[c]) isKey = false;
    }
    if (key) data[to + channels] = isKey ? 0 : 255;
  }
  return { width, height, channels: count as Pixels['channels'], data };
}

/** The one colour that is transparent (11.3.2.1), in the picture's own depth. */
function readKey(data: Uint8Array, channels: number): number[] | null {
  if (data.length < channels * 2) return null;
  return Array.from({ length: channels }, (_, c) => (data[c * 2]! << 8) | data[c * 2 + 1]!);
}

function readPalette(
  samples: Uint8Array | Uint16Array,
  palette: Uint8Array,
  transparent: Uint8Array | null,
): Pick<Pixels, 'channels' | 'data'> {
  const channels = transparent ? 4 : 3;
  const colors = Math.floor(palette.length / 3);
  const data = new Uint8Array(samples.length * channels);
  for (let i = 0; i < samples.length; i++) {
    const index = samples[i]!;
    if (index >= colors) throw new IngestError('damaged');
    for (let c = 0; c < 3; c++) data[i * channels + c] = palette[index * 3 + c]!;
    if (transparent) data[i * channels + 3] = transparent[index] ?? 255;
  }
  return { channels, data };
}
