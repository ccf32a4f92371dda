import { type AnchoredPage, describeContext, describeSegment } from './describe-quote.ts';
import { type Difference, diffWords } from './diff-words.ts';
import { type ApproximateMatch, findApproximate } from './find-approximate.ts';
import { findExact, flattenBlanks, keepsWordEdges, type QuotedWords, scoreContext } from './find-exact.ts';
import { chooseOccurrence } from './find-quote.ts';
import { isContinuous } from './is-continuous.ts';
import { joinSegments } from './join-segments.ts';
import { keepsContext } from './keep-context.ts';
import { locateInStream, offsetInStream, type PageStream, streamPages } from './page-stream.ts';
import type { QuoteSegment } from './selector.ts';

/**
 * What became of a quotation. 'exact': the same words on the same pages; 'moved': the same words on other pages; 'changed': anything
 * else. `segments` is where it is now (for 'changed' a proposal by likeness, or null). `contextChanged`: the words are the same but what
 * stands directly before or after them is not. `difference` from the quotation to the source, for 'changed' with a proposal.
 */
export interface Verification {
  status: 'exact' | 'moved' | 'changed';
  segments: QuoteSegment[] | null;
  contextChanged: boolean;
  difference?: Difference[];
}

/** How far around the old place a likeness is looked for first, in UTF-16 units: about three pages. */
const NEARBY = 10_000;
const GOOD_LIKENESS = 0.8;

/** What is left of the context, at least, when it counts as unchanged. */
const SAME_CONTEXT = 0.5;
/** From this share of the context on, a place is the quotation's own even if the same words now stand where it was. */
const CLEARLY_ITS_PLACE = 0.8;

/** Checks the segments of one quotation against the pages of its source as they are now. Likeness never counts as verified. */
export function verifyQuote(segments: readonly QuoteSegment[], pages: readonly AnchoredPage[]): Verification {
  if (segments.length === 0) return { status: 'changed', segments: null, contextChanged: true };
  const byIndex = new Map(pages.map(page => [page.index, page.text]));
  const inPlace =
    segments.every(segment => isUnchanged(segment, byIndex.get(segment.page))) &&
    isContinuous(segments, byIndex);
  const here = inPlace ? foundAt(segments, segments, byIndex) : null;
  if (here && isAmongSame(segments, byIndex)) return here;
  const elsewhere = findSegmentsApart(segments, pages);
  if (here)
    return elsewhere && elsewhere.score > CLEARLY_ITS_PLACE
      ? foundAt(segments, elsewhere.segments, byIndex)
      : here;
  if (elsewhere) return foundAt(segments, elsewhere.segments, byIndex);
  const stream = streamOf(pages);
  const anywhere = findInStream(segments, stream, pages);
  if (anywhere) return foundAt(segments, anywhere, byIndex);
  return proposePlace(segments, stream, pages);
}

function isUnchanged(segment: QuoteSegment, text: string | undefined): boolean {
  return (
    text !== undefined &&
    text.slice(segment.start, segment.end) === segment.exact &&
    keepsWordEdges(text, segment.start, segment.end, segment)
  );
}

/** Whether the words beside the quotation, across sentences too, are mostly the same as when it was made. */
function isAmongSame(segments: readonly QuoteSegment[], texts: ReadonlyMap<number, string>): boolean {
  const first = segments[0]!;
  const last = segments.at(-1)!;
  const before = { exact: '', prefix: first.prefix, suffix: '' };
  const after = { exact: '', prefix: '', suffix: last.suffix };
  return (
    scoreContext(texts.get(first.page)!, first.start, first.start, before) >= SAME_CONTEXT &&
    scoreContext(texts.get(last.page)!, last.end, last.end, after) >= SAME_CONTEXT
  );
}

function foundAt(
  before: readonly QuoteSegment[],
  now: readonly QuoteSegment[],
  texts: ReadonlyMap<number, string>,
): Verification {
  const samePages = before.map(segment => segment.page).join() === now.map(segment => segment.page).join();
  const present = now.map(segment => ({
    ...segment,
    ...describeContext(texts.get(segment.page)!, segment.start, segment.end),
  }));
  const status = samePages ? 'exact' : 'moved';
  return { status, segments: present, contextChanged: !keepsContext(before, present) };
}

