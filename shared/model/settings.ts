import { z } from 'zod';
import { languageSchema } from './common.ts';

/** What this person prefers, on this machine; kept beside the program, not in the library. */
export const settingsSchema = z.object({
  language: languageSchema,
  theme: z.enum(['system', 'light', 'dark']),
  /** Size of the window's text in per cent. */
  textScale: z.number().int().min(80).max(200),
});

/** See {@link settingsSchema}. */
export type Settings = z.infer<typeof settingsSchema>;
