import type { Banner, HexColor } from '../../../../shared/document/content.ts';
import type { Language, Marking } from '../../../../shared/model/common.ts';
import {
  findLevel,
  highestMarking,
  type MarkingLevel,
  type MarkingScheme,
} from '../../../../shared/model/marking.ts';
import type { DossierSnapshot } from '../../dossier/snapshot.ts';

/** The portion marking of a level as printed before a paragraph: «(R)». */
export function portionLabel(schemes: readonly MarkingScheme[], marking: Marking): string | null {
  const level = findLevel(schemes, marking);
  return level ? `(${level.abbreviation})` : null;
}

/** The words of a marking in capitals, as a banner or beside a part's title. */
export function markingWords(
  schemes: readonly MarkingScheme[],
  marking: Marking,
  language: Language,
): string | null {
  const level = findLevel(schemes, marking);
  return level ? level.label[language].toLocaleUpperCase(language) : null;
}

/** A paragraph's level id as a marking: levels belong to the dossier's scheme, or to the first that has such a level. */
export function paragraphMarking(snapshot: DossierSnapshot, level: unknown): Marking {
  if (typeof level !== 'string' || !level) return null;
  const own = snapshot.dossier.marking?.scheme;
  const schemes = snapshot.markingSchemes;
  const scheme =
    schemes.find(each => each.id === own && each.levels.some(one => one.id === level)) ??
    schemes.find(each => each.levels.some(one => one.id === level));
  return scheme ? { scheme: scheme.id, level } : null;
}

/**
 * The page banner: the highest marking in the dossier. Schemes have no common ladder, so where markings of several
 * meet, the highest of each is named, the dossier's own first.
 */
export function resolveBanner(
  snapshot: DossierSnapshot,
  markings: Marking[],
  language: Language,
): Banner | null {
  const schemes = snapshot.markingSchemes;
  const own = snapshot.dossier.marking?.scheme ?? '';
  const all = [snapshot.dossier.marking, ...markings].filter(marking => marking !== null);
  const byScheme = Map.groupBy(all, marking => marking.scheme);
  const order = [...byScheme.keys()].sort(
    (a, b) => Number(b === own) - Number(a === own) || (a < b ? -1 : 1),
  );
  const levels = order
    .map(scheme => findLevel(schemes, highestMarking(schemes, byScheme.get(scheme)!)))
    .filter((level): level is MarkingLevel => level !== null);
  const [first] = levels;
  if (!first) return null;
  return {
    text: levels.map(level => level.label[language].toLocaleUpperCase(language)).join(' · '),
    color: first.color as HexColor,
  };
}
