import type { Place } from '../../../../shared/model/excerpt.ts';
import type { RangeParts } from '../text/range-parts.ts';

/** A rectangle of the window, in CSS pixels. */
export interface ClientBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What selecting, finding and jumping need of whatever shows the text. */
export interface PlaceView {
  /** The place nearest to a point of the window; null when nothing is shown. */
  placeAt(x: number, y: number): Place | null;
  /** Where a caret at a place stands in the window; null when that place is not drawn now. */
  caretBox(place: Place): ClientBox | null;
  /** The boxes of a passage, as far as it is drawn now. */
  boxesOf(parts: RangeParts): ClientBox[];
  /** Scrolls to a place: `center` puts it where one reads, `nearest` scrolls only when it is out of sight. */
  reveal(place: Place, align: 'center' | 'nearest'): void;
}
