/** How many lines at the top and at the bottom of a page may be running heads, feet and page numbers. */
const FURNITURE_LINES = 3;
/** A line that repeats but is longer than this is text, in UTF-16 units. */
const LONGEST_FURNITURE = 160;

/** «12», «— 12 —», «xii», «Página 3 de 20», «p. 7», «3 / 20». */
const PAGE_NUMBER =
  /^[\s\-–—|·]*(?:p(?:[áa]g(?:ina)?|age)?\.?\s*)?(?:\d{1,4}|[ivxlcdm]{1,8})(?:\s*(?:\/|de|of)\s*\d{1,4})?[\s\-–—|·]*$/i;

/** The part of a page's text that is neither running head nor foot nor page number: UTF-16 offsets, end exclusive. */
export interface PageBody {
  start: number;
  end: number;
}

/**
 * Finds the body of a page: lines at its edges that are page numbers, or that repeat at the edges of `others` (figures and order apart), are
 * left out. A page that is nothing else is left as it is.
 */
export function findBody(text: string, others: readonly string[]): PageBody {
  const repeated = new Set(others.flatMap(other => edgeLines(other).map(maskLine)));
  const isFurniture = (line: string) =>
    line.length <= LONGEST_FURNITURE && (PAGE_NUMBER.test(line) || repeated.has(maskLine(line)));
  const lines = text.split('\n');
  let first = 0;
  let start = 0;
  while (first < FURNITURE_LINES && first < lines.length - 1 && isFurniture(lines[first]!)) {
    start += lines[first]!.length + 1;
    first++;
  }
  let last = lines.length - 1;
  let end = text.length;
  while (last > first && lines.length - 1 - last < FURNITURE_LINES && isFurniture(lines[last]!)) {
    end -= lines[last]!.length + 1;
    last--;
  }
  return last === first && isFurniture(lines[first]!) ? { start: 0, end: text.length } : { start, end };
}

function edgeLines(text: string): string[] {
  const lines = text.split('\n');
  if (lines.length <= 2 * FURNITURE_LINES) return lines;
  return [...lines.slice(0, FURNITURE_LINES), ...lines.slice(-FURNITURE_LINES)];
}

/** Heads of left and right pages are the same words in another order, with another page number. */
function maskLine(line: string): string {
  const words = line.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.length > 0 ? words.sort().join(' ') : line;
}
