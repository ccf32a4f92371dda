import { z } from 'zod';
import { fileTokenSchema } from '../model/common.ts';
import { jobSchema } from '../model/job.ts';

/** What a write changed, so that the window asks again only for that. */
export const nouns = [
  'library',
  'sources',
  'excerpts',
  'tags',
  'dossiers',
  'sections',
  'exports',
  'copies',
  'styles',
  'settings',
  'trash',
] as const;

/** What the core and the shell tell the window without being asked. */
export const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('job'), job: jobSchema }),
  z.object({ type: z.literal('changed'), nouns: z.array(z.enum(nouns)) }),
  /** The core process died (`lost`) or runs again (`restarted`; the library is closed and must be opened again). */
  z.object({ type: z.literal('core'), state: z.enum(['lost', 'restarted']) }),
  /** The system asked to open a library file (a double click in the file manager). */
  z.object({ type: z.literal('openFile'), file: fileTokenSchema, name: z.string() }),
  /** A command of the native menu, by its name in the command palette. */
  z.object({ type: z.literal('command'), command: z.string() }),
]);

/** See {@link eventSchema}. */
export type ValijaEvent = z.infer<typeof eventSchema>;
