import type { Place } from '../../../../shared/model/excerpt.ts';
import type { TextRange } from './places.ts';

/** The texts of a source's pages, as far as they are loaded. */
export interface PageTexts {
  count: number;
  /** The page's normalised text, or undefined while it is not loaded. */
  textOf(page: number): string | undefined;
}

/** One step of the caret. */
export type MovementUnit = 'character' | 'word' | 'page' | 'document';

/** How much of a text around the caret is looked at for the edge of a character or word, in UTF-16 units. */
const WINDOW = 400;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * The place one step before (`direction` -1) or after (1) a place. At a page's edge it goes on in the next page that has
 * text; at the document's edge it stays.
 */
export function movePlace(texts: PageTexts, place: Place, unit: MovementUnit, direction: -1 | 1): Place {
  if (unit === 'document') return direction < 0 ? firstPlace(texts) : lastPlace(texts);
  const text = texts.textOf(place.page) ?? '';
  const atEdge = direction < 0 ? place.offset <= 0 : place.offset >= text.length;
  if (unit === 'page' || atEdge) {
    const page = findPage(texts, place.page + direction, direction);
    if (page === null) return direction < 0 ? { ...place, offset: 0 } : { ...place, offset: text.length };
    const toStart = unit === 'page' || direction > 0;
    return { page, offset: toStart ? 0 : texts.textOf(page)!.length };
  }
  const move = direction < 0 ? moveBack : moveForth;
  return { page: place.page, offset: move(text, place.offset, unit) };
}

function moveForth(text: string, offset: number, unit: 'character' | 'word'): number {
  const slice = text.slice(offset, offset + WINDOW);
  if (unit === 'character') return offset + (first(graphemes.segment(slice))?.segment.length ?? 0);
  for (const { index, isWordLike } of words.segment(slice)) {
    if (index > 0 && isWordLike) return offset + index;
  }
  return offset + slice.length;
}

function moveBack(text: string, offset: number, unit: 'character' | 'word'): number {
  const from = Math.max(0, offset - WINDOW);
  const segments = [...(unit === 'character' ? graphemes : words).segment(text.slice(from, offset))];
  const stop = unit === 'character' ? segments.at(-1) : segments.findLast(segment => segment.isWordLike);
  return from + (stop?.index ?? 0);
}

function first<T>(items: Iterable<T>): T | undefined {
  for (const item of items) return item;
  return undefined;
}

/** The first place of the document that has text. */
export function firstPlace(texts: PageTexts): Place {
  return { page: findPage(texts, 0, 1) ?? 0, offset: 0 };
}

/** The place after the document's last word. */
export function lastPlace(texts: PageTexts): Place {
  const page = findPage(texts, texts.count - 1, -1) ?? 0;
  return { page, offset: texts.textOf(page)?.length ?? 0 };
}

function findPage(texts: PageTexts, from: number, direction: -1 | 1): number | null {
  for (let page = from; page >= 0 && page < texts.count; page += direction) {
    if (texts.textOf(page)) return page;
  }
  return null;
}

/** The word at an offset, the word just before it when the offset stands at its end, else the single sign there. */
export function wordAt(text: string, offset: number): TextRange {
  const from = Math.max(0, offset - WINDOW);
  const segments = words.segment(text.slice(from, offset + WINDOW));
  const at = segments.containing(Math.max(0, offset - from));
  const before = at?.isWordLike || offset <= from ? undefined : segments.containing(offset - from - 1);
  const chosen = before?.isWordLike ? before : (at ?? before);
  if (!chosen) return { start: text.length, end: text.length };
  return { start: from + chosen.index, end: from + chosen.index + chosen.segment.length };
}

/** The paragraph at an offset: what stands between two line ends. */
export function paragraphAt(text: string, offset: number): TextRange {
  const end = text.indexOf('\n', offset);
  return {
    start: offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0,
    end: end < 0 ? text.length : end,
  };
}
