import { z } from 'zod';
import { markingSchema } from '../../shared/model/common.ts';
import { disclosures, dossierDetailsSchema, partKinds } from '../../shared/model/dossier.ts';
import { sourceMetadataSchema } from '../../shared/model/source.ts';
import { blockSchema, noteSchema } from './dossier-blocks.ts';

/** One excerpt to be found verbatim in a document and kept. */
const excerptEntrySchema = z.object({
  key: z.string(),
  file: z.string(),
  exact: z.string().min(1),
  note: z.string().default(''),
  tags: z.array(z.string()).default([]),
  language: z.enum(['es', 'en']).nullable().default(null),
  translation: z.string().default(''),
  marking: markingSchema.default(null),
});

/** See {@link excerptEntrySchema}. */
export type ExcerptEntry = z.infer<typeof excerptEntrySchema>;

/**
 * A dossier written as a JSON file: its details, the excerpts it quotes (by the words themselves, with the file they
 * come from), and its parts as blocks ({@link blockSchema}). A part's `id` is for cross-references within the file.
 */
export const dossierFileSchema = z.object({
  template: z.string(),
  /** Citation styles belong to a library: a file uses the house style. */
  details: dossierDetailsSchema.extend({ citationStyleId: z.null().default(null) }),
  /** What documents that carry no metadata of their own (plain text) are; applied where the library has them. */
  documents: z.array(sourceMetadataSchema.partial().extend({ file: z.string() })).default([]),
  excerpts: z.array(excerptEntrySchema),
  parts: z.array(
    z.object({
      key: z.enum(partKinds),
      id: z.string().default(''),
      title: z.string().optional(),
      marking: markingSchema.default(null),
      /** How far the part may go; what is usual for its kind when left out. */
      disclosure: z.enum(disclosures).optional(),
      included: z.boolean().default(true),
      footnotes: z.record(z.string(), noteSchema).default({}),
      blocks: z.array(blockSchema),
    }),
  ),
});

/** See {@link dossierFileSchema}. */
export type DossierFile = z.infer<typeof dossierFileSchema>;
