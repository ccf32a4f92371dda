import type { Place } from '../../../../shared/model/excerpt.ts';
import type { FlowItem } from './flow-items.ts';

/** Finds the drawn element of an item by its number. */
export function findBlock(root: HTMLElement, item: number): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-item="${item}"]`);
}

/** The place in the source's text of a point in a drawn piece of text; null for a node that shows no text of the source. */
export function placeOfPoint(node: Node, offset: number, items: readonly FlowItem[]): Place | null {
  const element = node instanceof Element ? node : node.parentElement;
  const item = items[Number(element?.closest<HTMLElement>('[data-item]')?.dataset.item ?? -1)];
  const piece = element?.closest<HTMLElement>('[data-start]');
  if (!item || !piece) return null;
  const start = Number(piece.dataset.start);
  const within = node === piece.firstChild ? offset : offset > 0 ? (piece.textContent?.length ?? 0) : 0;
  return { page: item.page, offset: Math.min(item.end, start + within) };
}

/** The DOM point of an offset inside a drawn block; null when the block is empty. */
export function pointOfOffset(block: HTMLElement, offset: number): { node: Text; offset: number } | null {
  let last: { node: Text; offset: number } | null = null;
  for (const piece of block.querySelectorAll<HTMLElement>('[data-start]')) {
    const node = piece.firstChild;
    if (!(node instanceof Text)) continue;
    const start = Number(piece.dataset.start);
    if (offset < start) break;
    last = { node, offset: Math.min(node.length, offset - start) };
    if (offset < start + node.length) break;
  }
  return last;
}

/** The boxes of a range of a block's text, one or more a line. */
export function boxesOfBlock(block: HTMLElement, start: number, end: number): DOMRect[] {
  const from = pointOfOffset(block, start);
  const to = pointOfOffset(block, end);
  if (!from || !to) return [];
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return [...range.getClientRects()].filter(box => box.width > 0);
}

/** Where a caret before an offset stands: a box as high as the line; null when nothing is drawn. */
export function caretBoxOfBlock(block: HTMLElement, offset: number): DOMRect | null {
  const point = pointOfOffset(block, offset);
  if (!point) return null;
  const range = document.createRange();
  const atEnd = point.offset >= point.node.length && point.offset > 0;
  range.setStart(point.node, atEnd ? point.offset - 1 : point.offset);
  range.setEnd(point.node, atEnd ? point.offset : Math.min(point.node.length, point.offset + 1));
  const box = [...range.getClientRects()].at(atEnd ? -1 : 0);
  return box ? new DOMRect(atEnd ? box.right : box.left, box.top, 0, box.height) : null;
}
