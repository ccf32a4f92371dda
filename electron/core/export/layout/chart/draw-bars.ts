import { scaleBand } from 'd3-scale';
import type { Chart } from '../../../../../shared/model/chart.ts';
import { axisWidth, drawBase, drawLevelAxis, drawUprightAxis } from './axis-frame.ts';
import { type BarFigure, listGroupedBars, listStackedBars } from './bar-figures.ts';
import { type ChartPen, shortenTo, wrapText } from './chart-pen.ts';
import { formatFigure } from './format-figure.ts';
import { rectangle } from './outlines.ts';
import { addShape, lookOf } from './series-look.ts';
import { type Area, addLabel, centred, type Sheet } from './sheet.ts';
import { makeValueAxis, type ValueAxis } from './value-axis.ts';

/** Points for one step of an axis. */
const STEP_UPRIGHT = 40;
const STEP_LEVEL = 70;
const MOST_LABEL_LINES = 3;
/** Names of categories beside lying bars take at most this share of the width. */
const NAMES_SHARE = 0.36;
/** Figures beside lying bars, too. */
const VALUES_SHARE = 0.2;
const BAND_PADDING = 0.3;
/** Bars are no wider than this: two of them do not make a wall. */
const WIDEST_BAR = 54;
const LABEL_GAP = 3;

interface Bars {
  figures: BarFigure[];
  /** Bars side by side in a category. */
  abreast: number;
}

function listBars(chart: Chart): Bars {
  if (chart.kind === 'stackedBar') return { figures: listStackedBars(chart), abreast: 1 };
  return { figures: listGroupedBars(chart), abreast: chart.series.length };
}

function endsOf({ figures }: Bars): number[] {
  return figures.flatMap(({ from, to }) => [from, to]);
}

/**
 * Draws standing bars on `area`; null where the names of the categories do not fit below them: the bars must lie then. Bars of a
 * `bar` chart say their figures where there is room.
 */
export function drawStandingBars(sheet: Sheet, chart: Chart, area: Area, pen: ChartPen): true | null {
  const bars = listBars(chart);
  const steps = area.height / STEP_UPRIGHT;
  const draft = makeValueAxis(endsOf(bars), [area.y + area.height, area.y], steps, pen);
  const left = area.x + axisWidth(draft, pen);
  const width = area.x + area.width - left;
  const band = scaleBand(chart.categories.keys(), [left, left + width]).padding(BAND_PADDING);
  const names = chart.categories.map(name => wrapText(name, band.step() - 4, MOST_LABEL_LINES, pen));
  if (names.some(lines => lines === null)) return null;
  const lines = Math.max(...names.map(each => each!.length), 1);
  const plot: Area = { x: left, y: area.y, width, height: area.height - lines * pen.leading - LABEL_GAP };
  const top = plot.y + (chart.kind === 'bar' ? pen.leading : 2);
  const axis = makeValueAxis(endsOf(bars), [plot.y + plot.height, top], steps, pen);
  drawUprightAxis(sheet, axis, plot, pen);
  const plotted: Plot = { bars, axis, band, valued: chart.kind === 'bar' && fitValues(bars, band, pen) };
  for (const figure of bars.figures) drawStandingBar(sheet, figure, plotted, pen);
  drawBase(sheet, [plot.x, axis.base], [plot.x + plot.width, axis.base], pen);
  for (const [i, each] of names.entries()) {
    const x = (band(i) ?? 0) + band.bandwidth() / 2;
    const first = plot.y + plot.height + LABEL_GAP + pen.size;
    for (const [line, text] of each!.entries()) {
      const place = { x, baseline: first + line * pen.leading, anchor: 'middle' } as const;
      addLabel(sheet, text, place, { color: pen.colors.ink });
    }
  }
  return true;
}

interface Plot {
  /** Whether each bar says its figure. */
  valued: boolean;
  bars: Bars;
  axis: ValueAxis;
  band: { (category: number): number | undefined; bandwidth(): number };
}

function acrossOf({ category, series }: BarFigure, { bars, band }: Plot): { at: number; size: number } {
  const size = barSize(bars, band);
  const start = (band(category) ?? 0) + (band.bandwidth() - size * bars.abreast) / 2;
  return { at: start + (bars.abreast > 1 ? series * size : 0), size };
}

function barSize({ abreast }: Bars, band: Plot['band']): number {
  return Math.min(band.bandwidth() / abreast, WIDEST_BAR);
}

/** Either all bars say their figures or none does. */
function fitValues(bars: Bars, band: Plot['band'], pen: ChartPen): boolean {
  const room = bars.abreast > 1 ? barSize(bars, band) - 1 : band.bandwidth() + 6;
  return bars.figures.every(figure => pen.measure(formatFigure(figure.value, pen.language)) <= room);
}

