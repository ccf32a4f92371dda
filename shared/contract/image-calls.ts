import { z } from 'zod';
import { bytesSchema, fileTokenSchema, idSchema } from '../model/common.ts';
import { imageSchema } from '../model/image.ts';
import { defineCall } from './define-call.ts';

/** Calls on the pictures of a library. */
export const imageCalls = {
  /** Reads a picture into the library, the same one once; `tooLarge`, `damaged`, `unsupported`, `notWhatItSays`. */
  'images.add': defineCall(z.object({ file: fileTokenSchema }), imageSchema),
  'images.get': defineCall(z.object({ id: idSchema }), imageSchema),
  /** The picture as it is printed, for the editor. */
  'images.bytes': defineCall(
    z.object({ id: idSchema }),
    z.object({ bytes: bytesSchema, mediaType: imageSchema.shape.mediaType }),
  ),
};
