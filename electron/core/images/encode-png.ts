import { deflateSync } from 'node:zlib';
import type { Pixels } from './pixels.ts';
import { type PngChunk, writePngFile } from './png-chunks.ts';

const COLOR_TYPES = { 1: 0, 2: 4, 3: 2, 4: 6 } as const;

/** Writes a picture as an 8-bit PNG that is not interlaced, with its colour profile. */
export function encodePng(picture: Pixels, profile: Uint8Array | null): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(picture.width, 0);
  head.writeUInt32BE(picture.height, 4);
  head[8] = 8;
  head[9] = COLOR_TYPES[picture.channels];
  return writePngFile([
    { type: 'IHDR', data: head },
    ...(profile ? [profileChunk(profile)] : []),
    { type: 'IDAT', data: deflateSync(filterRows(picture), { level: 9 }) },
  ]);
}

/** iCCP (ISO/IEC 15948, 11.3.3.3). */
export function profileChunk(profile: Uint8Array): PngChunk {
  return { type: 'iCCP', data: Buffer.concat([Buffer.from('ICC\0\0', 'latin1'), deflateSync(profile)]) };
}

/** Each row is filtered as packs best by the usual estimate: the least sum of differences. */
function filterRows({ width, height, channels, data }: Pixels): Uint8Array {
  const line = width * channels;
  const filtered = new Uint8Array((line + 1) * height);
  const rows = [0, 1, 2, 4].map(kind => ({ kind, bytes: new Uint8Array(line) }));
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * line, (y + 1) * line);
    const above = y > 0 ? data.subarray((y - 1) * line, y * line) : new Uint8Array(line);
    let best = rows[0]!;
    let least = Number.POSITIVE_INFINITY;
    for (const candidate of rows) {
      const sum = filterRow(candidate.kind, row, above, channels, candidate.bytes);
      if (sum < least) [best, least] = [candidate, sum];
    }
    filtered[y * (line + 1)] = best.kind;
    filtered.set(best.bytes, y * (line + 1) + 1);
  }
  return filtered;
}

/** Fills `out` with one row filtered (ISO/IEC 15948, 9.2); gives the sum of the differences as signed bytes. */
function filterRow(
  kind: number,
  row: ArrayLike<number>,
  above: ArrayLike<number>,
  channels: number,
  out: Uint8Array,
): number {
  let sum = 0;
  for (let i = 0; i < row.length; i++) {
    const left = i >= channels ? row[i - channels]! : 0;
    const up = above[i]!;
    const corner = i >= channels ? above[i - channels]! : 0;
    const guess = kind === 0 ? 0 : kind === 1 ? left : kind === 2 ? up : paeth(left, up, corner);
    const value = (row[i]! - guess) & 255;
    out[i] = value;
    sum += value < 128 ? value : 256 - value;
  }
  return sum;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
