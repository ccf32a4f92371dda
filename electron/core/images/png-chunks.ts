import { crc32, inflateSync } from 'node:zlib';

/** A chunk of a PNG file (ISO/IEC 15948, 5.3). */
export interface PngChunk {
  type: string;
  data: Uint8Array;
}

/** The header of a PNG (11.2.2). Colour types: 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha. */
export interface PngHeader {
  width: number;
  height: number;
  depth: number;
  colorType: number;
  interlaced: boolean;
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Samples of a pixel by colour type. */
export const PNG_CHANNELS: Partial<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** A profile of a colour device is some hundred kilobytes; ten times that is none. */
const MOST_PROFILE_BYTES = 8 * 2 ** 20;

/** Whether bytes begin as a PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.equals(bytes.subarray(0, 8));
}

/** Lists the chunks up to IEND; null where lengths or checksums do not hold. */
export function listChunks(bytes: Uint8Array): PngChunk[] | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const chunks: PngChunk[] = [];
  let at = 8;
  while (at + 12 <= data.length) {
    const length = data.readUInt32BE(at);
    const end = at + 8 + length;
    if (end + 4 > data.length) return null;
    const type = data.toString('latin1', at + 4, at + 8);
    const critical = type.charCodeAt(0) < 0x60;
    const sound = crc32(data.subarray(at + 4, end)) === data.readUInt32BE(end);
    if (critical && !sound) return null;
    if (sound) chunks.push({ type, data: data.subarray(at + 8, end) });
    if (type === 'IEND') return chunks;
    at = end + 4;
  }
  return null;
}

/** Reads IHDR alone, without looking at the rest of the file; null where there is none that holds to the format. */
export function readPngHeader(bytes: Uint8Array): PngHeader | null {
  if (!isPng(bytes) || bytes.length < 29) return null;
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (data.toString('latin1', 12, 16) !== 'IHDR') return null;
  const [depth, colorType, compression, filter, interlace] = data.subarray(24, 29);
  const header = {
    width: data.readUInt32BE(16),
    height: data.readUInt32BE(20),
    depth: depth!,
    colorType: colorType!,
    interlaced: interlace === 1,
  };
  return compression === 0 && filter === 0 && interlace! <= 1 && isCombination(header) ? header : null;
}

/** Depths that a colour type may have (table 11.1). */
function isCombination({ width, height, depth, colorType }: PngHeader): boolean {
  const depths: Partial<Record<number, number[]>> = {
    0: [1, 2, 4, 8, 16],
    2: [8, 16],
    3: [1, 2, 4, 8],
    4: [8, 16],
    6: [8, 16],
  };
  return width > 0 && height > 0 && (depths[colorType]?.includes(depth) ?? false);
}

/** The colour profile inside iCCP (11.3.3.3); null without one or where it does not unpack. */
export function readPngProfile(chunks: PngChunk[]): Uint8Array | null {
  const chunk = chunks.find(({ type }) => type === 'iCCP');
  if (!chunk) return null;
  const end = chunk.data.indexOf(0);
  if (end < 1 || chunk.data[end + 1] !== 0) return null;
  try {
    return inflateSync(chunk.data.subarray(end + 2), { maxOutputLength: MOST_PROFILE_BYTES });
  } catch {
    return null;
  }
}

/** Writes a PNG of these chunks; IEND is added. */
export function writePngFile(chunks: PngChunk[]): Uint8Array {
  return Buffer.concat([
    SIGNATURE,
    ...[...chunks, { type: 'IEND', data: new Uint8Array(0) }].map(writeChunk),
  ]);
}

function writeChunk({ type, data }: PngChunk): Buffer {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, data.length + 8)), data.length + 8);
  return chunk;
}
