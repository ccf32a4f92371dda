import type { Db } from './library.ts';
import { all, first, run } from './statement.ts';

/** An original file on its way into the library. */
export interface NewFile {
  id: string;
  sha256: string;
  bytes: Uint8Array;
  addedAt: string;
}

/** Stores an original once, however often it comes; gives the id under which it is kept. */
export function insertFile(db: Db, file: NewFile): string {
  const known = first<{ id: string }>(db, 'SELECT id FROM file WHERE sha256 = ?', file.sha256);
  if (known) return known.id;
  run(
    db,
    'INSERT INTO file (id, sha256, size, added_at, bytes) VALUES (?, ?, ?, ?, ?)',
    file.id,
    file.sha256,
    file.bytes.byteLength,
    file.addedAt,
    file.bytes,
  );
  return file.id;
}

/** Removes originals that no source and no picture has any more; gives how many. */
export function removeUnusedFiles(db: Db): number {
  return run(
    db,
    `DELETE FROM file WHERE id NOT IN (SELECT file_id FROM source) AND id NOT IN (SELECT file_id FROM source_version)
     AND id NOT IN (SELECT file_id FROM image)`,
  );
}

/** Ids and hashes of every original, for verification. */
export function listFiles(db: Db): { id: string; sha256: string }[] {
  return all(db, 'SELECT id, sha256 FROM file ORDER BY id');
}

/** The bytes of one original. */
export function readFileBytes(db: Db, id: string): Uint8Array | undefined {
  return first<{ bytes: Uint8Array }>(db, 'SELECT bytes FROM file WHERE id = ?', id)?.bytes;
}
