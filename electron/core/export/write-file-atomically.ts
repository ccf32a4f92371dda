import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../library/place-file.ts';

/**
 * Writes a file so that a failure leaves the old one in place: temporary file in the same folder, fsync, rename. The
 * temporary file is removed when anything fails; the error is thrown on.
 */
export async function writeFileAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = await writeTemporary(dirname(path), bytes);
  try {
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/** Writes bytes to a hidden file of a folder, safe on the disk, and gives its path; a failure removes it and is thrown on. */
export async function writeTemporary(folder: string, bytes: Uint8Array): Promise<string> {
  const temporary = join(folder, `.${randomBytes(8).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    return temporary;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
