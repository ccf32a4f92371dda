import { flattenBlanks, type QuotedWords, scoreContext } from './find-exact.ts';

/**
 * A place that resembles a quotation: `likeness` 0–1 of the words alone (1 less the share of letters to edit), `score` 0–1 of the words
 * (weight 50), prefix and suffix (40) and nearness (2).
 */
export interface ApproximateMatch {
  start: number;
  end: number;
  likeness: number;
  score: number;
}

/** Windows with fewer than this share of the quotation's letter triples are not worth proposing. */
const LEAST_LIKENESS = 0.45;
/** Quotations longer than this are aligned by their two ends only, to bound the time. */
const LONGEST_ALIGNED = 1200;
const ALIGNED_END = 400;
const CANDIDATES = 4;
const TABLE_SIZE = 1 << 16;

/**
 * Finds the place in `text` that resembles `quote` most, or null. It only proposes a place: likeness never verifies. Time grows with
 * the length of the text, not with its product with the quotation's length. `near` is the offset where it was before, if known.
 */
export function findApproximate(text: string, quote: QuotedWords, near?: number): ApproximateMatch | null {
  const flat = flattenBlanks(text);
  const words = flattenBlanks(quote.exact);
  if (words.length < 4 || flat.length === 0) return null;
  let best: ApproximateMatch | null = null;
  for (const at of rankWindows(flat.toLowerCase(), words.toLowerCase(), near)) {
    const match = scoreMatch(flat, words, quote, alignWindow(flat, words, at), near);
    if (match && (!best || match.score > best.score)) best = match;
  }
  return best;
}

function scoreMatch(flat: string, words: string, quote: QuotedWords, aligned: Alignment, near?: number) {
  const likeness = 1 - aligned.cost / words.length;
  if (likeness < LEAST_LIKENESS || aligned.end <= aligned.start) return null;
  const [from, to] = snapToContext(flat, aligned, quote);
  const [start, end] = snapToWords(flat, from, to);
  const context = scoreContext(flat, start, end, quote);
  const nearness = near === undefined ? 1 : 1 - Math.abs(start - near) / Math.max(flat.length, 1);
  return { start, end, likeness, score: (50 * likeness + 40 * context + 2 * Math.max(0, nearness)) / 92 };
}

/** The offsets of the few windows, each as long as the quotation, which share most letter triples with it. */
function rankWindows(flat: string, words: string, near = 0): number[] {
  const shared = shareOfWindows(flat, words);
  const least = Math.max(1, Math.floor(LEAST_LIKENESS * (words.length - 2)));
  const chosen: number[] = [];
  for (let round = 0; round < CANDIDATES; round++) {
    let best = -1;
    for (let at = 0; at < shared.length; at++) {
      if (shared[at]! < least) continue;
      const better = best < 0 || shared[at]! > shared[best]!;
      const nearer = best >= 0 && shared[at] === shared[best] && Math.abs(at - near) < Math.abs(best - near);
      if (better || nearer) best = at;
    }
    if (best < 0) break;
    chosen.push(best);
    shared.fill(0, Math.max(0, best - words.length), best + words.length);
  }
  return chosen;
}

/** For each offset, how many letter triples the window there shares with the quotation, counted with their repetitions. */
function shareOfWindows(flat: string, words: string): Int32Array {
  const size = words.length - 2;
  const needed = new Int32Array(TABLE_SIZE);
  for (let i = 0; i < size; i++) needed[tripleAt(words, i)]!++;
  const present = new Int32Array(TABLE_SIZE);
  const last = flat.length - 2;
  const shared = new Int32Array(Math.max(1, last));
  let sum = 0;
  for (let i = 0; i < last; i++) {
    const added = tripleAt(flat, i);
    if (++present[added]! <= needed[added]!) sum++;
    if (i >= size) {
      const removed = tripleAt(flat, i - size);
      if (present[removed]!-- <= needed[removed]!) sum--;
    }
    shared[Math.max(0, i - size + 1)] = sum;
  }
  return shared;
}

function tripleAt(text: string, i: number): number {
  const hash =
    Math.imul(text.charCodeAt(i), 0x9e37) ^
    Math.imul(text.charCodeAt(i + 1), 0x85eb) ^
    Math.imul(text.charCodeAt(i + 2), 0xc2b3);
  return (hash ^ (hash >>> 13)) & (TABLE_SIZE - 1);
}

interface Alignment {
  start: number;
  end: number;
  cost: number;
}

