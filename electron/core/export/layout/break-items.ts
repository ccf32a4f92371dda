import { type Division, type Face, type Stretch, shapePiece, shapeText, textWidth } from './face.ts';
import { hyphenPositions } from './hyphenate.ts';
import { BOX, type BreakItems, FORCED, GLUE, INHIBIT, PENALTY } from './knuth-plass.ts';
import type { Piece } from './line.ts';
import { leftProtrusion, rightProtrusion } from './protrusion.ts';

/** A word: pieces with no space between them. */
export type Word = Piece[];

/** What each item of `BreakItems` stands for: a stretch of a piece, the space after a piece, or nothing. */
export type ItemSource =
  | { kind: 'text'; piece: Piece; from: number; to: number }
  | { kind: 'space'; piece: Piece }
  | null;

/** A paragraph ready to be broken, with the way back from items to text. */
export interface PreparedItems extends BreakItems {
  source: ItemSource[];
}

/**
 * Whether lines are filled to the measure, and where words may be divided: nowhere, at hyphens, or (a word longer than
 * the line) anywhere.
 */
export interface ItemOptions {
  justify: boolean;
  divide: 'nowhere' | 'atHyphens' | 'anywhere';
  /** Whether the style allows hyphens at all. */
  hyphenate: boolean;
  /** Whether small signs hang out at the edges. */
  hang: boolean;
  lineWidth: number;
}

const SPACE_STRETCH = 0.5;
const SPACE_SHRINK = 0.24;
const HYPHEN_PENALTY = 60;
const EXPLICIT_PENALTY = 40;
/** In a ragged line nothing is gained by breaking a compound («Perú–Estados Unidos»). */
const RAGGED_EXPLICIT_PENALTY = 1500;
/** Breaking inside a word that fits on no line costs more than any other way out. */
const EMERGENCY_PENALTY = 2000;

/** Turns words (without forced breaks) into items; the last two end the paragraph. */
export function prepareItems(words: Word[], options: ItemOptions): PreparedItems {
  const items: PreparedItems = {
    kind: [],
    width: [],
    stretch: [],
    shrink: [],
    penalty: [],
    flagged: [],
    source: [],
  };
  const last = words.at(-1);
  words.forEach((word, index) => {
    if (word === last && index > 0 && isShort(word)) items.lonelyFrom = items.kind.length + 1;
    if (index > 0) {
      if (bindsTo(words[index - 1]!, word)) push(items, PENALTY, 0, INHIBIT, null);
      pushSpace(items, words[index - 1]!.at(-1)!, options.justify);
    }
    const tooLong = options.divide === 'anywhere' && wordWidth(word) > options.lineWidth;
    for (const piece of word) pushPiece(items, piece, options, tooLong);
  });
  push(items, PENALTY, 0, FORCED, null);
  if (options.hang) hangSigns(items, options.justify);
  return items;
}

/** At most this many letters make a word too short to stand alone. */
const SHORT_WORD = 3;

function isShort(word: Word): boolean {
  const text = word.map(piece => (piece.note ? '' : piece.text)).join('');
  return (text.match(/[\p{L}\p{N}]/gu) ?? []).length <= SHORT_WORD;
}

/** Finds what hangs out at every item where a line may start or end; a ragged edge needs nothing. */
function hangSigns(items: PreparedItems, justify: boolean): void {
  const count = items.kind.length;
  items.hangLeft = new Array(count).fill(0);
  items.hangRight = new Array(count).fill(0);
  let ended = 0;
  for (let i = 0; i < count; i++) {
    const source = items.source[i];
    if (source?.kind === 'text') {
      const { piece, from, to } = source;
      items.hangLeft[i] = hangOf(piece, from, leftProtrusion);
      ended = justify ? hangOf(piece, to - 1, rightProtrusion) : 0;
    } else if (items.flagged[i]) {
      items.hangRight[i] = justify ? items.width[i]! * rightProtrusion(HYPHEN) : 0;
    } else {
      items.hangRight[i] = ended;
    }
  }
}

const HYPHEN = 0x2d;

function hangOf(piece: Piece, at: number, protrusion: (code: number) => number): number {
  const share = piece.rise ? 0 : protrusion(piece.text.charCodeAt(at));
  return share && share * textWidth(piece.face, piece.text[at]!, piece.size);
}

