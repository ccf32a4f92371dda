import type { Place } from '../../../../shared/model/excerpt.ts';
import type { PageTexts } from '../text/movement.ts';
import { orderPlaces, type PlaceRange } from '../text/places.ts';
import { partsOfRange } from '../text/range-parts.ts';

/** Longest text that is spoken of a selection; of longer ones the beginning and the end. */
const SPOKEN = 200;

/** What the caret passed on its way, as it is spoken; the character it stands before when it passed a single one. */
export function passedText(texts: PageTexts, from: Place, to: Place): string {
  const { start, end } = orderPlaces(from, to);
  const single = start.page === end.page && end.offset - start.offset <= 2;
  if (single) return (texts.textOf(to.page) ?? '').slice(to.offset, to.offset + 1).trim();
  return shorten(textBetween(texts, { start, end }));
}

/** The words of a passage as they are spoken. */
export function spokenPassage(texts: PageTexts, range: PlaceRange): string {
  return shorten(textBetween(texts, range));
}

/** The words of a passage as they stand in the pages, pages parted by a blank; missing pages are left out. */
export function textBetween(texts: PageTexts, range: PlaceRange): string {
  const pages = new Map<number, { index: number; text: string }>();
  for (let index = range.start.page; index <= range.end.page; index++) {
    const text = texts.textOf(index);
    if (text !== undefined) pages.set(index, { index, text });
  }
  const parts = [...partsOfRange(pages, range)].map(([index, { start, end }]) =>
    pages.get(index)!.text.slice(start, end).trim(),
  );
  return parts.filter(Boolean).join(' ');
}

function shorten(text: string): string {
  return text.length <= SPOKEN ? text : `${text.slice(0, SPOKEN / 2)} … ${text.slice(-SPOKEN / 2)}`;
}