/** Finds the exact edges of the likeness inside and around a window. */
function alignWindow(flat: string, words: string, at: number): Alignment {
  const slack = Math.min(words.length, 400) + 16;
  if (words.length <= LONGEST_ALIGNED) {
    const from = Math.max(0, at - slack);
    return shift(align(words, flat.slice(from, at + words.length + slack)), from);
  }
  const headFrom = Math.max(0, at - slack);
  const head = shift(align(words.slice(0, ALIGNED_END), flat.slice(headFrom, at + 2 * slack)), headFrom);
  const tailFrom = Math.max(head.end, at + words.length - 2 * slack);
  const tail = shift(
    align(words.slice(-ALIGNED_END), flat.slice(tailFrom, at + words.length + 2 * slack)),
    tailFrom,
  );
  const cost = Math.min(words.length, ((head.cost + tail.cost) * words.length) / (2 * ALIGNED_END));
  return { start: head.start, end: tail.end, cost };
}

function shift(alignment: Alignment, by: number): Alignment {
  return { start: alignment.start + by, end: alignment.end + by, cost: alignment.cost };
}

/** Semi-global edit distance (Sellers): the stretch of `text` that needs the fewest edits to become `pattern`. */
function align(pattern: string, text: string): Alignment {
  const size = pattern.length;
  const costs = new Int32Array(size + 1);
  const starts = new Int32Array(size + 1);
  for (let i = 0; i <= size; i++) costs[i] = i;
  let best: Alignment = { start: 0, end: 0, cost: size };
  for (let column = 1; column <= text.length; column++) {
    const unit = text.charCodeAt(column - 1);
    let diagonal = 0;
    let diagonalStart = column - 1;
    costs[0] = 0;
    starts[0] = column;
    for (let row = 1; row <= size; row++) {
      const left = costs[row]!;
      const leftStart = starts[row]!;
      let cost = diagonal + (pattern.charCodeAt(row - 1) === unit ? 0 : 1);
      let start = diagonalStart;
      if (left + 1 < cost) [cost, start] = [left + 1, leftStart];
      if (costs[row - 1]! + 1 < cost) [cost, start] = [costs[row - 1]! + 1, starts[row - 1]!];
      costs[row] = cost;
      starts[row] = start;
      diagonal = left;
      diagonalStart = leftStart;
    }
    if (costs[size]! < best.cost) best = { start: starts[size]!, end: column, cost: costs[size]! };
  }
  return best;
}

/**
 * Moves the edges of a likeness to where the quotation's own context stands near them: letters alone would take a word put in at the edge
 * («would not support») for the word that was there.
 */
function snapToContext(flat: string, { start, end }: Alignment, quote: QuotedWords): [number, number] {
  const slack = Math.min(200, Math.max(24, (end - start) >> 1));
  const before = flattenBlanks(quote.prefix).slice(-16);
  const after = flattenBlanks(quote.suffix).slice(0, 16);
  const head = before.length < 3 ? -1 : findNearest(flat, before, start - before.length, slack);
  const tail = after.length < 3 ? -1 : findNearest(flat, after, end, slack);
  const from = head < 0 ? start : head + before.length;
  const to = tail < 0 ? end : tail;
  return from < to ? [from, to] : [start, end];
}

/** The occurrence of `part` that begins nearest to `at`, at most `slack` away; -1 when there is none. */
function findNearest(text: string, part: string, at: number, slack: number): number {
  let best = -1;
  const from = Math.max(0, at - slack);
  const to = Math.min(text.length, at + slack + part.length);
  const window = text.slice(from, to);
  for (let found = window.indexOf(part); found >= 0; found = window.indexOf(part, found + 1)) {
    if (best < 0 || Math.abs(from + found - at) < Math.abs(best - at)) best = from + found;
  }
  return best;
}

/** Widens a range to whole words, so that the proposal and its difference read as words. */
function snapToWords(text: string, start: number, end: number): [number, number] {
  let from = start;
  let to = end;
  const isWord = (offset: number) =>
    offset >= 0 && offset < text.length && /[\p{L}\p{M}\p{N}\uD800-\uDFFF]/u.test(text[offset]!);
  while (from > 0 && isWord(from - 1) && isWord(from)) from--;
  while (to < text.length && isWord(to - 1) && isWord(to)) to++;
  while (from < to && text[from] === ' ') from++;
  while (to > from && text[to - 1] === ' ') to--;
  return [from, to];
}
