const SPANISH = new Set(
  'de la que el en y los del se las por un para con no una su al es lo como más o pero sus le ha este sí porque esta entre cuando muy sin sobre también hasta hay donde desde'.split(
    ' ',
  ),
);
const ENGLISH = new Set(
  'the of and to in that is was for it with as his on be at by had are this but not from or have an they which one you were their all there would been has when who will more if'.split(
    ' ',
  ),
);

/** How much text is enough to judge by, in UTF-16 units. */
const SAMPLE = 60_000;

/** Detects Spanish or English by their commonest words; null when too few of either occur or neither prevails. */
export function detectLanguage(texts: readonly string[]): 'es' | 'en' | null {
  let sample = '';
  for (const text of texts) {
    sample += `${text}\n`;
    if (sample.length > SAMPLE) break;
  }
  const words =
    sample
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  let spanish = 0;
  let english = 0;
  for (const word of words) {
    if (SPANISH.has(word)) spanish++;
    else if (ENGLISH.has(word)) english++;
  }
  const least = Math.max(2, words.length * 0.08);
  if (Math.max(spanish, english) < least) return null;
  if (spanish > 1.5 * english) return 'es';
  return english > 1.5 * spanish ? 'en' : null;
}

/** Reads a declared language tag (BCP 47: «es-PE», «en_GB») or name; null for other languages. */
export function parseLanguage(tag: string): 'es' | 'en' | null {
  if (/^(?:es|spa)\b|^es[-_]|^spanish|^español/i.test(tag.trim())) return 'es';
  return /^(?:en|eng)\b|^en[-_]|^english|^inglés/i.test(tag.trim()) ? 'en' : null;
}
