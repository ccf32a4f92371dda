import { z } from 'zod';

export { findLevel, highestLevels, outranks } from './compare-markings.ts';

/** One level of a marking scheme, with its words in both languages and what it demands on the page. */
export const markingLevelSchema = z.object({
  id: z.string(),
  label: z.object({ es: z.string(), en: z.string() }),
  abbreviation: z.string(),
  /** Higher outranks lower; two levels of equal rank do not outrank each other. */
  rank: z.number().int().min(0),
  /** Banner colour, CSS hex «#aa0000». */
  color: z.string(),
  requires: z.array(z.enum(['registrationNumber', 'copyNumber', 'declassifyOn', 'pageOfPages'])),
});

/** A ministry's marking scheme, kept as data in `resources/markings`. */
export const markingSchemeSchema = z.object({
  id: z.string(),
  name: z.object({ es: z.string(), en: z.string() }),
  levels: z.array(markingLevelSchema),
});

/** See {@link markingLevelSchema}. */
export type MarkingLevel = z.infer<typeof markingLevelSchema>;
/** See {@link markingSchemeSchema}. */
export type MarkingScheme = z.infer<typeof markingSchemeSchema>;