/** Looks for each segment on its own page and, failing that, on pages that follow each other as the segments did. */
function findSegmentsApart(
  segments: readonly QuoteSegment[],
  pages: readonly AnchoredPage[],
): { segments: QuoteSegment[]; score: number } | null {
  const byIndex = new Map(pages.map(page => [page.index, page]));
  const texts = new Map(pages.map(page => [page.index, page.text]));
  const first = segments[0]!;
  let best: { segments: QuoteSegment[]; score: number } | null = null;
  const shifts = pages.map(page => page.index - first.page).sort((a, b) => Math.abs(a) - Math.abs(b));
  for (const shift of shifts) {
    const found = placeSegments(segments, byIndex, shift);
    const better = found && (!best || found.score > best.score);
    if (better && isContinuous(found.segments, texts)) best = found;
    if (best && best.score > 0.99) break;
  }
  return best;
}

function placeSegments(
  segments: readonly QuoteSegment[],
  byIndex: ReadonlyMap<number, AnchoredPage>,
  shift: number,
) {
  const found: QuoteSegment[] = [];
  let score = 0;
  for (const segment of segments) {
    const page = byIndex.get(segment.page + shift);
    const place = page && chooseOccurrence(page.text, findExact(page.text, segment), segment, segment.start);
    if (!place) return null;
    found.push(describeSegment(page, place.start, place.start + segment.exact.length)!);
    score += place.context / segments.length;
  }
  return { segments: found, score };
}

/** Looks for the passage as a whole, wherever the page breaks are now. */
function findInStream(segments: readonly QuoteSegment[], stream: PageStream, pages: readonly AnchoredPage[]) {
  const quote = joinQuote(segments);
  const near = offsetInStream(stream, { page: segments[0]!.page, offset: segments[0]!.start });
  const place = chooseOccurrence(stream.text, findExact(stream.text, quote), quote, near);
  return place && describeStreamRange(stream, pages, place.start, place.start + quote.exact.length);
}

function proposePlace(
  segments: readonly QuoteSegment[],
  stream: PageStream,
  pages: readonly AnchoredPage[],
): Verification {
  const quote = joinQuote(segments);
  const near = offsetInStream(stream, { page: segments[0]!.page, offset: segments[0]!.start });
  const match = findNearby(stream.text, quote, near) ?? findApproximate(stream.text, quote, near);
  if (!match) return { status: 'changed', segments: null, contextChanged: true };
  const proposed = describeStreamRange(stream, pages, match.start, match.end);
  const difference = diffWords(flattenBlanks(quote.exact), stream.text.slice(match.start, match.end));
  return { status: 'changed', segments: proposed, contextChanged: true, difference };
}

/** A likeness near the old place is taken when it is good: the whole document is only searched when it is not. */
function findNearby(text: string, quote: QuotedWords, near: number): ApproximateMatch | null {
  const from = Math.max(0, near - NEARBY);
  const window = text.slice(from, near + quote.exact.length + NEARBY);
  const match = findApproximate(window, quote, near - from);
  if (!match || match.likeness < GOOD_LIKENESS) return null;
  return { ...match, start: match.start + from, end: match.end + from };
}

function joinQuote(segments: readonly QuoteSegment[]): QuotedWords {
  return { exact: joinSegments(segments), prefix: segments[0]!.prefix, suffix: segments.at(-1)!.suffix };
}

function describeStreamRange(
  stream: PageStream,
  pages: readonly AnchoredPage[],
  start: number,
  end: number,
): QuoteSegment[] {
  const byIndex = new Map(pages.map(page => [page.index, page]));
  return locateInStream(stream, start, end)
    .map(range => describeSegment(byIndex.get(range.page)!, range.start, range.end))
    .filter(segment => segment !== null);
}

/** The stream of a document is made once, however many of its quotations are verified. */
const streams = new WeakMap<readonly AnchoredPage[], PageStream>();

function streamOf(pages: readonly AnchoredPage[]): PageStream {
  let stream = streams.get(pages);
  if (!stream) {
    stream = streamPages(pages);
    streams.set(pages, stream);
  }
  return stream;
}
