import type { HexColor } from '../../../../shared/document/content.ts';
import type { Banner } from '../../../../shared/document/content-document.ts';
import type { Language, Marking } from '../../../../shared/model/common.ts';
import {
  findLevel,
  highestLevels,
  type MarkingLevel,
  type MarkingScheme,
} from '../../../../shared/model/marking.ts';
import type { DossierSnapshot } from '../../dossier/snapshot.ts';

/** A field that a marking demands. */
export type Requirement = MarkingLevel['requires'][number];

/** A level that no scheme knows is never left out: its own name is printed, in this colour. */
const UNKNOWN_COLOR: HexColor = '#8a1c12';

/** The portion marking of a level as printed before a paragraph: «(R)». */
export function portionLabel(schemes: readonly MarkingScheme[], marking: Marking): string | null {
  return marking && `(${findLevel(schemes, marking)?.abbreviation ?? marking.level.toUpperCase()})`;
}

/** The words of a marking in capitals, as a banner or beside a part's title. */
export function markingWords(
  schemes: readonly MarkingScheme[],
  marking: Marking,
  language: Language,
): string | null {
  const label = findLevel(schemes, marking)?.label[language] ?? marking?.level;
  return label?.toLocaleUpperCase(language) ?? null;
}

/**
 * A paragraph's level id as a marking: levels belong to the dossier's scheme, or to the first that has such a level; one that no scheme
 * has stays with the dossier's.
 */
export function paragraphMarking(snapshot: DossierSnapshot, level: unknown): Marking {
  if (typeof level !== 'string' || !level) return null;
  const own = snapshot.dossier.marking?.scheme;
  const schemes = snapshot.markingSchemes;
  const scheme =
    schemes.find(each => each.id === own && each.levels.some(one => one.id === level)) ??
    schemes.find(each => each.levels.some(one => one.id === level));
  return { scheme: scheme?.id ?? own ?? '', level };
}

/**
 * The page banner: the highest marking in the dossier. Levels of equal rank do not outrank each other, and schemes have no common
 * ladder: there each of the highest is named, those of the dossier's own scheme first.
 */
export function resolveBanner(
  snapshot: DossierSnapshot,
  markings: Marking[],
  language: Language,
): Banner | null {
  const own = snapshot.dossier.marking?.scheme ?? '';
  const all = [snapshot.dossier.marking, ...markings].filter(marking => marking !== null);
  const byScheme = Map.groupBy(all, marking => marking.scheme);
  const order = [...byScheme.keys()].sort(
    (a, b) => Number(b === own) - Number(a === own) || (a < b ? -1 : 1),
  );
  const banners = order.flatMap(scheme =>
    nameHighest(snapshot.markingSchemes, byScheme.get(scheme)!, language),
  );
  const [first] = banners;
  if (!first) return null;
  return { text: [...new Set(banners.map(banner => banner.text))].join(' · '), color: first.color };
}

/** The banner of a single marking; null for what bears none. */
export function nameBanner(
  schemes: readonly MarkingScheme[],
  marking: Marking,
  language: Language,
): Banner | null {
  return marking && (nameHighest(schemes, [marking], language)[0] ?? null);
}

/** What the highest levels of the dossier demand on its cover, in the order of the schemes' own lists. */
export function listRequirements(snapshot: DossierSnapshot, markings: Marking[]): Set<Requirement> {
  const all = [snapshot.dossier.marking, ...markings].filter(marking => marking !== null);
  const byScheme = Map.groupBy(all, marking => marking.scheme);
  const levels = [...byScheme.values()].flatMap(each => highestLevels(snapshot.markingSchemes, each));
  return new Set(levels.flatMap(level => level.requires));
}

/** The highest levels of one scheme, and every level that the scheme does not know. */
function nameHighest(schemes: readonly MarkingScheme[], markings: Marking[], language: Language): Banner[] {
  const known = highestLevels(schemes, markings).map(level => ({
    text: level.label[language].toLocaleUpperCase(language),
    color: level.color as HexColor,
  }));
  const unknown = markings.filter(marking => marking && !findLevel(schemes, marking));
  return [
    ...known,
    ...unknown.map(marking => ({ text: marking!.level.toUpperCase(), color: UNKNOWN_COLOR })),
  ];
}
