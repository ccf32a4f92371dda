import chardet from 'chardet';
import type { IngestWarning } from './parsed-document.ts';

/** Encodings that may be guessed from the bytes; anything else is taken for windows-1252, the commonest in old Spanish files. */
const GUESSES = new Set([
  'UTF-16LE',
  'UTF-16BE',
  'windows-1252',
  'ISO-8859-1',
  'ISO-8859-2',
  'windows-1250',
  'windows-1251',
  'KOI8-R',
]);

/**
 * Decodes a text file: byte-order mark, the declared charset, valid UTF-8, and only then a guess, which is reported as the warning
 * 'encodingGuessed'. ISO-8859-1 is read as windows-1252, its superset (WHATWG Encoding).
 */
export function decodeText(
  data: Uint8Array,
  declared: string | null = null,
): { text: string; warnings: IngestWarning[] } {
  const marked = markedEncoding(data);
  if (marked) return { text: new TextDecoder(marked).decode(data), warnings: [] };
  const declaredText = declared && !/^utf-?16/i.test(declared) ? decodeStrictly(data, declared) : null;
  if (declaredText !== null) return { text: declaredText, warnings: [] };
  const utf8 = looksLikeUtf16(data) ? null : decodeStrictly(data, 'utf-8');
  if (utf8 !== null) return { text: utf8, warnings: [] };
  const encoding = guessEncoding(data);
  const warnings: IngestWarning[] = [{ code: 'encodingGuessed', details: { encoding } }];
  return { text: new TextDecoder(encoding).decode(data), warnings };
}

function markedEncoding(data: Uint8Array): string | null {
  if (data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf) return 'utf-8';
  if (data[0] === 0xff && data[1] === 0xfe) return 'utf-16le';
  return data[0] === 0xfe && data[1] === 0xff ? 'utf-16be' : null;
}

function decodeStrictly(data: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(data);
  } catch {
    return null;
  }
}

function guessEncoding(data: Uint8Array): string {
  const sample = data.subarray(0, 200_000);
  if (looksLikeUtf16(data)) return countZeros(sample, 0) > countZeros(sample, 1) ? 'utf-16be' : 'utf-16le';
  const guess = chardet.detect(sample);
  if (!guess || !GUESSES.has(guess) || guess.startsWith('ISO-8859-1')) return 'windows-1252';
  return looksWestern(sample) ? 'windows-1252' : guess;
}

/** Latin text in UTF-16 has a zero in every other byte. */
function looksLikeUtf16(data: Uint8Array): boolean {
  const sample = data.subarray(0, 4096);
  const [even, odd] = [countZeros(sample, 0), countZeros(sample, 1)];
  const half = sample.length / 2;
  return half > 1 && Math.max(even, odd) > 0.4 * half && Math.min(even, odd) < 0.1 * half;
}

function countZeros(sample: Uint8Array, from: 0 | 1): number {
  let zeros = 0;
  for (let i = from; i < sample.length; i += 2) if (sample[i] === 0) zeros++;
  return zeros;
}

/** Spanish letters prevail among the bytes above ASCII: short samples mislead the statistics of the guess. */
function looksWestern(sample: Uint8Array): boolean {
  const spanish = new Set([
    0xe1, 0xe9, 0xed, 0xf3, 0xfa, 0xf1, 0xfc, 0xc1, 0xc9, 0xcd, 0xd3, 0xda, 0xd1, 0xbf, 0xa1, 0xab, 0xbb,
    0xba, 0xaa, 0x93, 0x94, 0x96, 0x97,
  ]);
  let high = 0;
  let western = 0;
  for (const byte of sample) {
    if (byte < 0x80) continue;
    high++;
    if (spanish.has(byte)) western++;
  }
  return high > 0 && western > 0.8 * high;
}
