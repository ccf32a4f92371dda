/** What the reader needs of a page to name it. */
export interface LabelledPage {
  index: number;
  label: string | null;
}

/** The physical index of a page by its number counted from 1; null when there is no such page. */
export function pageByNumber(input: string, count: number): number | null {
  const number = /^\s*(\d{1,6})\s*$/.exec(input)?.[1];
  if (number === undefined) return null;
  const index = Number(number) - 1;
  return index >= 0 && index < count ? index : null;
}

/**
 * The physical index of the page that bears a printed label, case aside; of several that bear it, the next one from `from`
 * on, else the first. Null when no page does.
 */
export function pageByLabel(input: string, pages: Iterable<LabelledPage>, from = 0): number | null {
  const wanted = input.trim().toLowerCase();
  if (wanted === '') return null;
  let first: number | null = null;
  for (const { index, label } of pages) {
    if (label?.toLowerCase() !== wanted) continue;
    if (index > from) return index;
    first ??= index;
  }
  return first;
}
