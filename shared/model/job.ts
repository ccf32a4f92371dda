import { z } from 'zod';
import { callErrorSchema } from '../contract/result.ts';
import { idSchema } from './common.ts';

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

/** What a job leaves when it ends well, by its kind. */
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
    fileName: z.string(),
    /** Token of the written file, so that the window can ask the shell to show it. */
    file: z.string(),
    pageCount: z.number().int(),
    byteLength: z.number().int(),
    sha256: z.string(),
    quotes: z.object({ exact: z.number(), moved: z.number(), changed: z.number() }),
    missingGlyphs: z.array(z.string()),
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
  /** Steps done and to do (files, pages); `total` is 0 while unknown. */
  progress: z.object({ done: z.number(), total: z.number(), label: z.string() }),
  result: jobResultSchema.nullable(),
  error: callErrorSchema.nullable(),
});

/** See {@link jobSchema}. */
export type Job = z.infer<typeof jobSchema>;
