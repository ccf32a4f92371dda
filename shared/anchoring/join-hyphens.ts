import type { Vocabulary } from './vocabulary.ts';

/** First members that keep their hyphen in English and Spanish compounds when nothing in the document says otherwise. */
const FIRST_MEMBERS = new Set(
  (
    'self non well high low long short mid cross all half full part large small large-scale decision policy ' +
    'afro anglo austro euro franco greco hispano ibero indo italo judeo luso sino socio teórico-práctico'
  ).split(' '),
);

/** Second members of English compounds: «rules-based», «decision-making». */
const SECOND_MEMBERS = new Set(
  (
    'based making level term led related oriented driven owned wide scale ranking border building keeping ' +
    'sized sector minded range free friendly called up down'
  ).split(' '),
);

/** Prefixes that are written with a hyphen before some words only: kept when what follows is a word of the document. */
const PREFIXES_BEFORE_WORDS = new Set(['ex', 'vice', 'post', 'pro', 'co', 'pre', 're', 'no']);

const ACCENTED = /[áéíóú]/g;
const ENCLITICS = /(?:mente|[mts]e|l[aeo]s?|nos)$/;

/**
 * Decides what a hyphen at a line or page end was: 'join' for a broken word («contri-/bución»), 'keep' for a compound
 * («político-/militar»). `before` and `after` are the letters on both sides of the hyphen, without it.
 */
export function decideHyphen(before: string, after: string, vocabulary?: Vocabulary): 'join' | 'keep' {
  if (!/\p{L}$/u.test(before) || !/^\p{Ll}/u.test(after)) {
    if (!isBrokenCapitals(before, after)) return 'keep';
  }
  const head = before.toLowerCase();
  const tail = after.toLowerCase();
  const byDocument = vocabulary && decideByDocument(head, tail, vocabulary);
  if (byDocument) return byDocument;
  const lastMember = head.slice(head.lastIndexOf('-') + 1);
  if (FIRST_MEMBERS.has(lastMember) || SECOND_MEMBERS.has(tail)) return 'keep';
  return breaksSpanishAccent(lastMember + tail) ? 'keep' : 'join';
}

/** «CONTRI-/BUCIÓN»: a heading in capitals breaks like any word; «G-/20» and «OEA-/ONU» (short names) do not. */
function isBrokenCapitals(before: string, after: string): boolean {
  return /\p{Lu}{2}$/u.test(before) && /^\p{Lu}{2}/u.test(after) && before.length + after.length > 8;
}

function decideByDocument(head: string, tail: string, vocabulary: Vocabulary): 'join' | 'keep' | null {
  const joined = vocabulary.get(head + tail) ?? 0;
  const compound = vocabulary.get(`${head}-${tail}`) ?? 0;
  if (joined !== compound) return joined > compound ? 'join' : 'keep';
  if (PREFIXES_BEFORE_WORDS.has(head) && vocabulary.has(tail)) return 'keep';
  return null;
}

/**
 * A Spanish word has one written accent, on one of its last three syllables (verbs with pronouns and adverbs in -mente apart):
 * a joined form that breaks the rule, «políticomilitar», was a compound.
 */
function breaksSpanishAccent(joined: string): boolean {
  const accents = [...joined.matchAll(ACCENTED)];
  const first = accents[0];
  if (!first) return false;
  if (accents.length > 1) return true;
  if (ENCLITICS.test(joined)) return false;
  const rest = joined.slice(first.index + 1).replace(/^[aeiou]/, '');
  return (rest.match(/[aeiouáéíóúü]+/g) ?? []).length > 2;
}
