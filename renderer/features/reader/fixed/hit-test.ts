import { describeGeometry, type PageGeometry, type PageLine, type PageRegion } from './page-lines.ts';
import type { FixedText } from './range-rects.ts';
import { type MeasureText, xToOffset } from './run-advances.ts';

/** Distance across lines weighs more than along them when regions lie over each other. */
const ACROSS = 4;

/**
 * The offset of a page's text nearest to a point (points, origin top left). Beside a short line it is that line's end; between
 * two columns it is the nearer column. 0 on a page without text.
 */
export function offsetAtPoint(page: FixedText, x: number, y: number, measure: MeasureText): number {
  const line = chooseLine(describeGeometry(page.runs), x, y);
  if (!line) return 0;
  let best = line.runs[0]!;
  let distance = Number.POSITIVE_INFINITY;
  for (const run of line.runs) {
    const away = outside(x, run.x, run.x + run.width);
    if (away < distance) [best, distance] = [run, away];
  }
  return xToOffset(page.text, best, x, measure);
}

function chooseLine(geometry: PageGeometry, x: number, y: number): PageLine | null {
  const regions = nearestRegions(geometry.regions, x, y);
  const only = regions.length === 1;
  let best: PageLine | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const line of regions.flatMap(region => region.lines)) {
    const across = outside(y, line.top, line.bottom);
    const along = outside(x, line.left, line.right);
    const distance = only ? across * 1e6 + along : across * ACROSS + along;
    if (distance < least) [best, least] = [line, distance];
  }
  return best;
}

function nearestRegions(regions: readonly PageRegion[], x: number, y: number): PageRegion[] {
  const distances = regions.map(
    region => outside(x, region.left, region.right) + outside(y, region.top, region.bottom),
  );
  const least = Math.min(...distances);
  return regions.filter((_, i) => distances[i] === least);
}

function outside(value: number, low: number, high: number): number {
  return Math.max(low - value, value - high, 0);
}
