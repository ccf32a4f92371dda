/** Keeps a share of the whole between 1 and 99 per cent. */
export function clampShare(share: number): number {
  return Math.min(99, Math.max(1, share));
}

/**
 * Moves the border behind pane `index` by `by` per cent of the whole. Only the two panes beside it change,
 * neither below its least size, and the sum stays.
 */
export function resizePanes(
  sizes: readonly number[],
  least: readonly number[],
  index: number,
  by: number,
): number[] {
  const left = sizes[index];
  const right = sizes[index + 1];
  if (left === undefined || right === undefined) return [...sizes];
  const most = Math.max(0, right - (least[index + 1] ?? 0));
  const fewest = Math.min(0, (least[index] ?? 0) - left);
  const moved = Math.min(most, Math.max(fewest, by));
  return sizes.map((size, at) => {
    if (at === index) return size + moved;
    return at === index + 1 ? size - moved : size;
  });
}
