import { z } from 'zod';
import { idSchema, timestampSchema } from './common.ts';

/** A citation style (CSL 1.0) that the user brought; `kind`: it cites in the text, or in notes. */
export const citationStyleSchema = z.object({
  id: idSchema,
  title: z.string(),
  kind: z.enum(['in-text', 'note']),
  addedAt: timestampSchema,
});

/** See {@link citationStyleSchema}. */
export type CitationStyle = z.infer<typeof citationStyleSchema>;
