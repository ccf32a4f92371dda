import { newStemmer } from 'snowball-stemmers';
import type { Language } from '../../../shared/model/common.ts';
import { foldText } from './columns.ts';

/** A word of a text as the index cuts it: runs of letters, digits and their marks. */
const WORD = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;

/** Forgotten whole when it is this large, some 30 MB. */
const MAX_REMEMBERED = 200_000;

/** A word and where it stands in the text, UTF-16 offsets. */
export interface Word {
  text: string;
  start: number;
  end: number;
}

/** Cuts a text into words one at a time, so that a reader may stop early. */
export function* cutWords(text: string): Generator<Word> {
  for (const match of text.matchAll(WORD)) {
    yield { text: match[0], start: match.index, end: match.index + match[0].length };
  }
}

function remember(compute: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return word => {
    let result = known.get(word);
    if (result === undefined) {
      if (known.size >= MAX_REMEMBERED) known.clear();
      result = compute(word);
      known.set(word, result);
    }
    return result;
  };
}

/** A word in lower case without accents, as the index compares it. */
export const foldWord: (word: string) => string = remember(foldText);

const stemmers = { es: newStemmer('spanish'), en: newStemmer('english') };

/** A word's stem by language, folded like the index: «acuerdos» → «acuerd». */
export const stemWord: Record<Language, (word: string) => string> = {
  es: remember(word => foldText(stemSpanish(word.toLowerCase()))),
  en: remember(word => foldText(stemmers.en.stem(word.toLowerCase()))),
};

/**
 * Snowball's Spanish stemmer, with two of its gaps closed: «declaracion» without its accent, and plurals of words that look like
 * infinitives («cancilleres» has the stem «canciller», but «canciller» the stem «cancill»).
 */
function stemSpanish(word: string): string {
  const accented = word.replace(/(?<=[^aeiou])ion$/, 'ión');
  const stem = stemmers.es.stem(accented);
  return `${stem}es` === accented ? stemmers.es.stem(stem) : stem;
}

/** The stems of a text in its language (Spanish where none is known), blank between them. */
export function stemText(text: string, language: Language | null): string {
  const stem = stemWord[language ?? 'es'];
  return (text.match(WORD) ?? []).map(stem).join(' ');
}
