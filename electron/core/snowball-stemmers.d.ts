declare module 'snowball-stemmers' {
  /** A stemmer of one language. */
  interface Stemmer {
    stem(word: string): string;
  }
  /** Makes a stemmer; `language` is the algorithm's English name («spanish»). */
  export function newStemmer(language: string): Stemmer;
}
