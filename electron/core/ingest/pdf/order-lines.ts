import type { PdfLine, PdfRun } from './read-lines.ts';

/** A line reaches across a row when both halves are prose: at least this many letters each. */
const LEAST_PROSE = 18;

/** A space wider than this many type sizes may be the gutter between two columns. */
const LEAST_GUTTER = 0.8;

/**
 * Puts lines into reading order. The order of the file's content is right for nearly all documents and is kept, unless it jumps between
 * two columns of prose row by row, or up and down the page at random; then the page is cut into columns and blocks. Gives the same array when the order is kept.
 */
export function orderLines(lines: PdfLine[], pageWidth: number): PdfLine[] {
  const parts = lines.flatMap(splitAtGaps);
  if (parts.length < 6 || !isScrambled(parts, pageWidth)) return lines;
  return cutBlocks(parts, pageWidth);
}

/** Parts a line that runs across a gutter: what stands on one baseline is one line to pdf.js. Narrower blanks stay where they are. */
function splitAtGaps(line: PdfLine): PdfLine[] {
  const groups: PdfRun[][] = [[]];
  let end = Number.NEGATIVE_INFINITY;
  for (const run of line.runs) {
    const blank = run.text.trim() === '';
    const apart = end > Number.NEGATIVE_INFINITY && run.x - end > LEAST_GUTTER * line.size;
    if (!blank && apart) groups.push([]);
    groups.at(-1)!.push(run);
    if (!blank) end = run.x + run.width;
  }
  return groups.length === 1 ? [line] : groups.map(runs => composeLine(runs, line));
}

function composeLine(runs: PdfRun[], { baseline, size }: PdfLine): PdfLine {
  const words = runs.filter(run => run.text.trim() !== '');
  const last = words.at(-1)!;
  const text = runs.map(run => run.text).join('');
  return { runs, text, left: words[0]!.x, right: last.x + last.width, baseline, size };
}

/** Counts the jumps that no reader would make. */
function isScrambled(lines: readonly PdfLine[], pageWidth: number): boolean {
  let acrossColumns = 0;
  let upwards = 0;
  for (let i = 1; i < lines.length; i++) {
    const before = lines[i - 1]!;
    const line = lines[i]!;
    const sameRow = Math.abs(line.baseline - before.baseline) < 0.4 * line.size;
    if (sameRow && isColumnPair(before, line, pageWidth)) acrossColumns++;
    if (!sameRow && line.baseline < before.baseline - 2 * line.size) upwards++;
  }
  return acrossColumns > lines.length / 5 || upwards > Math.max(4, lines.length / 4);
}

function isColumnPair(left: PdfLine, right: PdfLine, pageWidth: number): boolean {
  const gap = right.left - left.right;
  const prose = left.text.length >= LEAST_PROSE && right.text.length >= LEAST_PROSE;
  const filled = left.right - left.left > 0.25 * pageWidth || right.right - right.left > 0.25 * pageWidth;
  return prose && filled && gap > LEAST_GUTTER * left.size && gap < 0.15 * pageWidth;
}

/** Recursive XY-cut (Nagy 1984): at the widest vertical gutter into columns, else at the highest horizontal gap into blocks. */
function cutBlocks(lines: PdfLine[], pageWidth: number, depth = 0): PdfLine[] {
  if (lines.length < 2 || depth > 12) return sortRows(lines);
  const gutter = findGutter(lines);
  if (gutter !== null) {
    const left = lines.filter(line => line.right <= gutter);
    const right = lines.filter(line => line.right > gutter);
    return [...cutBlocks(left, pageWidth, depth + 1), ...cutBlocks(right, pageWidth, depth + 1)];
  }
  const level = findLevel(lines);
  if (level === null) return sortRows(lines);
  const above = lines.filter(line => line.baseline <= level);
  const below = lines.filter(line => line.baseline > level);
  return [...cutBlocks(above, pageWidth, depth + 1), ...cutBlocks(below, pageWidth, depth + 1)];
}

/** The x in the middle of the widest empty vertical strip with lines of prose on both sides, or null. */
function findGutter(lines: readonly PdfLine[]): number | null {
  const sorted = [...lines].sort((a, b) => a.left - b.left);
  let reach = sorted[0]!.right;
  let best: { x: number; width: number } | null = null;
  for (const line of sorted) {
    const width = line.left - reach;
    if (width > 0.5 * line.size && (!best || width > best.width)) best = { x: reach + width / 2, width };
    reach = Math.max(reach, line.right);
  }
  if (!best) return null;
  const { x } = best;
  const left = lines.filter(line => line.right <= x).length;
  return left > 0 && left < lines.length ? x : null;
}

/**
 * The baseline below which to cut: the edge of a line that spans the gutter of the others (a heading, a running head), or else the
 * highest gap. Null when the lines are a single block.
 */
function findLevel(lines: readonly PdfLine[]): number | null {
  const rows = [...lines].sort((a, b) => a.baseline - b.baseline);
  let best: { level: number; gap: number } | null = null;
  for (let i = 1; i < rows.length; i++) {
    const gap = rows[i]!.baseline - rows[i - 1]!.baseline;
    const rest = [rows.slice(0, i), rows.slice(i)];
    const opensGutter = rest.some(part => part.length > 3 && findGutter(part) !== null);
    const weight = gap + (opensGutter ? 1000 : 0);
    if (gap > 0.5 * rows[i]!.size && (!best || weight > best.gap)) {
      best = { level: rows[i - 1]!.baseline, gap: weight };
    }
  }
  return best && best.gap > 1.6 * rows[0]!.size ? best.level : null;
}

function sortRows(lines: readonly PdfLine[]): PdfLine[] {
  return [...lines].sort((a, b) =>
    Math.abs(a.baseline - b.baseline) < 0.4 * Math.min(a.size, b.size)
      ? a.left - b.left
      : a.baseline - b.baseline,
  );
}
