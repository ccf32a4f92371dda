import type { QuoteSegment } from './selector.ts';

/** What is left, at least, of the words beside a quotation when it still stands in its sentence. */
const SAME_CONTEXT = 0.5;

const SENTENCE_END = /[.!?…;:]["»”’)\]]*\s+|\n/g;

/**
 * Whether a quotation still stands in its sentence: the words between it and the sentence's two ends are mostly the same. What
 * stands in other sentences does not matter; a «no» put in front of the quotation does.
 */
export function keepsContext(before: readonly QuoteSegment[], now: readonly QuoteSegment[]): boolean {
  const [first, last] = [before[0]!, before.at(-1)!];
  const [firstNow, lastNow] = [now[0]!, now.at(-1)!];
  return (
    isAlike(reverse(sentenceBefore(first.prefix)), reverse(sentenceBefore(firstNow.prefix))) &&
    isAlike(sentenceAfter(last), sentenceAfter(lastNow))
  );
}

function sentenceBefore(prefix: string): string {
  const end = [...prefix.matchAll(SENTENCE_END)].at(-1);
  return flatten(end ? prefix.slice(end.index + end[0].length) : prefix).trimStart();
}

function sentenceAfter({ exact, suffix }: QuoteSegment): string {
  if (/[.!?…]["»”’)\]]*$/.test(exact.trimEnd())) return '';
  const end = suffix.search(/[.!?…;:]["»”’)\]]*(?:\s|$)|\n/);
  return flatten(end < 0 ? suffix : suffix.slice(0, end)).trimEnd();
}

/** Whether two texts begin alike for at least half of the first; nothing is only like nothing. */
function isAlike(before: string, now: string): boolean {
  if (before === '') return now === '';
  let same = 0;
  while (same < before.length && before[same] === now[same]) same++;
  return same >= before.length * SAME_CONTEXT;
}

function flatten(text: string): string {
  return text.replace(/\s/g, ' ');
}

function reverse(text: string): string {
  return [...text].reverse().join('');
}
