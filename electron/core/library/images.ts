import { Failure } from '../../../shared/contract/result.ts';
import type { Image } from '../../../shared/model/image.ts';
import type { Db } from './library.ts';
import { first, run } from './statement.ts';

interface ImageRow {
  id: string;
  file_name: string;
  media_type: Image['mediaType'];
  pixel_width: number;
  pixel_height: number;
  profile_dropped: number;
}

/** A picture on its way into the library: its original stored already, and its printed rendition. */
export interface NewImage extends Image {
  fileId: string;
  print: Uint8Array;
  addedAt: string;
}

const FACTS = 'id, file_name, media_type, pixel_width, pixel_height, profile_dropped';

function toImage(row: ImageRow): Image {
  return {
    id: row.id,
    fileName: row.file_name,
    mediaType: row.media_type,
    pixelWidth: row.pixel_width,
    pixelHeight: row.pixel_height,
    profileDropped: row.profile_dropped === 1,
  };
}

/** Adds a picture whose original is in the library's files; throws where that original is a picture already. */
export function insertImage(db: Db, image: NewImage): void {
  run(
    db,
    `INSERT INTO image (${FACTS}, file_id, print, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    image.id,
    image.fileName,
    image.mediaType,
    image.pixelWidth,
    image.pixelHeight,
    image.profileDropped ? 1 : 0,
    image.fileId,
    image.print,
    image.addedAt,
  );
}

/** A picture by its id; throws `notFound`. */
export function getImage(db: Db, id: string): Image {
  const image = findImage(db, id);
  if (!image) throw new Failure('notFound', { noun: 'image' });
  return image;
}

/** A picture by its id, if there is one. */
export function findImage(db: Db, id: string): Image | undefined {
  const row = first<ImageRow>(db, `SELECT ${FACTS} FROM image WHERE id = ?`, id);
  return row && toImage(row);
}

/** The picture made of an original with this SHA-256, if there is one. */
export function findImageByHash(db: Db, sha256: string): Image | undefined {
  const row = first<ImageRow>(
    db,
    `SELECT ${FACTS} FROM image WHERE file_id = (SELECT id FROM file WHERE sha256 = ?)`,
    sha256,
  );
  return row && toImage(row);
}

/** The bytes of a picture as it is printed. */
export function readPrint(db: Db, id: string): Uint8Array<ArrayBuffer> | undefined {
  return first<{ print: Uint8Array<ArrayBuffer> }>(db, 'SELECT print FROM image WHERE id = ?', id)?.print;
}

/**
 * Removes pictures that no part shows any more, also none in the trash; those added within a day stay, since the text that
 * shows them may not be saved yet. Gives how many.
 */
export function removeUnusedImages(db: Db, now: string): number {
  const dayBefore = new Date(Date.parse(now) - 86_400_000).toISOString();
  return run(
    db,
    'DELETE FROM image WHERE added_at < ? AND id NOT IN (SELECT image_id FROM section_image)',
    dayBefore,
  );
}
