import type { ContentPart } from '../../../shared/document/content-document.ts';
import type { Notice } from '../../../shared/model/output.ts';

/** Parts in which each character stands that no font has. */
export type MissingPlaces = Map<string, Set<string>>;

/** So many characters are named, and so many parts for each. */
const MOST_CHARACTERS = 40;
const MOST_PARTS = 3;

/** Remembers where characters stand that no font has. */
export function noteMissing(
  places: MissingPlaces,
  characters: readonly string[],
  parts: ContentPart[],
): void {
  for (const character of characters) {
    const titles = places.get(character) ?? new Set();
    for (const { title } of parts) titles.add(title);
    places.set(character, titles);
  }
}

/** What is said of characters that no font has: «中 (U+4E2D: Biografías, Comercio), …»; nothing where there are none. */
export function missingNotice(missing: readonly string[], places: MissingPlaces): Notice[] {
  if (!missing.length) return [];
  const named = missing.slice(0, MOST_CHARACTERS).map(character => {
    const titles = [...(places.get(character) ?? [])].filter(Boolean);
    const where = [...titles.slice(0, MOST_PARTS), ...(titles.length > MOST_PARTS ? ['…'] : [])].join(', ');
    return `${character} (${codePoint(character)}${where ? `: ${where}` : ''})`;
  });
  if (missing.length > MOST_CHARACTERS) named.push('…');
  return [{ code: 'missingGlyphs', details: { characters: named.join(', ') } }];
}

function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
