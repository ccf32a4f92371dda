import { z } from 'zod';
import { bytesSchema, fileTokenSchema, idSchema } from '../model/common.ts';
import { sourceMetadataSchema, sourceSchema } from '../model/source.ts';
import { defineCall } from './define-call.ts';

const ids = z.object({ ids: z.array(idSchema).min(1).max(10000) });
const nothing = z.object({});
const jobStarted = z.object({ jobId: idSchema });

const pageSchema = z.object({
  index: z.number().int(),
  label: z.string().nullable(),
  text: z.string(),
  layout: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('fixed'),
      width: z.number(),
      height: z.number(),
      runs: z.array(
        z.object({
          start: z.number().int(),
          end: z.number().int(),
          x: z.number(),
          y: z.number(),
          width: z.number(),
          height: z.number(),
        }),
      ),
    }),
    z.object({
      kind: z.literal('flow'),
      blocks: z.array(
        z.object({
          kind: z.enum(['heading', 'paragraph', 'listItem', 'quote', 'tableRow', 'preformatted']),
          level: z.number().int(),
          start: z.number().int(),
          end: z.number().int(),
        }),
      ),
    }),
  ]),
});

/** Calls on sources. */
export const sourceCalls = {
  /** Job `import`: one file's failure does not stop the rest. */
  'sources.import': defineCall(z.object({ files: z.array(fileTokenSchema).min(1).max(5000) }), jobStarted),
  /** Job `replace`: a newer version of the same document; its excerpts are verified against the new text. */
  'sources.replace': defineCall(z.object({ id: idSchema, file: fileTokenSchema }), jobStarted),
  'sources.list': defineCall(
    z.object({
      order: z.enum(['added', 'title', 'issued']).default('added'),
      tag: z.string().optional(),
      after: z.string().nullable().default(null),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    z.object({ items: z.array(sourceSchema), next: z.string().nullable() }),
  ),
  'sources.get': defineCall(z.object({ id: idSchema }), sourceSchema),
  'sources.update': defineCall(
    z.object({ id: idSchema, changes: sourceMetadataSchema.partial() }),
    sourceSchema,
  ),
  'sources.trash': defineCall(ids, nothing),
  'sources.restore': defineCall(ids, nothing),
  /** Pages with text and layout, from a 0-based index. */
  'sources.pages': defineCall(
    z.object({ id: idSchema, from: z.number().int().min(0), count: z.number().int().min(1).max(200) }),
    z.object({ pages: z.array(pageSchema) }),
  ),
  /** The original file. */
  'sources.file': defineCall(
    z.object({ id: idSchema }),
    z.object({ bytes: bytesSchema, mediaType: z.string(), fileName: z.string() }),
  ),
};
