/** What a paragraph is made of for breaking; widths in points. `glue` carries its own stretch and shrink. */
export const BOX = 0;
export const GLUE = 1;
export const PENALTY = 2;

/** A penalty at which no line may end. */
export const INHIBIT = 10_000;

/** A penalty that ends the line whatever it costs. */
export const FORCED = -10_000;

/**
 * A paragraph as parallel arrays, one entry per item. A line may end at a penalty, or at a glue that follows a box.
 * `flagged` marks penalties that print a hyphen (their width counts only when the line ends there).
 */
export interface BreakItems {
  kind: number[];
  width: number[];
  stretch: number[];
  shrink: number[];
  penalty: number[];
  flagged: boolean[];
  /** How far a line that starts at an item hangs out on the left, and one that ends at it on the right; absent: nothing hangs. */
  hangLeft?: number[];
  hangRight?: number[];
  /** A last line that starts at this item or later is a short word alone. */
  lonelyFrom?: number;
  /** Added to the demerits of a line that ends at an item: what other routines have against it. */
  against?: Map<number, number>;
}

/** What a pass allows: the worst stretch ratio, and stretch added to each line in points (ragged or emergency). */
export interface BreakPass {
  tolerance: number;
  lineStretch: number;
  /** Whether a line that cannot be made to fit may overflow rather than give up. */
  mayOverflow: boolean;
}

interface ActiveBreak {
  /** Item at which the line ends, and item at which the next one starts. */
  at: number;
  next: number;
  demerits: number;
  fitness: number;
  /** How many lines in a row, up to here, end with a hyphen. */
  hyphens: number;
  previous: ActiveBreak | null;
}

/** One line: items from `start` up to, not including, `end`; `end` is the item it was broken at. */
export interface BrokenLine {
  start: number;
  end: number;
}

const HYPHEN_PAIR_DEMERITS = 10_000;
/** More than two hyphens below each other make a ladder. */
const MOST_HYPHENS = 2;
const LADDER_DEMERITS = 5_000_000;
/** A word of three letters alone on the last line looks worse than a hyphen there. */
const LONELY_DEMERITS = 90_000;
const FITNESS_DEMERITS = 3000;
/** A last line that is the rest of a word looks worse than a loose line before it. */
const LAST_HYPHEN_DEMERITS = 60_000;
const OVERFLOW_DEMERITS = 1e7;

/**
 * Breaks a paragraph into the lines whose total demerits are least (D. Knuth and M. Plass, «Breaking paragraphs into
 * lines», 1981). The items end with a FORCED penalty. Returns null when the pass allows no solution.
 */
export function breakLines(items: BreakItems, lineWidth: number, pass: BreakPass): BrokenLine[] | null {
  const sums = sumItems(items);
  let active: ActiveBreak[] = [{ at: 0, next: 0, demerits: 0, fitness: 1, hyphens: 0, previous: null }];
  for (let i = 0; i < items.kind.length; i++) {
    if (!mayBreakAt(items, i)) continue;
    const next = extendActive(items, sums, active, i, lineWidth, pass);
    if (!next) return null;
    active = next;
  }
  return traceBack(active);
}

interface Sums {
  width: Float64Array;
  stretch: Float64Array;
  shrink: Float64Array;
}

function makeSums(length: number): Sums {
  return {
    width: new Float64Array(length),
    stretch: new Float64Array(length),
    shrink: new Float64Array(length),
  };
}

/** One paragraph is broken at a time: all share the room for their sums, which begin with zeros. */
let sums = makeSums(1024);

function sumItems(items: BreakItems): Sums {
  const count = items.kind.length;
  if (sums.width.length <= count) sums = makeSums(2 * count);
  for (let i = 0; i < count; i++) {
    sums.width[i + 1] = sums.width[i]! + (items.kind[i] === PENALTY ? 0 : items.width[i]!);
    sums.stretch[i + 1] = sums.stretch[i]! + items.stretch[i]!;
    sums.shrink[i + 1] = sums.shrink[i]! + items.shrink[i]!;
  }
  return sums;
}

function mayBreakAt(items: BreakItems, i: number): boolean {
  if (items.kind[i] === PENALTY) return items.penalty[i]! < INHIBIT;
  return items.kind[i] === GLUE && i > 0 && items.kind[i - 1] === BOX;
}

