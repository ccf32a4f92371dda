import { decideHyphen } from './join-hyphens.ts';
import type { QuoteSegment } from './selector.ts';

const BROKEN_END = /([\p{L}\p{M}\d]+(?:-[\p{L}\p{M}\d]+)*)[-‐‑]$/u;
const WORD_AT_START = /^[\p{L}\p{M}\d]+/u;

/** How the text of one page goes on in the next: what of it is dropped at its end, and what is put between the two. */
export interface PageJoint {
  dropped: 0 | 1;
  separator: '' | ' ';
}

/** Decides how `after` continues `before` over a page break: a broken word is made whole, a compound keeps its hyphen. */
export function joinPages(before: string, after: string): PageJoint {
  const head = BROKEN_END.exec(before.slice(-64))?.[1];
  const tail = WORD_AT_START.exec(after.slice(0, 64))?.[0];
  if (head === undefined || tail === undefined) return { dropped: 0, separator: ' ' };
  return { dropped: decideHyphen(head, tail) === 'join' ? 1 : 0, separator: '' };
}

/** The exact words of a passage across its pages, as one text; a word broken by the page end is whole again. */
export function joinSegments(segments: readonly Pick<QuoteSegment, 'exact'>[]): string {
  let text = '';
  for (const { exact } of segments) {
    if (text === '') text = exact;
    else {
      const joint = joinPages(text, exact);
      text = text.slice(0, text.length - joint.dropped) + joint.separator + exact;
    }
  }
  return text;
}
