import { type FileHandle, open } from 'node:fs/promises';
import { IngestError } from './ingest-error.ts';

/** The largest file that is read unless told otherwise: 250 MB of 2^20 bytes. */
export const MOST_BYTES = 250 * 2 ** 20;

/**
 * Reads a whole file after checking that it is a plain file of at most `mostBytes`. Throws IngestError 'unreadable' (`reason`: the
 * system's code), 'empty' or 'tooLarge' (`bytes`, `limitMb`).
 */
export async function readBounded(path: string, mostBytes = MOST_BYTES): Promise<Buffer> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(path, 'r');
    const stat = await handle.stat();
    if (!stat.isFile()) throw new IngestError('unreadable', { reason: 'notAFile' });
    if (stat.size > mostBytes)
      throw new IngestError('tooLarge', { bytes: stat.size, limitMb: mostBytes / 2 ** 20 });
    if (stat.size === 0) throw new IngestError('empty');
    return await readExactly(handle, stat.size);
  } catch (error) {
    if (error instanceof IngestError) throw error;
    throw new IngestError(
      'unreadable',
      { reason: (error as NodeJS.ErrnoException).code ?? 'unknown' },
      error,
    );
  } finally {
    await handle?.close();
  }
}

/** Reads no more than was measured, even when the file is growing meanwhile. */
async function readExactly(handle: FileHandle, size: number): Promise<Buffer> {
  const data = Buffer.allocUnsafe(size);
  let filled = 0;
  while (filled < size) {
    const { bytesRead } = await handle.read(data, filled, size - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return data.subarray(0, filled);
}
