import {
  type ItemOptions,
  type PreparedItems,
  pieceWidth,
  prepareItems,
  spaceWidth,
  type Word,
} from './break-items.ts';
import { shapeText, textWidth } from './face.ts';
import { type BreakPass, type BrokenLine, breakLines, PENALTY } from './knuth-plass.ts';
import type { Line, Segment } from './line.ts';
import type { TextStyle } from './text-style.ts';

/** The edges a paragraph is set between. */
export type Alignment = TextStyle['align'];

/**
 * Sets words into lines of at most `width` points: first without dividing words, then with, then with emergency
 * stretch, so that divided words are the exception. `paragraphs` are stretches between forced line breaks.
 */
export function setLines(paragraphs: Word[][], width: number, align: Alignment, hyphenate: boolean): Line[] {
  const lines: Line[] = [];
  paragraphs.forEach((words, index) => {
    if (!words.length) return;
    const set = setStretch(words, width, align, hyphenate);
    const last = set.at(-1);
    if (last && index < paragraphs.length - 1) last.endsInSpace = true;
    for (const line of set) lines.push(line);
  });
  return lines;
}

function setStretch(words: Word[], width: number, align: Alignment, hyphenate: boolean): Line[] {
  const justify = align === 'justify';
  const ragged = justify ? 0 : width * 0.22;
  const passes: [ItemOptions['divide'], BreakPass][] = [
    ['nowhere', { tolerance: justify ? 1.3 : 2.6, lineStretch: ragged, mayOverflow: false }],
    ['atHyphens', { tolerance: 3, lineStretch: ragged, mayOverflow: false }],
    ['anywhere', { tolerance: 100, lineStretch: ragged + 20, mayOverflow: true }],
  ];
  for (const [divide, pass] of passes) {
    const items = prepareItems(words, { justify, hyphenate, divide, lineWidth: width });
    const broken = breakLines(items, width, pass);
    if (broken) return buildLines(items, broken, width, align);
  }
  return [];
}

function buildLines(items: PreparedItems, broken: BrokenLine[], width: number, align: Alignment): Line[] {
  return broken.map((part, index) => buildLine(items, part, width, align, index === broken.length - 1));
}

function buildLine(
  items: PreparedItems,
  { start, end }: BrokenLine,
  width: number,
  align: Alignment,
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
  line.endsInSpace = !last && items.kind[end] !== PENALTY;
  alignLine(line, width, align, last, spaces);
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
  const shaped = shapeText(piece.face, piece.text.slice(first.from, textEnd));
  line.segments.push({ piece, shaped, hyphen: false });
  line.width += pieceWidth(piece, first.from, textEnd);
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
