/** How many lines at the top and at the bottom of a page may be running heads, feet and page numbers. */
const FURNITURE_LINES = 3;
/** A line that repeats but is longer than this is text, in UTF-16 units. */
const LONGEST_FURNITURE = 160;

/** «12», «— 12 —», «xii», «Página 3 de 20», «p. 7», «3 / 20»; words of roman letters («mil», «civil») are none. */
const PAGE_NUMBER =
  /^[\s\-–—|·]*(?:p(?:[áa]g(?:ina)?|age)?\.?\s*)?(?:\d{1,4}|(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3}))(?:\s*(?:\/|de|of)\s*\d{1,4})?[\s\-–—|·]*$/i;

/** Headings that differ in their number are different headings, not a running head with its page number. */
const NUMBERED_HEADING =
  /^(?:art[íi]culo|article|cap[íi]tulo|chapter|secci[óo]n|section|anexo|annex|appendix|ap[ée]ndice|t[íi]tulo|title|parte|part|cl[áa]usula|clause|compromiso|commitment|acuerdo|agreement|eje|punto|item|tema|topic|cuadro|tabla|table|gr[áa]fico|figura|figure)\s+(?:n\.?\s?[º°o]\.?\s*)?(?:\d+|[ivxlc]+\b)/i;

/** The part of a page's text that is neither running head nor foot nor page number: UTF-16 offsets, end exclusive. */
export interface PageBody {
  start: number;
  end: number;
}

/**
 * Finds the body of a page: lines at its edges that are page numbers, or that repeat at the same edge of `others` (figures and order apart),
 * are left out. A page that is nothing else is left as it is.
 */
export function findBody(text: string, others: readonly string[]): PageBody {
  const lists = others.map(other => other.split('\n'));
  const heads = new Set(lists.flatMap(list => list.slice(0, FURNITURE_LINES).map(maskLine)));
  const feet = new Set(lists.flatMap(list => list.slice(-FURNITURE_LINES).map(maskLine)));
  const isFurniture = (line: string, repeated: Set<string>) =>
    line.length <= LONGEST_FURNITURE && (PAGE_NUMBER.test(line) || repeated.has(maskLine(line)));
  const lines = text.split('\n');
  let first = 0;
  let start = 0;
  while (first < FURNITURE_LINES && first < lines.length - 1 && isFurniture(lines[first]!, heads)) {
    start += lines[first]!.length + 1;
    first++;
  }
  let last = lines.length - 1;
  let end = text.length;
  while (last > first && lines.length - 1 - last < FURNITURE_LINES && isFurniture(lines[last]!, feet)) {
    end -= lines[last]!.length + 1;
    last--;
  }
  const nothingElse = last === first && isFurniture(lines[first]!, new Set([...heads, ...feet]));
  return nothingElse ? { start: 0, end: text.length } : { start, end };
}

/** Heads of left and right pages are the same words in another order, with another page number. */
function maskLine(line: string): string {
  const words = line.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length === 0) return line;
  const heading = NUMBERED_HEADING.exec(line)?.[0].toLowerCase() ?? '';
  return `${heading}\n${words.sort().join(' ')}`;
}
