import { z } from 'zod';
import { callErrorSchema } from '../contract/result.ts';
import { idSchema } from './common.ts';
import { exportedFileSchema, outputFormats, outputKinds } from './output.ts';

/** What became of one file of an import. */
export const importOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('imported'),
    fileName: z.string(),
    sourceId: idSchema,
    warnings: z.number().int(),
  }),
  z.object({ kind: z.literal('duplicate'), fileName: z.string(), sourceId: idSchema }),
  z.object({ kind: z.literal('failed'), fileName: z.string(), error: callErrorSchema }),
]);

/** See {@link importOutcomeSchema}. */
export type ImportOutcome = z.infer<typeof importOutcomeSchema>;

const outputSchema = z.object({ kind: z.enum(outputKinds), format: z.enum(outputFormats) });

/** What a job leaves, by its kind; an export that was stopped leaves the files that were whole by then. */
export const jobResultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('import'), outcomes: z.array(importOutcomeSchema) }),
  z.object({
    kind: z.literal('replace'),
    sourceId: idSchema,
    exact: z.number(),
    moved: z.number(),
    changed: z.number(),
  }),
  z.object({
    kind: z.literal('export'),
    files: z.array(exportedFileSchema),
    /** Outputs that had nothing to print, so that no file was written. */
    empty: z.array(outputSchema),
    quotes: z.object({ exact: z.number(), moved: z.number(), changed: z.number() }),
  }),
  z.object({
    kind: z.literal('verify'),
    /** Empty when SQLite's integrity and foreign key checks and every file's hash are sound. */
    damage: z.array(z.string()),
    quotes: z.object({ exact: z.number(), moved: z.number(), changed: z.number() }),
    notExact: z.array(idSchema),
  }),
  z.object({
    kind: z.literal('backup'),
    fileName: z.string(),
    byteLength: z.number().int(),
    sha256: z.string(),
  }),
]);

/** See {@link jobResultSchema}. */
export type JobResult = z.infer<typeof jobResultSchema>;

/** Long work: started by a call, reported by events, ended once. */
export const jobSchema = z.object({
  id: idSchema,
  kind: z.enum(['import', 'replace', 'export', 'verify', 'backup']),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  /**
   * Steps done and to do (files, pages); `total` is 0 while unknown. An export counts the pages of one file, and says
   * with `output` which file it is: the `file`th (from 1) of `files`, the copy's number where it is a numbered one.
   */
  progress: z.object({
    done: z.number(),
    total: z.number(),
    label: z.string(),
    output: outputSchema
      .extend({ copy: z.number().int().nullable(), file: z.number().int(), files: z.number().int() })
      .optional(),
  }),
  result: jobResultSchema.nullable(),
  error: callErrorSchema.nullable(),
});

/** See {@link jobSchema}. */
export type Job = z.infer<typeof jobSchema>;
