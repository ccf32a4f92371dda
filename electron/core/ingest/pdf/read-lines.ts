import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js';

/** One glyph run of a PDF page: its raw text and its box. Points, origin top left of the page as it is read. */
export interface PdfRun {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One printed line: its runs in writing order, its box, its baseline and its type size (points). */
export interface PdfLine {
  runs: PdfRun[];
  text: string;
  left: number;
  right: number;
  baseline: number;
  size: number;
}

/** A page's lines in the order of the file's content, and the page's size in points after its rotation. */
export interface PdfPageLines {
  width: number;
  height: number;
  lines: PdfLine[];
}

interface TextItem {
  str: string;
  width: number;
  height: number;
  transform: number[];
  fontName: string;
  hasEOL: boolean;
}

interface FontStyle {
  ascent: number;
  descent: number;
}

/** Reads the lines of one page with their boxes. Throws what pdf.js throws when the page cannot be read. */
export async function readLines(page: PDFPageProxy): Promise<PdfPageLines> {
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ includeMarkedContent: false });
  const styles = content.styles as Record<string, FontStyle>;
  const builder = new LineBuilder();
  const drawn = new Map<string, PlacedRun[]>();
  for (const item of content.items as TextItem[]) {
    const run = item.str === '' ? null : placeRun(item, styles[item.fontName], viewport.transform);
    if (run && !wasDrawn(drawn, run)) builder.add(run, item.str.trim() !== '');
    if (item.hasEOL) builder.endLine();
  }
  builder.endLine();
  return { width: viewport.width, height: viewport.height, lines: builder.lines };
}

interface PlacedRun extends PdfRun {
  baseline: number;
  size: number;
}

/** The box of a run: pdf.js gives origin, advance and font matrix in PDF space; the page's transform turns it for reading. */
function placeRun(item: TextItem, style: FontStyle | undefined, page: readonly number[]): PlacedRun {
  const [a, b, c, d, e, f] = multiply(page, item.transform);
  const size = Math.hypot(c!, d!) || item.height || 1;
  const along = Math.hypot(a!, b!) || 1;
  const [ux, uy] = [a! / along, b! / along];
  const ascent = (style?.ascent || 0.8) * size;
  const descent = (style?.descent || -0.2) * size;
  const [vx, vy] = [c! / size, d! / size];
  const corners = [
    [e! + vx * ascent, f! + vy * ascent],
    [e! + vx * descent, f! + vy * descent],
    [e! + ux * item.width + vx * ascent, f! + uy * item.width + vy * ascent],
    [e! + ux * item.width + vx * descent, f! + uy * item.width + vy * descent],
  ];
  const x = Math.min(...corners.map(corner => corner[0]!));
  const y = Math.min(...corners.map(corner => corner[1]!));
  const width = Math.max(...corners.map(corner => corner[0]!)) - x;
  const height = Math.max(...corners.map(corner => corner[1]!)) - y;
  return { text: item.str, x, y, width, height, baseline: f!, size };
}

/** Bold type is faked by drawing the same words twice, a hair apart: they are one. */
function wasDrawn(drawn: Map<string, PlacedRun[]>, run: PlacedRun): boolean {
  if (run.text.trim() === '') return false;
  const same = drawn.get(run.text);
  if (!same) {
    drawn.set(run.text, [run]);
    return false;
  }
  const near = 0.12 * run.size;
  if (same.some(other => Math.abs(other.x - run.x) < near && Math.abs(other.y - run.y) < near)) return true;
  same.push(run);
  return false;
}

function multiply(m: readonly number[], n: readonly number[]): number[] {
  const [a, b, c, d, e, f] = m as [number, number, number, number, number, number];
  const [g, h, i, j, k, l] = n as [number, number, number, number, number, number];
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

class LineBuilder {
  lines: PdfLine[] = [];
  #runs: PlacedRun[] = [];
  #words: PlacedRun[] = [];

  add(run: PlacedRun, hasWords: boolean): void {
    this.#runs.push(run);
    if (hasWords) this.#words.push(run);
  }

  endLine(): void {
    const words = this.#words;
    if (words.length > 0) {
      const main = words.reduce((longest, run) => (run.text.length > longest.text.length ? run : longest));
      this.lines.push({
        runs: this.#runs.map(({ text, x, y, width, height }) => ({ text, x, y, width, height })),
        text: this.#runs.map(run => run.text).join(''),
        left: Math.min(...words.map(run => run.x)),
        right: Math.max(...words.map(run => run.x + run.width)),
        baseline: main.baseline,
        size: main.size,
      });
    }
    this.#runs = [];
    this.#words = [];
  }
}
