import { accessSync, closeSync, constants, openSync, readSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Failure } from '../../../shared/contract/result.ts';

/** What a file looks like from outside: a plain SQLite database, something encrypted, or anything else. */
export type FileKind = 'sqlite' | 'encrypted' | 'other';

/** The first bytes of a plain SQLite database (https://www.sqlite.org/fileformat.html, 1.3.1). */
export const SQLITE_HEADER = 'SQLite format 3\0';
const SAMPLE_BYTES = 4096;
/** Bits per byte; 4,096 bytes of a cipher have 7.95, of text or of a program's file less than 7. */
const CIPHER_ENTROPY = 7.8;

/** Looks at a file before SQLite does; throws `unreadable` when it cannot be read, `readOnly` when it may not be written. */
export function inspectFile(path: string): FileKind {
  const file = basename(path);
  const sample = readSample(path, file);
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw new Failure('readOnly', { file }, String(error));
  }
  if (sample.subarray(0, SQLITE_HEADER.length).toString('latin1') === SQLITE_HEADER) return 'sqlite';
  return sample.length === SAMPLE_BYTES && measureEntropy(sample) > CIPHER_ENTROPY ? 'encrypted' : 'other';
}

function readSample(path: string, file: string): Buffer {
  try {
    if (!statSync(path).isFile()) throw new Failure('notALibrary', { file });
    const handle = openSync(path, 'r');
    try {
      const sample = Buffer.alloc(SAMPLE_BYTES);
      return sample.subarray(0, readSync(handle, sample, 0, SAMPLE_BYTES, 0));
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure('unreadable', { file }, String(error));
  }
}

/** Shannon entropy in bits per byte. */
function measureEntropy(bytes: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const byte of bytes) counts[byte]!++;
  let entropy = 0;
  for (const count of counts) {
    if (count > 0) entropy -= (count / bytes.length) * Math.log2(count / bytes.length);
  }
  return entropy;
}
