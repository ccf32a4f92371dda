/** Moves places of labels apart so that each has `gap` between it and the next, in their order, within bounds where they fit; gives the new places. */
export function spreadLabels(wanted: number[], gap: number, from: number, to: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  const placed = order.map(i => Math.min(Math.max(wanted[i]!, from), to));
  for (let i = 1; i < placed.length; i++) placed[i] = Math.max(placed[i]!, placed[i - 1]! + gap);
  let limit = to;
  for (let i = placed.length - 1; i >= 0 && placed[i]! > limit; i--) {
    placed[i] = limit;
    limit -= gap;
  }
  const result: number[] = [];
  for (const [i, index] of order.entries()) result[index] = placed[i]!;
  return result;
}
