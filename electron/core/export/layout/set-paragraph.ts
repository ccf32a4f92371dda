import { isRightToLeft } from '../text-direction.ts';
import { type ItemOptions, type PreparedItems, prepareItems, spaceWidth, type Word } from './break-items.ts';
import { directWords, visualOrder } from './direct-words.ts';
import { shapePiece, shapeText, textWidth } from './face.ts';
import { type BreakPass, type BrokenLine, breakLines, PENALTY } from './knuth-plass.ts';
import type { Line, Segment } from './line.ts';
import { longestRiver, RIVER } from './rivers.ts';
import type { TextStyle } from './text-style.ts';

/** The edges a paragraph is set between. */
export type Alignment = TextStyle['align'];

/**
 * Sets words into lines of at most `width` points: first without dividing words, then with, then with emergency
 * stretch, so that divided words are the exception. `paragraphs` are stretches between forced line breaks. With `hang`,
 * small signs at the edges stand a little out of the measure. `language` is the paragraph's.
 */
export function setLines(
  paragraphs: Word[][],
  width: number,
  align: Alignment,
  hyphenate: boolean,
  hang = false,
  language = '',
): Line[] {
  const lines: Line[] = [];
  const turned = isRightToLeft(language);
  paragraphs.forEach((words, index) => {
    if (!words.length) return;
    const directed = directWords(words, language);
    const style = { hyphenate, hang: hang && directed === words };
    const set = setStretch(directed, width, turned ? TURNED[align] : align, style);
    if (turned && align === 'justify') alignEnd(set.at(-1), width);
    const last = set.at(-1);
    if (last && index < paragraphs.length - 1) last.endsInSpace = true;
    for (const line of set) lines.push(line);
  });
  return lines;
}

/** How short a ragged line may well be: a share of the measure, and in type sizes, so that narrow cells divide no words for it. */
const RAGGED = { ofMeasure: 0.22, ofSize: 2.8 };

/** The edges of a paragraph from right to left. */
const TURNED = { justify: 'justify', center: 'center', start: 'end', end: 'start' } as const;

/** The last line of a justified paragraph from right to left begins at the right. */
function alignEnd(line: Line | undefined, width: number): void {
  if (line && !line.spaceExtra) line.indent = Math.max(0, width - line.width);
}

interface StretchStyle {
  hyphenate: boolean;
  hang: boolean;
}

function setStretch(words: Word[], width: number, align: Alignment, style: StretchStyle): Line[] {
  const justify = align === 'justify';
  const hang = style.hang && (justify || align === 'start');
  const ragged = justify ? 0 : Math.max(width * RAGGED.ofMeasure, words[0]![0]!.size * RAGGED.ofSize);
  const passes: [ItemOptions['divide'], BreakPass][] = [
    ['nowhere', { tolerance: justify ? 1.3 : 2.6, lineStretch: ragged, mayOverflow: false }],
    ['atHyphens', { tolerance: 3, lineStretch: ragged, mayOverflow: false }],
    ['anywhere', { tolerance: 100, lineStretch: ragged + 20, mayOverflow: true }],
  ];
  for (const [divide, pass] of passes) {
    const items = prepareItems(words, { justify, ...style, hang, divide, lineWidth: width });
    const broken = breakLines(items, width, pass);
    if (!broken) continue;
    const measure = { width, align };
    const lines = buildLines(items, broken, measure);
    return justify ? breakRivers(items, broken, lines, pass, measure) : lines;
  }
  return [];
}

/** The width of lines, in points, and their edges. */
interface Measure {
  width: number;
  align: Alignment;
}

/** How often a paragraph is broken anew to be rid of a river, and what is held against the break in its midst. */
const RIVER_TRIES = 3;
const RIVER_DEMERITS = 25_000;

