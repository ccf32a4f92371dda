import { heightOfItem, type VerticalItem } from './vertical-list.ts';

/**
 * Divides a column so that the first part is at most `room` high, where it may be divided if there is such a place, else
 * before the first box that does not fit.
 */
export function splitColumn(items: VerticalItem[], room: number): [VerticalItem[], VerticalItem[]] {
  let height = 0;
  let legal = 0;
  for (const [i, item] of items.entries()) {
    if (item.kind === 'penalty' && item.value === 'allow') legal = i;
    if (item.kind === 'glue' && items[i - 1]?.kind === 'box') legal = i;
    if (item.kind === 'box' && height + item.height > room + 0.01) {
      const parts = item.split?.(room - height);
      if (parts)
        return [
          [...items.slice(0, i), parts[0]],
          [parts[1], ...items.slice(i + 1)],
        ];
      const at = legal || i;
      return [items.slice(0, at), items.slice(at)];
    }
    height += heightOfItem(item);
  }
  return [items, []];
}
