/** The words of one document and how often each occurs whole, in lower case: the evidence for joining or keeping a hyphen. */
export type Vocabulary = Map<string, number>;

const WORDS = /[\p{L}\p{M}]+(?:[-‐‑][\p{L}\p{M}]+)*/gu;

/** A letter and a hyphen: at most three UTF-16 units. */
const BROKEN_END = /\p{L}[-‐‑\u00AD]$/u;
const HYPHEN = /[-‐‑]/;

/**
 * Counts the words of `lines` into `vocabulary` (compounds whole and by their parts). The halves of a word that is broken at a
 * line end are left out, because they prove nothing.
 */
export function collectWords(vocabulary: Vocabulary, lines: Iterable<string>): void {
  let broken = false;
  for (const line of lines) {
    const words = line.toLowerCase().match(WORDS) ?? [];
    const endsBroken = BROKEN_END.test(line.trimEnd().slice(-3));
    const last = endsBroken ? words.length - 1 : words.length;
    for (let i = broken ? 1 : 0; i < last; i++) countWord(vocabulary, words[i]!);
    broken = endsBroken;
  }
}

function countWord(vocabulary: Vocabulary, word: string): void {
  vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
  if (!HYPHEN.test(word)) return;
  const compound = word.replace(/[‐‑]/g, '-');
  if (compound !== word) vocabulary.set(compound, (vocabulary.get(compound) ?? 0) + 1);
  for (const part of compound.split('-')) vocabulary.set(part, (vocabulary.get(part) ?? 0) + 1);
}
