import { cleanCharacters } from './clean-characters.ts';
import { decideHyphen } from './join-hyphens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What stands between one raw piece and the next: nothing, the end of a line, or the end of a paragraph. */
export type PieceBreak = 'none' | 'line' | 'paragraph';

/** One piece of text as the file gave it (a glyph run, a block) and what follows it. */
export interface RawPiece {
  text: string;
  after: PieceBreak;
}

/** Normalised text, and for each raw piece, in order, the UTF-16 range of it that the piece became (may be empty). */
export interface NormalisedText {
  text: string;
  ranges: { start: number; end: number }[];
}

const HYPHEN_AT_END = /[-‐‑]$/;
const WORD_BEFORE_HYPHEN = /([\p{L}\p{M}\d]+(?:-[\p{L}\p{M}\d]+)*)[-‐‑]$/u;
const WORD_AT_START = /^[\p{L}\p{M}\d]+/u;

/** How many characters before a line end may belong to the word that is broken there. */
const LONGEST_WORD = 64;

/**
 * Normalises the text of one page, once and for all: characters cleaned (`cleanCharacters`), blanks one space, paragraphs separated by
 * one "\n", words broken at line ends made whole and compounds kept. Never removes the space between two words.
 */
export function normaliseText(pieces: readonly RawPiece[], vocabulary?: Vocabulary): NormalisedText {
  const output = new TextBuilder();
  const ranges: { start: number; end: number }[] = [];
  let last = -1;
  let soft = false;
  for (const [i, piece] of pieces.entries()) {
    const clean = cleanCharacters(piece.text);
    const bare = clean.trim();
    if (clean.startsWith(' ')) output.separate(' ');
    if (bare === '') ranges.push({ start: output.length, end: output.length });
    else {
      if (output.atLineEnd) joinAtHyphen(output, bare, soft, vocabulary);
      ranges.push(output.append(bare));
      last = i;
      soft = /\u00AD\s*$/.test(piece.text);
    }
    if (clean.endsWith(' ')) output.separate(' ');
    const ends = piece.after !== 'none' || i === pieces.length - 1;
    if (soft && ends && !output.atLineEnd) stretchRanges(ranges, last, output.showHyphen());
    if (piece.after !== 'none') output.endLine(piece.after);
  }
  return { text: output.toString(), ranges: clipRanges(ranges) };
}

/**
 * Makes a word whole that is broken at the line end just passed. A soft hyphen was shown there as a hyphen until now, because it stays one
 * where no letter follows: at the end of a page, the word goes on in the next.
 */
function joinAtHyphen(output: TextBuilder, text: string, soft: boolean, vocabulary?: Vocabulary): void {
  const before = output.tail(LONGEST_WORD);
  if (!HYPHEN_AT_END.test(before)) return;
  const word = WORD_BEFORE_HYPHEN.exec(before)?.[1];
  const next = WORD_AT_START.exec(text)?.[0];
  if (word === undefined || next === undefined) return;
  // «coop-» and the page number below it are no compound; «COVID-19» and «2015-2018» are.
  if (/^\d/.test(next) && (soft || /\p{Ll}$/u.test(word))) return;
  output.dropSeparator();
  if (soft || decideHyphen(word, next, vocabulary) === 'join') output.dropLast();
}

/** The piece at `last` now ends at `end`, and so do the empty pieces after it. */
function stretchRanges(ranges: { start: number; end: number }[], last: number, end: number): void {
  ranges[last]!.end = end;
  for (let i = last + 1; i < ranges.length; i++) ranges[i] = { start: end, end };
}

/** A hyphen that was dropped, or an accent that joined the letter before, shortens the piece before it. */
function clipRanges(ranges: { start: number; end: number }[]) {
  let limit = Number.POSITIVE_INFINITY;
  for (let i = ranges.length - 1; i >= 0; i--) {
    const range = ranges[i]!;
    range.end = Math.min(range.end, limit);
    range.start = Math.min(range.start, range.end);
    limit = range.start;
  }
  return ranges;
}

/** Text in the making; the separator waits until something follows, so that no blank is left at the end. */
class TextBuilder {
  length = 0;
  #parts: string[] = [];
  #separator: '' | ' ' | '\n' = '';
  #lineEnd = false;

  /** True when a line, but no paragraph, ended just before. */
  get atLineEnd(): boolean {
    return this.#lineEnd && this.#separator !== '\n';
  }

  separate(separator: ' ' | '\n'): void {
    if (this.#separator !== '\n') this.#separator = separator;
  }

  endLine(kind: 'line' | 'paragraph'): void {
    this.#lineEnd = true;
    this.separate(kind === 'line' ? ' ' : '\n');
  }

  dropSeparator(): void {
    this.#separator = '';
  }

  /** Makes the soft hyphen at the end visible; returns the new length. */
  showHyphen(): number {
    this.dropSeparator();
    this.#push('-');
    return this.length;
  }

  dropLast(): void {
    const last = this.#parts.pop()!;
    if (last.length > 1) this.#parts.push(last.slice(0, -1));
    this.length--;
  }

  tail(size: number): string {
    let text = '';
    for (let i = this.#parts.length - 1; i >= 0 && text.length < size; i--) text = this.#parts[i]! + text;
    return text.slice(-size);
  }

  append(text: string): { start: number; end: number } {
    if (this.length > 0 && this.#separator !== '') this.#push(this.#separator);
    this.#separator = '';
    this.#lineEnd = false;
    const start = this.length;
    if (/^\p{M}/u.test(text)) this.#compose(text);
    else this.#push(text);
    return { start: Math.min(start, this.length), end: this.length };
  }

  toString(): string {
    return this.#parts.join('');
  }

  /** An accent drawn apart from its letter: the two are composed as NFC wants. */
  #compose(text: string): void {
    const tail = this.tail(8);
    for (let i = 0; i < tail.length; i++) this.dropLast();
    this.#push((tail + text).normalize('NFC'));
  }

  #push(text: string): void {
    this.#parts.push(text);
    this.length += text.length;
  }
}