function drawStandingBar(sheet: Sheet, figure: BarFigure, plot: Plot, pen: ChartPen): void {
  const { at, size } = acrossOf(figure, plot);
  const [a, b] = [plot.axis.at(figure.from), plot.axis.at(figure.to)];
  const bounds = { x: at, y: Math.min(a, b), width: size, height: Math.abs(a - b) };
  if (bounds.height > 0) addShape(sheet, rectangleOf(bounds), bounds, lookOf(figure.series, pen.colors));
  if (!plot.valued) return;
  const text = formatFigure(figure.value, pen.language);
  const baseline = figure.to < 0 ? b + pen.size : b - LABEL_GAP;
  addLabel(sheet, text, { x: at + size / 2, baseline, anchor: 'middle' }, { color: pen.colors.ink });
}

function rectangleOf({ x, y, width, height }: Area) {
  return rectangle(x, y, width, height);
}

/** Height of a chart of lying bars, as far as `most` allows. */
export function heightOfLyingBars(chart: Chart, most: number, pen: ChartPen): number {
  const abreast = chart.kind === 'stackedBar' ? 1 : chart.series.length;
  const row = Math.max(pen.leading * 1.35, abreast * pen.size * 0.75 + pen.leading * 0.5);
  return Math.min(most, chart.categories.length * row + pen.leading * 1.6);
}

/** Draws lying bars on `area`, a row for each category with its name at the left. */
export function drawLyingBars(sheet: Sheet, chart: Chart, area: Area, pen: ChartPen): void {
  const bars = listBars(chart);
  const values = bars.figures.map(figure => pen.measure(formatFigure(figure.value, pen.language)));
  const widest = Math.max(0, ...values) + LABEL_GAP;
  const mayValue = chart.kind === 'bar' && widest < area.width * VALUES_SHARE;
  const room = mayValue ? widest : 4;
  const longest = Math.max(...chart.categories.map(name => pen.measure(name)));
  const names = Math.min(longest, area.width * NAMES_SHARE);
  const negative = bars.figures.some(figure => figure.to < 0);
  const x = area.x + names + LABEL_GAP * 2;
  const plot: Area = {
    x,
    y: area.y,
    width: area.x + area.width - x,
    height: area.height - pen.leading * 1.5,
  };
  const range: [number, number] = [plot.x + (negative ? room : 0), plot.x + plot.width - room];
  const axis = makeValueAxis(endsOf(bars), range, plot.width / STEP_LEVEL, pen);
  const band = scaleBand(chart.categories.keys(), [plot.y, plot.y + plot.height]).padding(BAND_PADDING * 0.8);
  drawLevelAxis(sheet, axis, plot, pen);
  const valued = mayValue && barSize(bars, band) >= pen.size * 0.7;
  for (const figure of bars.figures) drawLyingBar(sheet, figure, { bars, axis, band, valued }, pen);
  drawBase(sheet, [axis.base, plot.y], [axis.base, plot.y + plot.height], pen);
  // Where rows are lower than letters, as many names are left out as must be.
  const every = Math.ceil((pen.size * 1.05) / band.step());
  for (const [i, name] of chart.categories.entries()) {
    if (i % every !== 0) continue;
    const middle = (band(i) ?? 0) + band.bandwidth() / 2;
    drawName(sheet, name, { x: x - LABEL_GAP * 2, middle, width: names, room: band.step() * every }, pen);
  }
}

interface NamePlace {
  x: number;
  middle: number;
  width: number;
  room: number;
}

function drawName(sheet: Sheet, name: string, { x, middle, width, room }: NamePlace, pen: ChartPen): void {
  const most = Math.max(1, Math.floor(room / pen.leading));
  const lines = wrapText(name, width + 0.5, most, pen) ?? [shortenTo(name, width + 0.5, pen)];
  const first = centred(middle, pen.size) - ((lines.length - 1) * pen.leading) / 2;
  for (const [i, text] of lines.entries()) {
    const place = { x, baseline: first + i * pen.leading, anchor: 'end' } as const;
    addLabel(sheet, text, place, { color: pen.colors.ink });
  }
}

function drawLyingBar(sheet: Sheet, figure: BarFigure, plot: Plot, pen: ChartPen): void {
  const { at, size } = acrossOf(figure, plot);
  const [a, b] = [plot.axis.at(figure.from), plot.axis.at(figure.to)];
  const bounds = { x: Math.min(a, b), y: at, width: Math.abs(a - b), height: size };
  if (bounds.width > 0) addShape(sheet, rectangleOf(bounds), bounds, lookOf(figure.series, pen.colors));
  if (!plot.valued) return;
  const text = formatFigure(figure.value, pen.language);
  const place = {
    baseline: centred(at + size / 2, pen.size),
    x: b + (figure.to < 0 ? -LABEL_GAP : LABEL_GAP),
  };
  const anchor = figure.to < 0 ? 'end' : 'start';
  addLabel(sheet, text, { ...place, anchor }, { color: pen.colors.ink });
}
