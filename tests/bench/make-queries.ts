import type { CallInput } from '../../shared/contract/contract.ts';
import { tags } from './fill-library.ts';
import { Prose, rareWord } from './spanish-prose.ts';

/** One kind of query and its instances, each asked once. */
export interface QueryKind {
  name: string;
  queries: CallInput<'search.query'>[];
}

const PER_KIND = 60;
/** Words that stand in a tenth of all excerpts and more. */
const common = ['gobierno', 'ministro', 'compromiso', 'presupuesto', 'legislatura', 'congreso'];

/** Queries of every kind made by rule from texts that the library holds, so that each finds something. */
export function makeQueries(texts: readonly string[]): QueryKind[] {
  const prose = new Prose(4711);
  const repeat = (make: (i: number) => CallInput<'search.query'>) =>
    Array.from({ length: PER_KIND }, (_, i) => make(i));
  const longWords = () =>
    prose
      .pick(texts)
      .split(/[^\p{L}]+/u)
      .filter(word => word.length > 5);
  const oneWord = () => prose.pick(longWords());
  return [
    { name: 'one word', queries: repeat(() => ({ text: oneWord() })) },
    { name: 'rare word', queries: repeat(() => ({ text: rareWord(prose.between(200, 15_000)) })) },
    { name: 'common word', queries: repeat(() => ({ text: prose.pick(common) })) },
    { name: 'three words', queries: repeat(() => ({ text: pickThree(prose, longWords()) })) },
    { name: 'phrase', queries: repeat(() => ({ text: `"${pickPhrase(prose, prose.pick(texts))}"` })) },
    { name: 'prefix as typed', queries: typeWords(Array.from({ length: 12 }, oneWord)) },
    { name: 'word + tag', queries: repeat(() => ({ text: oneWord(), tags: [prose.pick(tags)] })) },
    {
      name: 'common word + tag',
      queries: repeat(() => ({ text: prose.pick(common), tags: [prose.pick(tags)] })),
    },
  ];
}

/** Three words of one excerpt, so that something bears all of them. */
function pickThree(prose: Prose, words: string[]): string {
  return [prose.pick(words), prose.pick(words), prose.pick(words)].join(' ');
}

/** Three words in a row, as they stand. */
function pickPhrase(prose: Prose, text: string): string {
  const words = text.split(/\s+/);
  const start = prose.between(0, Math.max(0, words.length - 3));
  return words
    .slice(start, start + 3)
    .join(' ')
    .replaceAll('"', '');
}

/** Every state of the search field while words are typed, letter by letter. */
function typeWords(words: readonly string[]): CallInput<'search.query'>[] {
  return words.flatMap(word => Array.from(word, (_, i) => ({ text: word.slice(0, i + 1) })));
}
