import { z } from 'zod';
import { idSchema } from './common.ts';

/** A picture of the library, upright as it is seen; `profileDropped`: its colour profile could not be read. */
export const imageSchema = z.object({
  id: idSchema,
  fileName: z.string(),
  mediaType: z.enum(['image/jpeg', 'image/png']),
  pixelWidth: z.number().int(),
  pixelHeight: z.number().int(),
  profileDropped: z.boolean(),
});

/** See {@link imageSchema}. */
export type Image = z.infer<typeof imageSchema>;
