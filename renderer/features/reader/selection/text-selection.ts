import type { Place } from '../../../../shared/model/excerpt.ts';
import { type PageTexts, paragraphAt, wordAt } from '../text/movement.ts';
import { comparePlaces, orderPlaces, type PlaceRange } from '../text/places.ts';

/** What is selected: from where it was begun to where it is now; a caret when both are the same place. */
export interface TextSelection {
  anchor: Place;
  focus: Place;
}

/** What one, two or three presses of the mouse take. */
export type SelectionUnit = 'character' | 'word' | 'paragraph';

/** The selected passage in reading order; null for a caret or nothing. */
export function rangeOf(selection: TextSelection | null): PlaceRange | null {
  if (!selection || comparePlaces(selection.anchor, selection.focus) === 0) return null;
  return orderPlaces(selection.anchor, selection.focus);
}

/** The unit of text at a place, as a passage. */
export function unitAt(texts: PageTexts, place: Place, unit: SelectionUnit): PlaceRange {
  const text = texts.textOf(place.page) ?? '';
  if (unit === 'character') return { start: place, end: place };
  const range = unit === 'word' ? wordAt(text, place.offset) : paragraphAt(text, place.offset);
  return {
    start: { page: place.page, offset: range.start },
    end: { page: place.page, offset: range.end },
  };
}

/** Extends from the unit that was pressed first to the unit under the mouse; both are wholly in. */
export function extendSelection(origin: PlaceRange, reached: PlaceRange): TextSelection {
  if (comparePlaces(reached.start, origin.start) < 0) return { anchor: origin.end, focus: reached.start };
  const focus = comparePlaces(reached.end, origin.end) > 0 ? reached.end : origin.end;
  return { anchor: origin.start, focus };
}
