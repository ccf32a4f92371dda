import { z } from 'zod';
import {
  edtfSchema,
  idSchema,
  languageSchema,
  markingSchema,
  nameSchema,
  timestampSchema,
} from './common.ts';
import { sourceTypes } from './source-types.ts';

export { sourceTypes } from './source-types.ts';

/** What an importer read; «text» covers TXT. */
export const sourceFormatSchema = z.enum(['pdf', 'docx', 'html', 'text', 'markdown']);

/** See {@link sourceFormatSchema}. */
export type SourceFormat = z.infer<typeof sourceFormatSchema>;

/** What a user may edit of a source; CSL's variables under their own names. */
export const sourceMetadataSchema = z.object({
  type: z.enum(sourceTypes),
  title: z.string().max(2000),
  authors: z.array(nameSchema).max(100),
  issued: edtfSchema,
  publisher: z.string().max(500),
  containerTitle: z.string().max(500),
  url: z.string().max(4000),
  language: languageSchema.nullable(),
  note: z.string().max(20000),
  marking: markingSchema,
  tags: z.array(z.string().min(1).max(100)).max(100),
});

/** See {@link sourceMetadataSchema}. */
export type SourceMetadata = z.infer<typeof sourceMetadataSchema>;

/** Something the importer noticed that the user should know («noText»: pages 3, 7). */
export const importWarningSchema = z.object({
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** A source as the library keeps it. */
export const sourceSchema = sourceMetadataSchema.extend({
  id: idSchema,
  format: sourceFormatSchema,
  mediaType: z.string(),
  /** The file's name when it was imported. */
  fileName: z.string(),
  fileSize: z.number().int(),
  /** SHA-256 of the original file, hexadecimal. */
  sha256: z.string().length(64),
  pageCount: z.number().int(),
  excerptCount: z.number().int(),
  warnings: z.array(importWarningSchema),
  addedAt: timestampSchema,
  updatedAt: timestampSchema,
  trashedAt: timestampSchema.nullable(),
});

/** See {@link sourceSchema}. */
export type Source = z.infer<typeof sourceSchema>;
