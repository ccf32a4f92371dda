/** Where each page begins in a column of pages, in CSS pixels; one entry more for the end of the column. */
export function computeOffsets(heights: readonly number[], gap: number): Float64Array {
  const offsets = new Float64Array(heights.length + 1);
  offsets[0] = gap;
  for (let i = 0; i < heights.length; i++) offsets[i + 1] = offsets[i]! + Math.round(heights[i]!) + gap;
  return offsets;
}

/** The page that holds a height of the column (the gap below a page belongs to it); the nearest at its ends. */
export function pageAtOffset(offsets: Float64Array, y: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle]! <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** First and last page between two heights of the column. */
export function pagesBetween(offsets: Float64Array, top: number, bottom: number): [number, number] {
  return [pageAtOffset(offsets, top), pageAtOffset(offsets, bottom)];
}
