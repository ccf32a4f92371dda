import type { Virtualizer } from '@tanstack/react-virtual';
import type { Place } from '../../../../shared/model/excerpt.ts';
import { intersectRanges } from '../text/places.ts';
import type { PlaceView } from '../view/place-view.ts';
import { boxesOfBlock, caretBoxOfBlock, findBlock, placeOfPoint } from './flow-dom.ts';
import { type FlowItem, itemAtPlace } from './flow-items.ts';

/** What {@link createFlowPlaceView} reads at the moment it is asked. */
export interface FlowState {
  scroller: HTMLElement | null;
  column: HTMLElement | null;
  items: readonly FlowItem[];
  virtualizer: Virtualizer<HTMLElement, Element>;
}

const READING_HEIGHT = 0.3;
const MARGIN = 48;

/** The {@link PlaceView} of flowing text: places are read from the drawn text. */
export function createFlowPlaceView(state: () => FlowState): PlaceView {
  return {
    placeAt: (x, y) => placeAt(state(), x, y),
    caretBox(place) {
      const { column, items } = state();
      const block = column && findBlock(column, itemAtPlace(items, place));
      return block ? caretBoxOfBlock(block, place.offset) : null;
    },
    boxesOf(parts) {
      const { column, items } = state();
      if (!column) return [];
      return [...column.querySelectorAll<HTMLElement>('[data-item]')].flatMap(block => {
        const item = items[Number(block.dataset.item)];
        const part = item && parts.get(item.page);
        const shared = part && intersectRanges(part, item);
        return shared ? boxesOfBlock(block, shared.start, shared.end) : [];
      });
    },
    reveal: (place, align) => reveal(state(), place, align),
  };
}

function placeAt({ scroller, column, items }: FlowState, x: number, y: number): Place | null {
  if (!scroller || !column || items.length === 0) return null;
  const box = scroller.getBoundingClientRect();
  const text = column.getBoundingClientRect();
  const inX = clamp(x, Math.max(text.left, box.left) + 1, Math.min(text.right, box.right) - 1);
  const inY = clamp(y, box.top + 1, box.top + scroller.clientHeight - 1);
  const point = document.caretPositionFromPoint(inX, inY);
  const place = point && placeOfPoint(point.offsetNode, point.offset, items);
  return place ?? nearestEdge(column, items, inY);
}

/** The start or end of the drawn block nearest to a height, for points that hit no text. */
function nearestEdge(column: HTMLElement, items: readonly FlowItem[], y: number): Place | null {
  let best: Place | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const block of column.querySelectorAll<HTMLElement>('[data-item]')) {
    const item = items[Number(block.dataset.item)];
    if (!item) continue;
    const box = block.getBoundingClientRect();
    const away = Math.max(box.top - y, y - box.bottom, 0);
    if (away >= least) continue;
    least = away;
    const isBelow = y > (box.top + box.bottom) / 2;
    best = { page: item.page, offset: isBelow ? item.end : item.start };
  }
  return best;
}

function reveal(state: FlowState, place: Place, align: 'center' | 'nearest', tries = 6): void {
  const { scroller, column, items, virtualizer } = state;
  if (!scroller || !column || items.length === 0) return;
  const index = itemAtPlace(items, place);
  const block = findBlock(column, index);
  const caret = block && caretBoxOfBlock(block, place.offset);
  if (caret) {
    scrollToBox(scroller, caret, align);
    // Blocks above are measured only once they are drawn and may shift this one: look again until it rests.
    if (align === 'center' && tries > 0) requestAnimationFrame(() => reveal(state, place, align, tries - 3));
    return;
  }
  virtualizer.scrollToIndex(index, { align: 'start' });
  if (tries > 0) requestAnimationFrame(() => reveal(state, place, align, tries - 1));
}

function scrollToBox(scroller: HTMLElement, box: DOMRect, align: 'center' | 'nearest'): void {
  const frame = scroller.getBoundingClientRect();
  const top = box.top - frame.top;
  const bottom = top + box.height;
  if (align === 'center') scroller.scrollTop += top - scroller.clientHeight * READING_HEIGHT;
  else if (top < MARGIN) scroller.scrollTop += top - MARGIN;
  else if (bottom > scroller.clientHeight - MARGIN) {
    scroller.scrollTop += bottom + MARGIN - scroller.clientHeight;
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}
