import { z } from 'zod';
import { markingSchema } from '../../shared/model/common.ts';
import { dossierDetailsSchema, partKinds } from '../../shared/model/dossier.ts';
import { sourceMetadataSchema } from '../../shared/model/source.ts';

/**
 * A dossier written as a JSON file: its details, the excerpts it quotes (by the words themselves, with the file they
 * come from), and its parts as simple blocks. Text may hold `**bold**`, `*italic*` and `[^1]` footnotes.
 */
const quoteBlock = z.object({ type: z.literal('quote'), excerpt: z.string() });
const headingBlock = z.object({
  type: z.literal('heading'),
  level: z.number().int().min(1).max(3),
  text: z.string(),
});
const paragraphBlock = z.object({
  type: z.literal('paragraph'),
  text: z.string(),
});
const listBlock = z.object({ type: z.enum(['bullets', 'numbered']), items: z.array(z.string()).min(1) });
const tableBlock = z.object({
  type: z.literal('table'),
  caption: z.string().default(''),
  header: z.array(z.string()).min(1),
  rows: z.array(z.array(z.string())),
});

/** One block of a part. */
export const blockSchema = z.discriminatedUnion('type', [
  quoteBlock,
  headingBlock,
  paragraphBlock,
  listBlock,
  tableBlock,
]);

/** See {@link blockSchema}. */
export type Block = z.infer<typeof blockSchema>;

/** One excerpt to be found verbatim in a document and kept. */
export const excerptEntrySchema = z.object({
  key: z.string(),
  file: z.string(),
  exact: z.string().min(1),
  note: z.string().default(''),
  tags: z.array(z.string()).default([]),
  language: z.enum(['es', 'en']).nullable().default(null),
  marking: markingSchema.default(null),
});

/** See {@link excerptEntrySchema}. */
export type ExcerptEntry = z.infer<typeof excerptEntrySchema>;

/** The whole file. */
export const dossierFileSchema = z.object({
  template: z.string(),
  details: dossierDetailsSchema,
  /** What documents that carry no metadata of their own (plain text) are; applied where the library has them. */
  documents: z.array(sourceMetadataSchema.partial().extend({ file: z.string() })).default([]),
  excerpts: z.array(excerptEntrySchema),
  parts: z.array(
    z.object({
      key: z.enum(partKinds),
      title: z.string().optional(),
      marking: markingSchema.default(null),
      footnotes: z.record(z.string(), z.string()).default({}),
      blocks: z.array(blockSchema),
    }),
  ),
});

/** See {@link dossierFileSchema}. */
export type DossierFile = z.infer<typeof dossierFileSchema>;
