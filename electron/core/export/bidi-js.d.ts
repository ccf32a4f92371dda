declare module 'bidi-js' {
  /** Levels of a text, one for each UTF-16 unit. */
  interface EmbeddingLevels {
    levels: Uint8Array;
  }
  interface Bidi {
    getEmbeddingLevels(text: string, direction: 'ltr' | 'rtl'): EmbeddingLevels;
  }
  /** Makes the functions of the Unicode bidirectional algorithm (UAX #9). */
  export default function bidiFactory(): Bidi;
}
