import type { TextRange } from './places.ts';

/** A text without case, accents and kinds of blank, with the way back: `offsets[i]` is where folded unit `i` came from. */
export interface FoldedText {
  text: string;
  /** Null when every unit is where it was. */
  offsets: Uint32Array | null;
  /** Length of the text it was made from. */
  length: number;
}

/** Where something was found: a page and a range of its text. */
export interface FoundPlace extends TextRange {
  page: number;
}

const MARKS = /\p{M}/gu;

/** Folds a text for finding: «Acción» and «ACCION» are the same. */
export function foldText(text: string): FoldedText {
  const parts: string[] = [];
  const offsets = new Uint32Array(text.length * 3 + 1);
  let length = 0;
  let shifted = false;
  let at = 0;
  for (const character of text) {
    const folded = foldCharacter(character);
    for (let i = 0; i < folded.length && length < offsets.length - 1; i++) offsets[length++] = at;
    parts.push(folded);
    shifted ||= folded.length !== character.length;
    at += character.length;
  }
  offsets[length] = at;
  return {
    text: parts.join(''),
    offsets: shifted ? offsets.slice(0, length + 1) : null,
    length: text.length,
  };
}

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code <= 0x20) return ' ';
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? character.toLowerCase() : character;
  if (/\s/u.test(character)) return ' ';
  return character.normalize('NFD').replace(MARKS, '').toLowerCase();
}

const folds = new Map<string, FoldedText>();
/** Folded pages kept, so that the next letter typed does not fold the document again. */
const MOST_FOLDS = 4000;

function foldCached(text: string): FoldedText {
  let folded = folds.get(text);
  if (!folded) {
    if (folds.size >= MOST_FOLDS) folds.clear();
    folded = foldText(text);
    folds.set(text, folded);
  }
  return folded;
}

/** Every place of `words` in one text, case and accents aside; places do not overlap. */
export function findInText(text: string, words: string, most = Number.POSITIVE_INFINITY): TextRange[] {
  const needle = foldText(words).text.trim().replace(/ +/g, ' ');
  if (needle === '') return [];
  const folded = foldCached(text);
  const found: TextRange[] = [];
  let at = folded.text.indexOf(needle);
  while (at >= 0 && found.length < most) {
    found.push({ start: originOf(folded, at), end: endOf(folded, at + needle.length) });
    at = folded.text.indexOf(needle, at + needle.length);
  }
  return found;
}

function originOf(folded: FoldedText, at: number): number {
  return folded.offsets ? folded.offsets[at]! : at;
}

/** The end of the last character found, its combining marks (which fold to nothing) included. */
function endOf(folded: FoldedText, at: number): number {
  return at >= folded.text.length ? folded.length : originOf(folded, at);
}

/** Every place of `words` in the pages, in reading order, at most `most`. */
export function findInPages(
  pages: Iterable<{ index: number; text: string }>,
  words: string,
  most: number,
): FoundPlace[] {
  const found: FoundPlace[] = [];
  for (const page of pages) {
    for (const range of findInText(page.text, words, most - found.length)) {
      found.push({ page: page.index, ...range });
    }
    if (found.length >= most) break;
  }
  return found;
}
