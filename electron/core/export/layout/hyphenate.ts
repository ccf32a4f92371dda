/// <reference path="../../../../shared/document/hyphen.d.ts" />
import english from 'hyphen/en/index.js';
import spanish from 'hyphen/es/index.js';

/** Letters that must stay before a break, and after it. */
const MIN_BEFORE = 2;
const MIN_AFTER = 3;
const MIN_LETTERS = 5;
const MAX_CACHED_WORDS = 100_000;

type Hyphenator = (word: string, options: { hyphenChar: string; minWordLength: number }) => string;

const hyphenators: Record<string, Hyphenator> = {
  es: spanish.hyphenateSync,
  en: english.hyphenateSync,
};

const caches = new Map<string, Map<string, readonly number[]>>();
const NONE: readonly number[] = [];

/**
 * UTF-16 offsets at which a word may be divided with a hyphen, ascending. Only Spanish and English are divided;
 * acronyms (all capitals) never are, as the Ortografía de la RAE asks.
 */
export function hyphenPositions(word: string, language: string): readonly number[] {
  const base = language.slice(0, 2).toLowerCase();
  const hyphenator = hyphenators[base];
  if (!hyphenator || word.length < MIN_LETTERS) return NONE;
  let cache = caches.get(base);
  if (!cache) {
    cache = new Map();
    caches.set(base, cache);
  }
  let positions = cache.get(word);
  if (positions === undefined) {
    if (cache.size >= MAX_CACHED_WORDS) cache.clear();
    positions = findPositions(word, hyphenator, cache);
    cache.set(word, positions);
  }
  return positions;
}

/** A word without its signs is looked up on its own, since most come with several. */
function findPositions(
  word: string,
  hyphenator: Hyphenator,
  cache: Map<string, readonly number[]>,
): readonly number[] {
  const positions: number[] = [];
  for (const { 0: letters, index } of word.matchAll(/\p{L}{5,}/gu)) {
    if (letters === letters.toUpperCase()) continue;
    const known = cache.get(letters) ?? divide(letters, hyphenator);
    if (letters !== word) cache.set(letters, known);
    for (const offset of known) positions.push(index + offset);
  }
  return positions.length ? positions : NONE;
}

function divide(letters: string, hyphenator: Hyphenator): readonly number[] {
  const positions: number[] = [];
  const divided = hyphenator(letters, { hyphenChar: '\u00ad', minWordLength: MIN_LETTERS });
  let offset = 0;
  for (const part of divided.split('\u00ad')) {
    offset += part.length;
    if (offset >= MIN_BEFORE && letters.length - offset >= MIN_AFTER) positions.push(offset);
  }
  return positions.length ? positions : NONE;
}
