import type { TextRun } from '../../../../shared/model/page.ts';

/** The width of a text in some type; only proportions matter. */
export type MeasureText = (text: string) => number;

const known = new WeakMap<TextRun, Float64Array>();

/**
 * Where each UTF-16 unit of a run begins, as a share (0–1) of the run's width; one entry more for its end. The second half
 * of a surrogate pair has the place of the first, so that no caret stands inside a character.
 */
export function runAdvances(text: string, run: TextRun, measure: MeasureText): Float64Array {
  let advances = known.get(run);
  if (!advances) {
    advances = computeAdvances(text.slice(run.start, run.end), measure);
    known.set(run, advances);
  }
  return advances;
}

function computeAdvances(text: string, measure: MeasureText): Float64Array {
  const advances = new Float64Array(text.length + 1);
  let at = 0;
  let width = 0;
  for (const character of text) {
    for (let unit = 0; unit < character.length; unit++) advances[at + unit] = width;
    at += character.length;
    width = measure(text.slice(0, at));
  }
  advances[text.length] = width;
  if (width > 0) return advances.map(advance => advance / width);
  return advances.map((_, unit) => unit / Math.max(1, text.length));
}

/** The x (points) of an offset of the page's text inside a run. */
export function offsetToX(text: string, run: TextRun, offset: number, measure: MeasureText): number {
  const unit = Math.min(Math.max(offset, run.start), run.end) - run.start;
  return run.x + run.width * runAdvances(text, run, measure)[unit]!;
}

/** The offset whose character's edge is nearest to an x (points) inside a run. */
export function xToOffset(text: string, run: TextRun, x: number, measure: MeasureText): number {
  const advances = runAdvances(text, run, measure);
  const wanted = run.width > 0 ? (x - run.x) / run.width : 0;
  let best = 0;
  for (let unit = 1; unit < advances.length; unit++) {
    if (advances[unit] === advances[unit - 1]) continue;
    if (Math.abs(advances[unit]! - wanted) < Math.abs(advances[best]! - wanted)) best = unit;
  }
  return run.start + best;
}
