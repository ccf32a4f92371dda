/** Latin ligatures of the presentation forms block (U+FB00–FB06) and what they stand for. */
const LIGATURES: Record<string, string> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

/** Bullets of the symbol fonts of word processors, which reach us as private-use characters. */
const SYMBOL_BULLETS = /[\uF0A7\uF0B7\uF06C\uF076\uF0D8\uF0FC]/g;

/** Controls, byte-order marks, zero-width spaces, direction marks and non-characters: invisible, so no quote may depend on them. */
const INVISIBLE =
  /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]/gu;

/** Every character that is a kind of space, tabs, line ends and the separators U+2028 and U+2029 included. */
const BLANKS = /[\s\u0085\u2028\u2029]+/g;

/** A soft hyphen between digits or beside a space was painted as a real one by the program that wrote the file. */
const PAINTED_SOFT_HYPHEN = /(?<=[\d\s])\u00AD(?=[\d\s])/g;

/** What a text looks like when nothing in it can need cleaning: the common case, tested first because it is cheap. */
const PLAIN = /^[\x21-\x7E¡-¬®-ɏ\u2010-\u2027]+(?: [\x21-\x7E¡-¬®-ɏ\u2010-\u2027]+)*$/;

/**
 * Cleans one stretch of text for storing and matching: NFC, ligatures spelled out, soft hyphens and invisible characters dropped,
 * every run of blanks one space (also at the ends, which are kept). Lone surrogates become U+FFFD.
 */
export function cleanCharacters(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/[\u200B\u2060\uFEFF]/g, '')
    .replace(BLANKS, ' ')
    .replace(/[\uFB00-\uFB06]/g, ligature => LIGATURES[ligature]!)
    .replace(SYMBOL_BULLETS, '•')
    .replace(PAINTED_SOFT_HYPHEN, '-')
    .replace(/\u00AD/g, '')
    .replace(INVISIBLE, '')
    .replace(/ {2,}/g, ' ')
    .normalize('NFC');
}
