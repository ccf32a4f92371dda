import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CoreHandlers } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/contract/result.ts';
import type { Image } from '../../../shared/model/image.ts';
import type { CoreContext } from '../core-context.ts';
import { asFailure, hashBytes, hashFile } from '../jobs/read-document.ts';
import { insertFile } from '../library/files.ts';
import { findImageByHash, getImage, insertImage, readPrint } from '../library/images.ts';
import { act } from '../library/journal.ts';
import { timestamp } from '../timestamp.ts';

type ImageHandlers = Pick<CoreHandlers, Extract<keyof CoreHandlers, `images.${string}`>>;

/** Handlers on the pictures of a library. */
export function createImageHandlers(context: CoreContext): ImageHandlers {
  const db = () => context.library.current().db;
  return {
    'images.add': ({ file }) => addImage(context, context.ports.files.resolve(file)),
    'images.get': ({ id }) => getImage(db(), id),
    'images.bytes': ({ id }) => {
      const { mediaType } = getImage(db(), id);
      const bytes = readPrint(db(), id);
      if (!bytes) throw new Failure('notFound', { noun: 'image' });
      return { bytes, mediaType };
    },
  };
}

/** Reads a picture where it can do no harm and stores it with its original; one that is there already comes back. */
async function addImage(context: CoreContext, path: string): Promise<Image> {
  const library = context.library.current();
  const fileName = basename(path);
  const sha256 = await hashFile(path, new AbortController().signal);
  const known = findImageByHash(library.db, sha256);
  if (known) return known;
  const { bytes: print, ...facts } = await context.parser.perform('picture', { path }).catch(error => {
    throw asFailure(error, fileName);
  });
  const bytes = await readFile(path);
  // What is stored must be what was read.
  if (hashBytes(bytes) !== sha256) throw new Failure('damaged', { file: fileName });
  if (context.library.current() !== library) throw new Failure('noLibrary');
  // Another call may have brought the same picture meanwhile.
  return (
    findImageByHash(library.db, sha256) ??
    storeImage(context, { ...facts, fileName }, { bytes, sha256, print })
  );
}

function storeImage(
  context: CoreContext,
  facts: Omit<Image, 'id'>,
  { bytes, sha256, print }: { bytes: Uint8Array; sha256: string; print: Uint8Array },
): Image {
  const { db } = context.library.current();
  const { newId } = context.ports;
  const id = newId();
  const addedAt = timestamp(context.ports);
  act(db, { name: 'images.add', targets: [id], at: addedAt }, () => {
    const fileId = insertFile(db, { id: newId(), sha256, bytes, addedAt });
    insertImage(db, { ...facts, id, fileId, print, addedAt });
  });
  return getImage(db, id);
}
