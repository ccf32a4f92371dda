import { findApproximate } from './find-approximate.ts';
import { findExact, type QuotedWords, scoreContext } from './find-exact.ts';

/** A quotation's selector on one page; `start` is where it was, if known. */
export interface QuoteSelector extends QuotedWords {
  start?: number;
}

/** Where a quotation is on a page. `exact` false is a proposal by likeness only; `score` 0–1 tells how much of the context agrees. */
export interface QuoteMatch {
  start: number;
  end: number;
  exact: boolean;
  score: number;
}

/**
 * Finds a quotation on a page: among all places with the same words, the one whose context agrees most, then the nearest to where it
 * was; failing that, the place that resembles it most; null when nothing does.
 */
export function findQuote(pageText: string, selector: QuoteSelector): QuoteMatch | null {
  const length = selector.exact.length;
  const place = chooseOccurrence(pageText, findExact(pageText, selector), selector, selector.start ?? 0);
  if (place) return { start: place.start, end: place.start + length, exact: true, score: place.context };
  const near = findApproximate(pageText, selector, selector.start);
  return near && { start: near.start, end: near.end, exact: false, score: near.score };
}

/** Of the places with the same words, chooses by context first, then by distance from `near`; null when there are none. */
export function chooseOccurrence(
  text: string,
  starts: readonly number[],
  quote: QuotedWords,
  near: number,
): { start: number; context: number } | null {
  let best: { start: number; context: number } | null = null;
  for (const start of starts) {
    const context = scoreContext(text, start, start + quote.exact.length, quote);
    const nearer = best && context === best.context && Math.abs(start - near) < Math.abs(best.start - near);
    if (!best || context > best.context || nearer) best = { start, context };
  }
  return best;
}
