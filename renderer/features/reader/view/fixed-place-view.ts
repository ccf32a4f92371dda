import type { Place } from '../../../../shared/model/excerpt.ts';
import type { Page } from '../../../../shared/model/page.ts';
import { offsetAtPoint } from '../fixed/hit-test.ts';
import { pageAtOffset, pagesBetween } from '../fixed/page-offsets.ts';
import { caretRect, type FixedText, type PageRect, rangeRects } from '../fixed/range-rects.ts';
import { measureText } from './measure-text.ts';
import type { ClientBox, PlaceView } from './place-view.ts';
import { leftOf, type PageColumn } from './use-page-column.ts';

/** What {@link createFixedPlaceView} reads at the moment it is asked. */
export interface FixedState {
  scroller: HTMLElement | null;
  column: PageColumn;
  pages: ReadonlyMap<number, Page>;
}

/** Share of the window's height above a place that one has jumped to. */
const READING_HEIGHT = 0.3;
/** Room (CSS pixels) kept around a caret that is followed. */
const MARGIN = 48;

/** The {@link PlaceView} of pages with fixed boxes: everything is computed, nothing is read from the drawn elements. */
export function createFixedPlaceView(state: () => FixedState): PlaceView {
  return {
    placeAt: (x, y) => placeAt(state(), x, y),
    caretBox(place) {
      const now = state();
      const page = textOf(now.pages.get(place.page));
      const rect = page && caretRect(page, place.offset, measureText);
      return rect ? toClient(now, place.page, rect) : null;
    },
    boxesOf(parts) {
      const now = state();
      return drawnPages(now).flatMap(index => {
        const page = textOf(now.pages.get(index));
        const part = parts.get(index);
        if (!page || !part) return [];
        return rangeRects(page, part, measureText).map(rect => toClient(now, index, rect));
      });
    },
    reveal: (place, align) => reveal(state(), place, align),
  };
}

function placeAt({ scroller, column, pages }: FixedState, x: number, y: number): Place | null {
  if (!scroller || column.sizes.length === 0) return null;
  const box = scroller.getBoundingClientRect();
  const top = y - box.top + scroller.scrollTop;
  const index = pageAtOffset(column.offsets, top);
  const page = textOf(pages.get(index));
  if (!page) return { page: index, offset: 0 };
  const left = x - box.left + scroller.scrollLeft - leftOf(column, index);
  const offset = offsetAtPoint(
    page,
    left / column.scale,
    (top - column.offsets[index]!) / column.scale,
    measureText,
  );
  return { page: index, offset };
}

function toClient({ scroller, column }: FixedState, index: number, rect: PageRect): ClientBox {
  const box = scroller?.getBoundingClientRect();
  return {
    left: (box?.left ?? 0) - (scroller?.scrollLeft ?? 0) + leftOf(column, index) + rect.x * column.scale,
    top: (box?.top ?? 0) - (scroller?.scrollTop ?? 0) + column.offsets[index]! + rect.y * column.scale,
    width: rect.width * column.scale,
    height: rect.height * column.scale,
  };
}

function drawnPages({ scroller, column }: FixedState): number[] {
  const top = scroller?.scrollTop ?? 0;
  const [first, last] = pagesBetween(column.offsets, top, top + (scroller?.clientHeight ?? 0));
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function reveal({ scroller, column, pages }: FixedState, place: Place, align: 'center' | 'nearest'): void {
  if (!scroller || place.page >= column.sizes.length) return;
  const page = textOf(pages.get(place.page));
  const rect = place.offset > 0 && page ? caretRect(page, place.offset, measureText) : null;
  const pageTop = column.offsets[place.page]!;
  if (!rect && align === 'center') {
    scroller.scrollTop = pageTop - 8;
    return;
  }
  const top = pageTop + (rect?.y ?? 0) * column.scale;
  const bottom = top + (rect?.height ?? 12) * column.scale;
  if (align === 'center') scroller.scrollTop = top - scroller.clientHeight * READING_HEIGHT;
  else if (top < scroller.scrollTop + MARGIN) scroller.scrollTop = top - MARGIN;
  else if (bottom > scroller.scrollTop + scroller.clientHeight - MARGIN) {
    scroller.scrollTop = bottom + MARGIN - scroller.clientHeight;
  }
  keepColumnInSight(scroller, leftOf(column, place.page) + (rect?.x ?? 0) * column.scale);
}

function keepColumnInSight(scroller: HTMLElement, left: number): void {
  const right = scroller.scrollLeft + scroller.clientWidth;
  if (left < scroller.scrollLeft || left > right - MARGIN) {
    scroller.scrollLeft = Math.max(0, left - scroller.clientWidth / 2);
  }
}

/** A page's text with its boxes, or null while it is not loaded. */
export function textOf(page: Page | undefined): FixedText | null {
  if (page?.layout.kind !== 'fixed') return null;
  return { text: page.text, runs: page.layout.runs };
}
