import { z } from 'zod';
import { idSchema, languageSchema } from '../model/common.ts';
import { defineCall } from './define-call.ts';

/** One thing found. `place` is where it stands in its source; `snippet` marks the words that were found. */
export const searchHitSchema = z.object({
  kind: z.enum(['source', 'page', 'excerpt', 'section']),
  id: idSchema,
  sourceId: idSchema.nullable(),
  dossierId: idSchema.nullable(),
  title: z.string(),
  place: z
    .object({ page: z.number().int(), label: z.string().nullable(), offset: z.number().int() })
    .nullable(),
  snippet: z.array(z.object({ text: z.string(), hit: z.boolean() })),
});

/** See {@link searchHitSchema}. */
export type SearchHit = z.infer<typeof searchHitSchema>;

/** Search over everything in the library. */
export const searchCalls = {
  /** Words (with their inflections), "phrases", prefix*, -exclusion; as you type. `next` pages on. */
  'search.query': defineCall(
    z.object({
      text: z.string().max(1000),
      kinds: z.array(z.enum(['source', 'page', 'excerpt', 'section'])).optional(),
      tags: z.array(z.string()).optional(),
      language: languageSchema.optional(),
      sourceId: idSchema.optional(),
      /** Years of the source, inclusive. */
      fromYear: z.number().int().optional(),
      toYear: z.number().int().optional(),
      after: z.string().nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    z.object({ hits: z.array(searchHitSchema), next: z.string().nullable() }),
  ),
};
