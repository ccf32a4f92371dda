import { z } from 'zod';
import type { Marking } from './common.ts';

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

/** The level that a marking names, or null when it is unmarked or the scheme does not have it. */
export function findLevel(schemes: readonly MarkingScheme[], marking: Marking): MarkingLevel | null {
  if (!marking) return null;
  const scheme = schemes.find(candidate => candidate.id === marking.scheme);
  return scheme?.levels.find(level => level.id === marking.level) ?? null;
}

/** The highest of several markings of one scheme; the first of them where none outranks another. */
export function highestMarking(schemes: readonly MarkingScheme[], markings: readonly Marking[]): Marking {
  let best: Marking = null;
  for (const marking of markings) {
    const level = findLevel(schemes, marking);
    const current = findLevel(schemes, best);
    if (level && (!current || level.rank > current.rank)) best = marking;
  }
  return best;
}

/** Whether `a` outranks `b` (an unmarked text outranks nothing). */
export function outranks(schemes: readonly MarkingScheme[], a: Marking, b: Marking): boolean {
  const rankOf = (marking: Marking) => findLevel(schemes, marking)?.rank ?? -1;
  return rankOf(a) > rankOf(b);
}
