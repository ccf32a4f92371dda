import type { TextRun } from '../../../../shared/model/page.ts';

/** A printed line of a page: runs that follow each other on one height. Points, origin top left. */
export interface PageLine {
  runs: TextRun[];
  start: number;
  end: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Lines that stand below each other: a column or a whole page; its box holds them all. */
export interface PageRegion {
  lines: PageLine[];
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The lines and regions of a page, in the order of its text. */
export interface PageGeometry {
  lines: PageLine[];
  regions: PageRegion[];
}

/** Two runs are on one line when they share this much of the lower one's height. */
const SAME_LINE = 0.5;

const geometries = new WeakMap<readonly TextRun[], PageGeometry>();

/** Groups a page's runs into lines and regions, once per page. */
export function describeGeometry(runs: readonly TextRun[]): PageGeometry {
  let geometry = geometries.get(runs);
  if (!geometry) {
    const lines = groupLines(runs);
    geometry = { lines, regions: groupRegions(lines) };
    geometries.set(runs, geometry);
  }
  return geometry;
}

function groupLines(runs: readonly TextRun[]): PageLine[] {
  const lines: PageLine[] = [];
  for (const run of [...runs].sort((a, b) => a.start - b.start)) {
    if (run.end <= run.start) continue;
    const line = lines.at(-1);
    if (line && continuesLine(line, run)) extendLine(line, run);
    else lines.push(startLine(run));
  }
  return lines;
}

function continuesLine(line: PageLine, run: TextRun): boolean {
  if (isVertical(run) || isVertical(line.runs.at(-1)!)) return false;
  const shared = Math.min(line.bottom, run.y + run.height) - Math.max(line.top, run.y);
  const lower = Math.min(line.bottom - line.top, run.height);
  const last = line.runs.at(-1)!;
  return shared >= SAME_LINE * lower && run.x >= last.x + last.width - run.height;
}

/** A run written upwards or downwards is a line of its own, or a column of them would be taken for one line. */
function isVertical(run: TextRun): boolean {
  return run.end - run.start > 2 && run.height > 1.5 * run.width;
}

function startLine(run: TextRun): PageLine {
  const { start, end } = run;
  return {
    runs: [run],
    start,
    end,
    left: run.x,
    right: run.x + run.width,
    top: run.y,
    bottom: run.y + run.height,
  };
}

function extendLine(line: PageLine, run: TextRun): void {
  line.runs.push(run);
  line.end = run.end;
  line.left = Math.min(line.left, run.x);
  line.right = Math.max(line.right, run.x + run.width);
  line.top = Math.min(line.top, run.y);
  line.bottom = Math.max(line.bottom, run.y + run.height);
}

function groupRegions(lines: readonly PageLine[]): PageRegion[] {
  const regions: PageRegion[] = [];
  for (const line of lines) {
    const region = regions.at(-1);
    const above = region?.lines.at(-1);
    if (region && above && line.top >= above.top + 0.5 * (above.bottom - above.top)) {
      region.lines.push(line);
      region.left = Math.min(region.left, line.left);
      region.right = Math.max(region.right, line.right);
      region.bottom = Math.max(region.bottom, line.bottom);
    } else {
      const { left, right, top, bottom } = line;
      regions.push({ lines: [line], left, right, top, bottom });
    }
  }
  return regions;
}
