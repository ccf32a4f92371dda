import type { Marking } from './common.ts';
import type { MarkingLevel, MarkingScheme } from './marking.ts';

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
