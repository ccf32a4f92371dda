/** The part that a 1-based page belongs to: the last one beginning at or before it; null before the first. */
export function partOfPage(sectionPages: Readonly<Record<string, number>>, page: number): string | null {
  let best: string | null = null;
  let bestPage = 0;
  for (const [id, first] of Object.entries(sectionPages)) {
    if (first <= page && first >= bestPage) {
      best = id;
      bestPage = first;
    }
  }
  return best;
}