/** Breaks a paragraph otherwise where spaces below each other run through it, if that makes the river shorter. */
function breakRivers(
  items: PreparedItems,
  broken: BrokenLine[],
  lines: Line[],
  pass: BreakPass,
  measure: Measure,
): Line[] {
  let best = lines;
  let river = longestRiver(lines);
  let current = broken;
  const against = new Map<number, number>();
  items.against = against;
  for (let attempt = 0; river.length >= RIVER && attempt < RIVER_TRIES; attempt++) {
    const { end } = current[longestRiver(buildLines(items, current, measure)).middle]!;
    against.set(end, (against.get(end) ?? 0) + RIVER_DEMERITS);
    const other = breakLines(items, measure.width, pass);
    if (!other) break;
    current = other;
    const set = buildLines(items, other, measure);
    const found = longestRiver(set);
    if (found.length < river.length && set.length <= best.length) [best, river] = [set, found];
  }
  return best;
}

function buildLines(items: PreparedItems, broken: BrokenLine[], measure: Measure): Line[] {
  return broken.map((part, index) => buildLine(items, part, measure, index === broken.length - 1));
}

function buildLine(
  items: PreparedItems,
  { start, end }: BrokenLine,
  { width, align }: Measure,
  last: boolean,
): Line {
  const line: Line = { segments: [], width: 0, spaceExtra: 0, indent: 0, endsInSpace: false, notes: [] };
  let spaces = 0;
  let i = start;
  while (i < end) {
    const source = items.source[i] ?? null;
    if (source?.kind === 'text') {
      const next = joinStretch(items, i, end);
      pushSegment(line, items, i, next);
      i = next;
    } else {
      if (source?.kind === 'space') {
        line.segments.push({ piece: source.piece, shaped: null, hyphen: false });
        line.width += spaceWidth(source.piece);
        spaces++;
      }
      i++;
    }
  }
  finishHyphen(line, items, end);
  const order = visualOrder(line.segments);
  if (order) line.order = order;
  line.endsInSpace = !last && items.kind[end] !== PENALTY;
  const [left, right] = [items.hangLeft?.[start] ?? 0, items.hangRight?.[end] ?? 0];
  alignLine(line, width + left + right, align, last, spaces);
  line.indent -= left;
  return line;
}

/** Index after the items that continue the same piece from item `i`. */
function joinStretch(items: PreparedItems, i: number, end: number): number {
  const first = items.source[i];
  let next = i + 1;
  while (next < end) {
    const source = items.source[next];
    if (
      items.kind[next] !== PENALTY &&
      !(source?.kind === 'text' && first?.kind === 'text' && source.piece === first.piece)
    )
      break;
    next++;
  }
  return next;
}

function pushSegment(line: Line, items: PreparedItems, from: number, to: number): void {
  const first = items.source[from];
  if (first?.kind !== 'text') return;
  let textEnd = first.to;
  for (let i = from; i < to; i++) {
    const source = items.source[i];
    if (source?.kind === 'text') textEnd = source.to;
  }
  const { piece } = first;
  const isWhole = first.from === 0 && textEnd === piece.text.length;
  const shaped = isWhole ? shapePiece(piece) : shapeText(piece.face, piece.text.slice(first.from, textEnd));
  line.segments.push({ piece, shaped, hyphen: false });
  line.width += (shaped.width * piece.size) / 1000;
  if (piece.indexEntry !== undefined && first.from === 0) {
    line.indexEntries = [...(line.indexEntries ?? []), piece.indexEntry];
  }
  if (piece.note && textEnd === piece.text.length) line.notes.push(piece.note);
}

function finishHyphen(line: Line, items: PreparedItems, end: number): void {
  const segment: Segment | undefined = line.segments.at(-1);
  if (!segment || items.kind[end] !== PENALTY || !items.flagged[end]) return;
  segment.hyphen = true;
  line.width += textWidth(segment.piece.face, '-', segment.piece.size);
}

function alignLine(line: Line, width: number, align: Alignment, last: boolean, spaces: number): void {
  const room = width - line.width;
  if (align === 'justify' && spaces > 0 && (!last || room < 0)) line.spaceExtra = room / spaces;
  if (align === 'center') line.indent = Math.max(0, room / 2);
  if (align === 'end') line.indent = Math.max(0, room);
}
