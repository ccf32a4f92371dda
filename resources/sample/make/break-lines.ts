import { createRequire } from 'node:module';
import type { Run } from './paper.ts';

type Hyphenate = (word: string, options: { minWordLength: number }) => string;

// The package is CommonJS without type declarations, so it is loaded as such and typed here.
const require = createRequire(import.meta.url);
const hyphenateEnglish = (require('hyphen/en-us') as { hyphenateSync: Hyphenate }).hyphenateSync;
const hyphenateSpanish = (require('hyphen/es') as { hyphenateSync: Hyphenate }).hyphenateSync;

/** A piece of a line in one style; `text` has no spaces, `spaceAfter` says whether a word space follows it. */
export interface Piece {
  text: string;
  strong: boolean;
  emphasis: boolean;
  width: number;
  spaceAfter: boolean;
}

/** A line of pieces; `width` in points, word spaces at their natural width included. */
export interface Line {
  pieces: Piece[];
  width: number;
  spaces: number;
}

/** The language whose rules divide words; null where words are kept whole, as in titles. */
export type Language = 'es' | 'en' | null;

/** The width in points of a text in a style. */
export type Measure = (text: string, style: { strong: boolean; emphasis: boolean }) => number;

const SOFT_HYPHEN = '\u00AD';

function splitIntoPieces(runs: Run[], measure: Measure): Piece[] {
  const pieces: Piece[] = [];
  for (const run of runs) {
    for (const part of run.text.split(/( +)/)) {
      if (part === '') continue;
      const last = pieces.at(-1);
      if (part.trim() === '' && !part.includes('\u00A0')) {
        if (last) last.spaceAfter = true;
      } else pieces.push({ ...run, text: part, width: measure(part, run), spaceAfter: false });
    }
  }
  return pieces;
}

/** The heads of a word that may end a line, longest first, each without its hyphen; compounds break after their own. */
function listHeads(word: string, language: Language): string[] {
  if (language === null) return [];
  const letters = word.replace(/[^\p{L}]/gu, '');
  if (letters.length < 7 || /\d/.test(word) || letters === letters.toUpperCase()) return [];
  const hyphenate = language === 'en' ? hyphenateEnglish : hyphenateSpanish;
  const parts = hyphenate(word, { minWordLength: 7 }).split(SOFT_HYPHEN);
  const heads = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join(''));
  return heads
    .filter(head => head.length >= 3 && word.length - head.length >= 3 && !head.endsWith('-'))
    .reverse();
}

/**
 * Breaks runs into lines of `width` points, filling each as far as it goes and dividing words by the rules of
 * `language` where that saves a loose line. A divided word ends its line with a hyphen glyph of its own.
 */
export function breakLines(runs: Run[], width: number, language: Language, measure: Measure): Line[] {
  const waiting = splitIntoPieces(runs, measure);
  const space = measure(' ', { strong: false, emphasis: false });
  const lines: Line[] = [];
  let line: Line = { pieces: [], width: 0, spaces: 0 };
  const add = (piece: Piece): void => {
    const gap = line.pieces.at(-1)?.spaceAfter ? space : 0;
    line.width += gap + piece.width;
    line.spaces += gap > 0 ? 1 : 0;
    line.pieces.push(piece);
  };
  const close = (): void => {
    lines.push(line);
    line = { pieces: [], width: 0, spaces: 0 };
  };
  while (waiting.length > 0) {
    const group = takeWord(waiting);
    const gap = line.pieces.length > 0 ? space : 0;
    const needed = gap + group.reduce((sum, piece) => sum + piece.width, 0);
    if (line.width + needed <= width) {
      group.forEach(add);
      continue;
    }
    const divided = divideWord(group, width - line.width - gap, language, measure);
    if (divided && (width - line.width) / Math.max(1, line.spaces) > space * 1.2) {
      add(divided.head);
      waiting.unshift(...divided.rest);
    } else waiting.unshift(...group);
    close();
  }
  if (line.pieces.length > 0) close();
  return lines;
}

/** Takes the pieces up to the next space: they stand together on a line. */
function takeWord(waiting: Piece[]): Piece[] {
  const end = waiting.findIndex(piece => piece.spaceAfter);
  return waiting.splice(0, end === -1 ? waiting.length : end + 1);
}

function divideWord(
  group: Piece[],
  room: number,
  language: Language,
  measure: Measure,
): { head: Piece; rest: Piece[] } | null {
  const [first, ...others] = group;
  if (!first) return null;
  for (const head of listHeads(first.text, language)) {
    const width = measure(`${head}-`, first);
    if (width > room) continue;
    const tail = first.text.slice(head.length);
    const rest = { ...first, text: tail, width: measure(tail, first) };
    return { head: { ...first, text: `${head}-`, width, spaceAfter: false }, rest: [rest, ...others] };
  }
  return null;
}
