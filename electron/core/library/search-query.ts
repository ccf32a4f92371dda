import { cutWords, foldWord, stemWord } from './words.ts';

/** One thing asked for: the words in a row; `prefix` lets the last one go on; `phrase` takes the words as written, without inflection. */
export interface SearchTerm {
  words: string[];
  prefix: boolean;
  phrase: boolean;
}

/** A query as understood: every wanted term must be there, no excluded one may. */
export interface SearchTerms {
  wanted: SearchTerm[];
  excluded: SearchTerm[];
}

/** More terms than this are left out: nobody types them, and FTS5's parser has a bottom. */
const MAX_TERMS = 24;
const MAX_WORDS_IN_PHRASE = 40;
/** Shorter words have no inflection worth the name. */
const MIN_STEMMED = 3;
/** A single letter begins nearly every text: it is taken as a word. */
const MIN_PREFIX = 2;

/** Words that say nothing beside others; they count only in phrases or where nothing else is asked for. */
const EMPTY_WORDS = new Set(
  (
    'a al ante bajo como con contra de del desde e el ella en entre era es esta este esto fue ha hacia han hasta la las le les lo los ' +
    'mas me ni no nos o para pero por que se segun ser si sin sobre son su sus tambien u un una unas unos y ya ' +
    'an and are as at be been but by for from had has have he her his i in into is it its not of on or our she that the their there ' +
    'they this to was we were which will with would'
  ).split(' '),
);

const PIECE = /(-?)(?:["«“]([^"»”]*)["»”]?|(\S+))/gu;

/** Reads what a user typed: words, "phrases", prefix*, -exclusion; the last word is taken as still being typed. Never fails. */
export function parseQuery(text: string): SearchTerms {
  const terms: SearchTerms = { wanted: [], excluded: [] };
  const pieces = [...text.matchAll(PIECE)].slice(0, MAX_TERMS);
  for (const [i, [, minus, phrase, word = '']] of pieces.entries()) {
    const term = readTerm(phrase ?? word, phrase !== undefined);
    if (!term) continue;
    const typing = i === pieces.length - 1 && !minus && !/\s$/u.test(text);
    term.prefix =
      phrase === undefined && (typing || word.endsWith('*')) && term.words.at(-1)!.length >= MIN_PREFIX;
    (minus ? terms.excluded : terms.wanted).push(term);
  }
  const telling = terms.wanted.filter(term => !isEmpty(term));
  return telling.length > 0 ? { ...terms, wanted: telling } : terms;
}

function isEmpty(term: SearchTerm): boolean {
  const word = term.words[0]!;
  return (
    term.words.length === 1 &&
    !term.phrase &&
    (word.length < MIN_PREFIX ? !/\p{N}/u.test(word) : EMPTY_WORDS.has(foldWord(word)))
  );
}

function readTerm(text: string, phrase: boolean): SearchTerm | null {
  const words = [...cutWords(text)].slice(0, MAX_WORDS_IN_PHRASE).map(word => word.text);
  return words.length === 0 ? null : { words, prefix: false, phrase: phrase || words.length > 1 };
}

/**
 * The FTS5 expression of a term: as written (so that accents left out do not matter), or by its stems. Every word is quoted, so that
 * none can be read as an operator.
 */
export function formatTerm(term: SearchTerm): string {
  const written = `{title body} : ${quote(term.words.join(' '))}${term.prefix ? ' *' : ''}`;
  const stems = listStems(term);
  if (stems.length === 0) return `(${written})`;
  return `(${written} OR {title_stems stems} : (${stems.map(quote).join(' OR ')}))`;
}

/** The stems a term may also be found by; none for phrases and for beginnings too short to mean a word. */
export function listStems(term: SearchTerm): string[] {
  const word = term.words[0];
  if (term.phrase || word === undefined || word.length < MIN_STEMMED) return [];
  return [...new Set([stemWord.es(word), stemWord.en(word)])].filter(stem => stem !== '');
}

/** Finds the places of wanted terms in a text that the index has found. */
export interface HitFinder {
  /** Ranges of the text, in order, at most `limit` of them. */
  find(text: string, limit: number): { start: number; end: number }[];
}

/** Makes the finder of a query's wanted terms; it agrees with the index on words, beginnings, phrases and stems. */
export function createHitFinder(wanted: readonly SearchTerm[]): HitFinder {
  const singles = wanted.filter(term => term.words.length === 1);
  const exact = new Set(singles.filter(term => !term.prefix).map(term => foldWord(term.words[0]!)));
  const beginnings = singles.filter(term => term.prefix).map(term => foldWord(term.words[0]!));
  const stems = new Set(singles.flatMap(listStems));
  const phrases = wanted
    .filter(term => term.words.length > 1)
    .map(term => ({ ...term, words: term.words.map(foldWord) }));
  const isHit = (word: string) => {
    const folded = foldWord(word);
    if (exact.has(folded) || beginnings.some(beginning => folded.startsWith(beginning))) return true;
    return stems.size > 0 && (stems.has(stemWord.es(word)) || stems.has(stemWord.en(word)));
  };
  return {
    find(text, limit) {
      const ranges = phrases.flatMap(phrase => findPhrase(text, phrase, limit));
      for (const word of singles.length > 0 ? cutWords(text) : []) {
        if (isHit(word.text)) ranges.push({ start: word.start, end: word.end });
        if (ranges.length >= limit + phrases.length * limit) break;
      }
      return mergeRanges(ranges).slice(0, limit);
    },
  };
}

function findPhrase(text: string, phrase: SearchTerm, limit: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const window: { folded: string; start: number; end: number }[] = [];
  for (const word of cutWords(text)) {
    window.push({ folded: foldWord(word.text), start: word.start, end: word.end });
    if (window.length > phrase.words.length) window.shift();
    if (window.length === phrase.words.length && window.every((seen, i) => agrees(seen.folded, phrase, i))) {
      found.push({ start: window[0]!.start, end: word.end });
      if (found.length >= limit) break;
    }
  }
  return found;
}

function agrees(folded: string, phrase: SearchTerm, i: number): boolean {
  const wanted = phrase.words[i]!;
  return phrase.prefix && i === phrase.words.length - 1 ? folded.startsWith(wanted) : folded === wanted;
}

function mergeRanges(ranges: { start: number; end: number }[]): { start: number; end: number }[] {
  const merged: { start: number; end: number }[] = [];
  for (const range of ranges.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const before = merged.at(-1);
    if (before && range.start < before.end) before.end = Math.max(before.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
