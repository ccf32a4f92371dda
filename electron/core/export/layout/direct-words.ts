import bidiFactory from 'bidi-js';
import { findStretches, isAllRightToLeft, isRightToLeft, mayTurn } from '../text-direction.ts';
import type { Word } from './break-items.ts';
import { type Face, hasCharacter, rightToLeftFace } from './face.ts';
import type { Piece, Segment } from './line.ts';

const bidi = bidiFactory();

/** Stands for what takes room and has no direction of its own: a note's call. */
const NEUTRAL = '\ufffc';

/**
 * Gives every piece of a paragraph its level (UAX #9): odd ones are written from right to left. Pieces of two levels are parted.
 * `language` is the paragraph's; words in which nothing turns come back as they are.
 */
export function directWords(words: Word[], language: string): Word[] {
  if (!isRightToLeft(language) && !words.some(word => word.some(piece => mayTurn(piece.text)))) return words;
  const text = words.map(word => word.map(textOf).join('')).join(' ');
  const levels = findLevels(text, isRightToLeft(language) || isAllRightToLeft(text));
  const brackets = new BracketFace();
  let at = 0;
  return words.map(word => {
    const directed = word.flatMap(piece => {
      const from = at;
      at += piece.text.length;
      return partPiece(piece, levels, from);
    });
    for (const piece of directed) brackets.see(piece);
    directed[directed.length - 1]!.spaceLevel = levels[at] ?? 0;
    at++;
    return directed;
  });
}

/** Sets brackets within a name in the font of its letters, where that has them. */
class BracketFace {
  private letters: Face | null = null;
  private waiting: Piece[] = [];

  see(piece: Piece): void {
    if (!piece.face.rightToLeft) {
      this.letters = null;
      this.waiting = [];
    } else if (mayTurn(piece.text)) {
      this.letters = piece.face;
      for (const each of this.waiting.splice(0)) this.set(each, piece.face);
    } else if (this.letters) this.set(piece, this.letters);
    else this.waiting.push(piece);
  }

  private set(piece: Piece, face: Face): void {
    const has = (character: string) => hasCharacter(face, character.codePointAt(0)!);
    if (!piece.note && !piece.original && [...piece.text].every(has)) piece.face = face;
  }
}

function textOf({ text, note, original }: Piece): string {
  return note || original ? NEUTRAL.repeat(text.length) : text;
}

function findLevels(text: string, rightToLeft: boolean): Uint8Array {
  if (rightToLeft) return bidi.getEmbeddingLevels(text, 'rtl').levels;
  const levels = new Uint8Array(text.length);
  for (const [from, to] of findStretches(text)) {
    levels.set(bidi.getEmbeddingLevels(text.slice(from, to), 'rtl').levels, from);
  }
  return levels;
}

function partPiece(piece: Piece, levels: Uint8Array, from: number): Piece[] {
  const parts: Piece[] = [];
  const { length } = piece.text;
  for (let start = 0, end = 1; start < length; start = end++) {
    const level = levels[from + start]!;
    while (end < length && levels[from + end] === level) end++;
    const face = level % 2 === 1 ? rightToLeftFace(piece.face) : piece.face;
    const part: Piece = { ...piece, text: piece.text.slice(start, end), face, level };
    if (start > 0) part.indexEntry = undefined;
    if (end < length) part.note = undefined;
    parts.push(part);
  }
  return parts.length ? parts : [piece];
}

/** The segments of a line from left to right, by their index (UAX #9, L2); null where they stand in the order of reading. */
export function visualOrder(segments: Segment[]): number[] | null {
  if (!segments.some(({ piece }) => piece.level)) return null;
  const levels = segments.map(({ piece, shaped }) => (shaped ? piece.level : piece.spaceLevel) ?? 0);
  const highest = levels.reduce((most, level) => Math.max(most, level), 0);
  const order = segments.map((_, index) => index);
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < levels.length; start++) {
      let end = start;
      while (end < levels.length && levels[order[end]!]! >= level) end++;
      if (end > start) order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = end;
    }
  }
  return order;
}
