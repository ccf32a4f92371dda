import type { Setting } from './setting.ts';

/**
 * What references know of pages while they are laid out. Pages are known for certain only afterwards: what was `asked` is
 * compared then, and what has changed is laid out again.
 */
export interface PrintedPages {
  /** Page (from 1) of every target of the document as it was laid out last; null before the first time. */
  known: ReadonlyMap<string, number> | null;
  /** Whether `known` is a whole document's, so that what it lacks is nowhere. */
  complete: boolean;
  /** The answers given, by target. */
  asked: Map<string, PageAnswer>;
  /** Pages all take the same room (to less than a point), so that printing another moves nothing. */
  padded: boolean;
}

/** A page from 1, null for a target that is nowhere, or `guess` while nothing is known. */
export type PageAnswer = number | null | 'guess';

/** Stands for the page of something that is not in the document. */
export const NO_PAGE = '—';
/** As long as most page numbers of a dossier, so that the first layout is mostly right. */
const GUESSED_PAGE = '00';
/** Figure spaces are as wide as figures. */
const PADDED_DIGITS = 4;

/** What is known before a document was ever laid out. */
export function unknownPages(): PrintedPages {
  return { known: null, complete: false, asked: new Map(), padded: false };
}

/** The page of a target, as it is to be asked again: by the rules of `PrintedPages`. */
export function answerPage(id: string, { known, complete }: PrintedPages): PageAnswer {
  return known?.get(id) ?? (complete ? null : 'guess');
}

/** The page of a target as text, remembered as asked. */
export function printedPage(id: string, { pages }: Setting): string {
  const answer = answerPage(id, pages);
  pages.asked.set(id, answer);
  if (answer === null) return NO_PAGE;
  const text = answer === 'guess' ? GUESSED_PAGE : String(answer);
  return pages.padded ? text.padStart(PADDED_DIGITS, '\u2007') : text;
}
