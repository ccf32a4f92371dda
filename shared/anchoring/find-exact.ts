/** At most this many occurrences are looked at: beyond it, the words are too common for their place to mean anything. */
const MOST_OCCURRENCES = 5000;

const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;

/** The words of a quotation and what stood around them. */
export interface QuotedWords {
  exact: string;
  prefix: string;
  suffix: string;
}

/** Makes paragraph breaks spaces, offset by offset, so that both compare equal; normalised text has no other blanks. */
export function flattenBlanks(text: string): string {
  return text.includes('\n') ? text.replaceAll('\n', ' ') : text;
}

/**
 * All offsets at which the words of `quote` occur in `text`. Blanks compare equal; a quotation of whole words is not found inside
 * longer words («acuerdo» is not in «acuerdos»).
 */
export function findExact(text: string, quote: QuotedWords): number[] {
  const flat = flattenBlanks(text);
  const words = flattenBlanks(quote.exact);
  const found: number[] = [];
  if (words === '') return found;
  for (let at = flat.indexOf(words); at >= 0; at = flat.indexOf(words, at + 1)) {
    if (keepsWordEdges(flat, at, at + words.length, quote)) found.push(at);
    if (found.length >= MOST_OCCURRENCES) break;
  }
  return found;
}

/** True when the range begins and ends at a word's edge, wherever the quotation did so in its own context. */
export function keepsWordEdges(text: string, start: number, end: number, quote: QuotedWords): boolean {
  const cutBefore =
    isInsideWord(text, start) && !isInsideWord(quote.prefix + quote.exact, quote.prefix.length);
  const edge = quote.exact.length;
  const cutAfter = isInsideWord(text, end) && !isInsideWord(quote.exact + quote.suffix, edge);
  return !cutBefore && !cutAfter;
}

/** How well the text around a range agrees with the quotation's context: 0 (nothing) to 1 (all of it, or no context kept). */
export function scoreContext(text: string, start: number, end: number, quote: QuotedWords): number {
  const size = quote.prefix.length + quote.suffix.length;
  if (size === 0) return 1;
  return (countSameBefore(text, start, quote.prefix) + countSameAfter(text, end, quote.suffix)) / size;
}

function countSameBefore(text: string, start: number, prefix: string): number {
  let same = 0;
  while (same < prefix.length && isSame(text.at(start - 1 - same), prefix.at(-1 - same)) && same < start)
    same++;
  return same;
}

function countSameAfter(text: string, end: number, suffix: string): number {
  let same = 0;
  while (same < suffix.length && isSame(text[end + same], suffix[same])) same++;
  return same;
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one === other || (one === '\n' && other === ' ') || (one === ' ' && other === '\n');
}

function isInsideWord(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = text.codePointAt(offset - 1)!;
  const low = before >= 0xdc00 && before <= 0xdfff && offset > 1;
  return (
    WORD_CHARACTER.test(low ? text.slice(offset - 2, offset) : text[offset - 1]!) &&
    WORD_CHARACTER.test(String.fromCodePoint(text.codePointAt(offset)!))
  );
}
