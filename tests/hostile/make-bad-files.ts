import { execFileSync } from 'node:child_process';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeDocx, makePdf } from '../core/ingest/make-files.ts';

/** The limit above which a file is refused, and the size of one above it, bytes. */
export const HUGE_BYTES: number = 300 * 2 ** 20;

/** Writes a PDF that asks for a password before it opens. */
export async function writeEncryptedPdf(path: string): Promise<void> {
  const bytes = await makePdf(
    pdf => {
      pdf.addPage();
      pdf.text('Nota reservada');
    },
    { userPassword: 'secreta', ownerPassword: 'dueña', pdfVersion: '1.7' },
  );
  writeFileSync(path, bytes);
}

/** Writes a sound PDF of one page. */
export async function writePdf(path: string, words: string): Promise<void> {
  const bytes = await makePdf(pdf => {
    pdf.addPage();
    pdf.text(words);
  });
  writeFileSync(path, bytes);
}

/** Writes the first two thirds of a Word document. */
export async function writeTruncatedDocx(path: string): Promise<void> {
  const bytes = await makeDocx();
  writeFileSync(path, bytes.subarray(0, Math.floor((bytes.length * 2) / 3)));
}

/** Writes a sound Word document. */
export async function writeDocx(path: string): Promise<void> {
  writeFileSync(path, await makeDocx());
}

/** Writes a file of {@link HUGE_BYTES} that takes no room on the disk. */
export function writeSparse(path: string): void {
  writeFileSync(path, '%PDF-1.7\n');
  truncateSync(path, HUGE_BYTES);
}

/** A folder on a disk of its own of so many kilobytes; null where this user may not mount one. */
export function mountSmallDisk(folder: string, kilobytes: number): { unmount(): void } | null {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  return { unmount: () => void execFileSync('umount', [folder], { stdio: 'ignore' }) };
}

/** Mounts a folder's own content once more for reading only; null where this user may not. */
export function mountReadOnly(folder: string): { unmount(): void } | null {
  try {
    execFileSync('mount', ['--bind', folder, folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  try {
    execFileSync('mount', ['-o', 'remount,bind,ro', folder], { stdio: 'ignore' });
  } catch {
    execFileSync('umount', [folder], { stdio: 'ignore' });
    return null;
  }
  return { unmount: () => void execFileSync('umount', [folder], { stdio: 'ignore', cwd: dirname(folder) }) };
}

/** Whether this user may mount at all; tests that need it are counted as skipped where not. */
export const mayMount: boolean = (() => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('unshare', ['--mount', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