function extendActive(
  items: BreakItems,
  sums: Sums,
  active: ActiveBreak[],
  i: number,
  lineWidth: number,
  pass: BreakPass,
): ActiveBreak[] | null {
  const forced = items.kind[i] === PENALTY && items.penalty[i] === FORCED;
  const best: (ActiveBreak | null)[] = [null, null, null, null, null, null, null, null];
  const kept: ActiveBreak[] = [];
  let dropped: ActiveBreak | null = null;
  for (const from of active) {
    const ratio = stretchRatio(items, sums, from.next, i, lineWidth, pass, forced);
    if (ratio < -1) {
      if (!dropped || from.demerits <= dropped.demerits) dropped = from;
      continue;
    }
    if (!forced) kept.push(from);
    if (ratio > pass.tolerance) continue;
    const fitness = fitnessOf(ratio);
    const demerits = from.demerits + demeritsOf(items, from, i, ratio, fitness, forced);
    // Ways that end in a ladder of hyphens do not compete with those that do not: the next hyphen tells them apart.
    const isLadder = items.flagged[i]! && from.hyphens + 1 >= MOST_HYPHENS;
    const rank = isLadder ? fitness + 4 : fitness;
    const rival = best[rank];
    if (!rival || demerits < rival.demerits) best[rank] = makeBreak(items, from, i, demerits, fitness);
  }
  for (const each of best) if (each) kept.push(each);
  if (kept.length) return kept;
  if (!dropped || !pass.mayOverflow) return null;
  return [makeBreak(items, dropped, i, dropped.demerits + OVERFLOW_DEMERITS, 1)];
}

/** How far the line's glue must stretch (1 = all its stretch) or shrink (−1 = all its shrink). */
function stretchRatio(
  items: BreakItems,
  sums: Sums,
  start: number,
  end: number,
  lineWidth: number,
  pass: BreakPass,
  forced: boolean,
): number {
  let width = sums.width[end]! - sums.width[start]!;
  if (items.kind[end] === PENALTY) width += items.width[end]!;
  if (items.hangLeft) width -= items.hangLeft[start]! + items.hangRight![end]!;
  const excess = width - lineWidth;
  if (excess > 1e-6) {
    const shrink = sums.shrink[end]! - sums.shrink[start]!;
    return shrink > 0 ? -excess / shrink : -1e6;
  }
  if (forced) return 0;
  const stretch = sums.stretch[end]! - sums.stretch[start]! + pass.lineStretch;
  return stretch > 0 ? -excess / stretch : 1e6;
}

/** How tight or loose a line looks: 0 tight, 1 normal, 2 loose, 3 very loose. */
function fitnessOf(ratio: number): number {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}

function demeritsOf(
  items: BreakItems,
  from: ActiveBreak,
  i: number,
  ratio: number,
  fitness: number,
  forced: boolean,
): number {
  const penalty = items.kind[i] === PENALTY && !forced ? items.penalty[i]! : 0;
  let demerits = (1 + 100 * Math.abs(ratio) ** 3 + penalty) ** 2;
  if (from.hyphens && forced) demerits += LAST_HYPHEN_DEMERITS;
  else if (from.hyphens && items.flagged[i]) demerits += HYPHEN_PAIR_DEMERITS;
  if (items.flagged[i] && from.hyphens >= MOST_HYPHENS) demerits += LADDER_DEMERITS;
  if (forced && from.previous && from.next >= (items.lonelyFrom ?? Number.POSITIVE_INFINITY))
    demerits += LONELY_DEMERITS;
  demerits += items.against?.get(i) ?? 0;
  if (Math.abs(fitness - from.fitness) > 1) demerits += FITNESS_DEMERITS;
  return demerits;
}

function makeBreak(
  items: BreakItems,
  previous: ActiveBreak,
  at: number,
  demerits: number,
  fitness: number,
): ActiveBreak {
  const hyphens = items.flagged[at] ? previous.hyphens + 1 : 0;
  return { at, next: at + 1, demerits, fitness, hyphens, previous };
}

function traceBack(active: ActiveBreak[]): BrokenLine[] | null {
  let last: ActiveBreak | null = null;
  for (const each of active) if (!last || each.demerits < last.demerits) last = each;
  if (!last?.previous) return null;
  const lines: BrokenLine[] = [];
  for (let each: ActiveBreak = last; each.previous; each = each.previous) {
    lines.push({ start: each.previous.next, end: each.at });
  }
  return lines.reverse();
}
