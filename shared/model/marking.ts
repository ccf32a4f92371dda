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

/** The highest levels of several markings of one scheme, in its order: several where none outranks the other. */
export function highestLevels(
  schemes: readonly MarkingScheme[],
  markings: readonly Marking[],
): MarkingLevel[] {
  const found = markings.map(marking => findLevel(schemes, marking)).filter(level => level !== null);
  const highest = Math.max(...found.map(level => level.rank));
  const levels = schemes.flatMap(scheme => scheme.levels);
  return levels.filter(level => level.rank === highest && found.includes(level));
}

/** Whether `a` outranks `b` (an unmarked text outranks nothing). */
export function outranks(schemes: readonly MarkingScheme[], a: Marking, b: Marking): boolean {
  const rankOf = (marking: Marking) => findLevel(schemes, marking)?.rank ?? -1;
  return rankOf(a) > rankOf(b);
}