const BINDS_FIGURES = /^[([«]?(?:pp?\.|[nN]\.º|[nN]os?\.|[aA]rts?\.|USD|US\$|EUR|PEN|S\/|€|\$|§)$/u;

/** Whether two words stay on one line: «p. 4», «USD 3», «26 %», «3 679». */
function bindsTo(before: Word, after: Word): boolean {
  const left = before.at(-1)!.text;
  const right = after[0]!.text;
  if (isDigit(left.charCodeAt(left.length - 1)))
    return /^[%‰°]/.test(right) || (/^\d{1,3}$/.test(left) && /^\d{3}(?!\d)/.test(right));
  return left.length <= 5 && BINDS_FIGURES.test(left) && /^[\divxlc]/.test(right);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Natural width of a word in points. */
export function wordWidth(word: Word): number {
  return word.reduce((sum, piece) => sum + pieceWidth(piece, 0, piece.text.length), 0);
}

/** Width in points of part of a piece, shaped as it will be painted. */
function pieceWidth(piece: Piece, from: number, to: number): number {
  return (shapeText(piece.face, piece.text.slice(from, to)).width * piece.size) / 1000;
}

/** Width in points of the space after a piece. */
export function spaceWidth(piece: Piece): number {
  return textWidth(piece.face, ' ', piece.size);
}

function pushSpace(items: PreparedItems, piece: Piece, justify: boolean): void {
  const width = spaceWidth(piece);
  push(items, GLUE, width, 0, { kind: 'space', piece });
  items.stretch[items.stretch.length - 1] = justify ? width * SPACE_STRETCH : 0;
  items.shrink[items.shrink.length - 1] = justify ? width * SPACE_SHRINK : 0;
}

function pushPiece(items: PreparedItems, piece: Piece, options: ItemOptions, tooLong: boolean): void {
  const { length } = piece.text;
  let from = 0;
  for (const { to, width, hyphen, penalty } of stretchesOf(piece, options, tooLong)) {
    push(items, BOX, (width * piece.size) / 1000, 0, { kind: 'text', piece, from, to });
    if (to === length) break;
    push(items, PENALTY, hyphen ? textWidth(piece.face, '-', piece.size) : 0, penalty, null);
    items.flagged[items.flagged.length - 1] = hyphen;
    from = to;
  }
}

function stretchesOf(piece: Piece, options: ItemOptions, tooLong: boolean): readonly Stretch[] {
  const { face, text } = piece;
  const language = options.hyphenate && options.divide !== 'nowhere' ? piece.language : null;
  const penalty = options.justify ? EXPLICIT_PENALTY : RAGGED_EXPLICIT_PENALTY;
  if (tooLong) return divide(face, text, breakPoints(text, language, penalty, true));
  const { divisions } = shapePiece(piece);
  const known = divisions.find(each => each.language === language && each.penalty === penalty);
  if (known) return known.stretches;
  const stretches = divide(face, text, breakPoints(text, language, penalty, false));
  const division: Division = { language, penalty, stretches };
  divisions.push(division);
  return stretches;
}

function divide(face: Face, text: string, points: BreakPoint[]): Stretch[] {
  let from = 0;
  return [...points, { at: text.length, hyphen: false, penalty: 0 }].map(({ at, hyphen, penalty }) => {
    const { width } = shapeText(face, text.slice(from, at));
    from = at;
    return { to: at, width, hyphen, penalty };
  });
}

function push(items: PreparedItems, kind: number, width: number, penalty: number, source: ItemSource): void {
  items.kind.push(kind);
  items.width.push(width);
  items.stretch.push(0);
  items.shrink.push(0);
  items.penalty.push(penalty);
  items.flagged.push(false);
  items.source.push(source);
}

interface BreakPoint {
  at: number;
  hyphen: boolean;
  penalty: number;
}

const NO_POINTS: BreakPoint[] = [];

function breakPoints(text: string, language: string | null, penalty: number, tooLong: boolean): BreakPoint[] {
  const explicit = MAY_HOLD_EXPLICIT.test(text) ? explicitBreaks(text, penalty) : NO_POINTS;
  const hyphens = language === null ? [] : hyphenPositions(text, language);
  if (!explicit.length && !hyphens.length && !tooLong) return NO_POINTS;
  const points = new Map<number, BreakPoint>();
  if (tooLong) for (const at of graphemeStarts(text)) points.set(at, emergencyBreak(at));
  for (const at of hyphens) points.set(at, { at, hyphen: true, penalty: HYPHEN_PENALTY });
  for (const point of explicit) points.set(point.at, point);
  return [...points.values()].sort((a, b) => a.at - b.at);
}

const MAY_HOLD_EXPLICIT = /[-–—/._?&=@]/u;
const graphemes = new Intl.Segmenter('es', { granularity: 'grapheme' });

function graphemeStarts(text: string): number[] {
  const starts: number[] = [];
  for (const { index } of graphemes.segment(text)) if (index > 0) starts.push(index);
  return starts;
}

function emergencyBreak(at: number): BreakPoint {
  return { at, hyphen: false, penalty: EMERGENCY_PENALTY };
}

/** After a dash between letters («Perú-Bolivia», «2018–2019»), and after the signs of an address (never in a number). */
function explicitBreaks(text: string, penalty: number): BreakPoint[] {
  const address = /^(?:[a-z]+:\/\/|www\.)|@|\/.*\//iu.test(text);
  const pattern = address
    ? /[-–—/._?&=@](?=[^-–—/._?&=@]{2})/gu
    : /(?<=\p{L}{2}|[\d)])[-–—](?=[\p{L}]{2}|\d)|(?<=\p{L}{3})\/(?=\p{L}{3})/gu;
  return Array.from(text.matchAll(pattern), match => ({
    at: match.index + match[0].length,
    hyphen: false,
    penalty: address ? EXPLICIT_PENALTY : penalty,
  }));
}
