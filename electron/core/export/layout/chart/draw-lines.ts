import { scalePoint } from 'd3-scale';
import { stack } from 'd3-shape';
import type { Chart } from '../../../../../shared/model/chart.ts';
import { axisWidth, drawBase, drawUprightAxis } from './axis-frame.ts';
import { type ChartPen, shortenTo, wrapText } from './chart-pen.ts';
import { type Point, polygon, polyline } from './outlines.ts';
import { addMarker, addShape, lookOf } from './series-look.ts';
import { type Area, addLabel, addLine, addPath, centred, type Sheet } from './sheet.ts';
import { spreadLabels } from './spread-labels.ts';
import { makeValueAxis, type ValueAxis } from './value-axis.ts';

const STEP_UPRIGHT = 40;
const LINE = 1.4;
const LABEL_GAP = 3;
/** Names at the ends of lines take at most this share of the width. */
const NAMES_SHARE = 0.28;
const LEADER = 8;
const WIDEST_INSET = 26;
const MARKERS_UP_TO = 24;

/** Where a series' points lie: null where it has no figure; `from` is the lower edge of a stacked area. */
interface Course {
  name: string;
  points: ({ from: number; to: number } | null)[];
}

/** Draws lines or areas on `area`. Areas lie one upon the other where all figures are there and none is negative. */
export function drawLines(sheet: Sheet, chart: Chart, area: Area, pen: ChartPen): void {
  const courses = listCourses(chart);
  const ends = courses.flatMap(({ points }) =>
    points.flatMap(point => (point ? [point.from, point.to] : [])),
  );
  const figures =
    chart.kind === 'line' ? chart.series.flatMap(each => each.values.filter(v => v !== null)) : ends;
  const names = endNames(chart, area.width * NAMES_SHARE, pen);
  const bottom = area.y + area.height - pen.leading - LABEL_GAP;
  const steps = area.height / STEP_UPRIGHT;
  const axisOver = (range: [number, number]) =>
    makeValueAxis(figures, range, steps, pen, chart.kind !== 'line');
  const left = area.x + axisWidth(axisOver([bottom, area.y + 3]), pen);
  const right = area.x + area.width - (names.width ? names.width + LEADER + LABEL_GAP : 4);
  const plot: Area = { x: left, y: area.y, width: right - left, height: bottom - area.y };
  const lines = drawCategories(sheet, chart.categories, plot, pen);
  plot.height -= (lines - 1) * pen.leading;
  const axis = axisOver([plot.y + plot.height, plot.y + 3]);
  drawUprightAxis(sheet, axis, plot, pen);
  const at = positions(chart.categories.length, plot);
  // Areas that lie over each other are seen through: patterns and lines tell them apart.
  const ground = courses.length === 1 || isStackable(chart);
  if (chart.kind === 'area') drawAreas(sheet, courses, ground, { axis, at }, pen);
  drawBase(sheet, [plot.x, axis.base], [plot.x + plot.width, axis.base], pen);
  for (const [i, course] of courses.entries()) drawCourse(sheet, course, i, { axis, at }, chart, pen);
  drawEndNames(sheet, courses, names.texts, { axis, at, plot }, chart, pen);
}

function listCourses(chart: Chart): Course[] {
  if (chart.kind === 'area' && isStackable(chart)) {
    const layers = stack<number, number>()
      .keys(chart.series.keys())
      .value((category, series) => chart.series[series]!.values[category] ?? 0)(chart.categories.keys());
    return layers.map((layer, i) => ({
      name: chart.series[i]!.name,
      points: layer.map(([from, to]) => ({ from, to })),
    }));
  }
  return chart.series.map(({ name, values }) => ({
    name,
    points: values.map(value => (value === null ? null : { from: 0, to: value })),
  }));
}

function isStackable({ series }: Chart): boolean {
  return series.every(each => each.values.every(value => value !== null && value >= 0));
}

/** How far the first and the last point stand from the edges of the plot. */
function insetOf(count: number, plot: Area): number {
  return Math.min(WIDEST_INSET, plot.width / (2 * count));
}

function positions(count: number, plot: Area): (category: number) => number {
  const inset = insetOf(count, plot);
  const scale = scalePoint(
    Array.from({ length: count }, (_, i) => i),
    [plot.x + inset, plot.x + plot.width - inset],
  );
  return category => scale(category) ?? plot.x;
}

/** Names below the points: as many as stand without touching; gives the lines they take. */
function drawCategories(sheet: Sheet, categories: string[], plot: Area, pen: ChartPen): number {
  const at = positions(categories.length, plot);
  const step = categories.length > 1 ? at(1) - at(0) : plot.width;
  const width = Math.min(step - 5, 2 * insetOf(categories.length, plot) + 8);
  const wrapped = categories.map(name => wrapText(name, width, 2, pen));
  const bottom = plot.y + plot.height;
  if (wrapped.every(lines => lines !== null)) {
    const most = Math.max(...wrapped.map(lines => lines.length), 1);
    for (const [i, lines] of wrapped.entries()) {
      for (const [line, text] of lines.entries()) {
        const baseline = bottom + LABEL_GAP + pen.size - (most - 1 - line) * pen.leading;
        addLabel(sheet, text, { x: at(i), baseline, anchor: 'middle' }, { color: pen.colors.ink });
      }
    }
    return most;
  }
  drawSomeCategories(sheet, categories, at, plot, pen);
  return 1;
}

/** Every second, third… name, and the last one, each cut where it is very long. */
function drawSomeCategories(
  sheet: Sheet,
  categories: string[],
  at: (category: number) => number,
  plot: Area,
  pen: ChartPen,
): void {
  const baseline = plot.y + plot.height + LABEL_GAP + pen.size;
  const texts = categories.map(name => shortenTo(name, plot.width / 4, pen));
  const widest = Math.max(...texts.map(text => pen.measure(text))) + 8;
  const step = categories.length > 1 ? at(1) - at(0) : plot.width;
  const every = Math.max(1, Math.ceil(widest / step));
  const last = categories.length - 1;
  for (const [i, text] of texts.entries()) {
    if (i !== last && (i % every !== 0 || last - i < every)) continue;
    const half = pen.measure(text) / 2;
    const x = Math.min(Math.max(at(i), plot.x + half - 12), plot.x + plot.width - half + 4);
    addLabel(sheet, text, { x, baseline, anchor: 'middle' }, { color: pen.colors.ink });
  }
}

interface Scales {
  axis: ValueAxis;
  at: (category: number) => number;
}

/** Stretches of a course without a gap. */
function stretches({ points }: Course): { category: number; from: number; to: number }[][] {
  const runs: { category: number; from: number; to: number }[][] = [[]];
  for (const [category, point] of points.entries()) {
    if (point) runs.at(-1)!.push({ category, ...point });
    else runs.push([]);
  }
  return runs.filter(run => run.length > 0);
}

function drawAreas(
  sheet: Sheet,
  courses: Course[],
  ground: boolean,
  { axis, at }: Scales,
  pen: ChartPen,
): void {
  for (const [i, course] of courses.entries()) {
    for (const run of stretches(course)) {
      const upper = run.map((point): Point => [at(point.category), axis.at(point.to)]);
      const lower = run.map((point): Point => [at(point.category), axis.at(point.from)]).reverse();
      const ys = [...upper, ...lower].map(([, y]) => y);
      const y = Math.min(...ys);
      const bounds = {
        x: upper[0]![0],
        y,
        width: upper.at(-1)![0] - upper[0]![0],
        height: Math.max(...ys) - y,
      };
      if (bounds.width > 0)
        addShape(sheet, polygon([...upper, ...lower]), bounds, lookOf(i, pen.colors), ground);
    }
  }
}

function drawCourse(
  sheet: Sheet,
  course: Course,
  index: number,
  { axis, at }: Scales,
  chart: Chart,
  pen: ChartPen,
): void {
  const look = lookOf(index, pen.colors);
  const marked = chart.kind === 'line' && chart.categories.length <= MARKERS_UP_TO;
  for (const run of stretches(course)) {
    const points = run.map((point): Point => [at(point.category), axis.at(point.to)]);
    const stroke = {
      color: look.line,
      width: LINE,
      dash: chart.kind === 'line' || !isStackable(chart) ? look.dash : [],
    };
    if (points.length > 1) addPath(sheet, polyline(points), { stroke });
    // A figure alone between gaps would not be seen.
    for (const [x, y] of points) if (marked || points.length === 1) addMarker(sheet, x, y, look);
  }
}

function endNames(chart: Chart, most: number, pen: ChartPen): { texts: string[]; width: number } {
  if (chart.series.length < 2) return { texts: [], width: 0 };
  const texts = chart.series.map(({ name }) => shortenTo(name, most, pen));
  return { texts, width: Math.max(...texts.map(text => pen.measure(text))) };
}

/** Names of the series beside their last figures, led to them by a short line. */
function drawEndNames(
  sheet: Sheet,
  courses: Course[],
  texts: string[],
  { axis, at, plot }: Scales & { plot: Area },
  chart: Chart,
  pen: ChartPen,
): void {
  if (!texts.length) return;
  const stacked = chart.kind === 'area' && isStackable(chart);
  const ends = courses.map(({ points }) => {
    const category = points.findLastIndex(point => point !== null);
    const point = points[category];
    if (!point) return null;
    const value = stacked ? (point.from + point.to) / 2 : point.to;
    return [at(category), axis.at(value)] as Point;
  });
  const bottom = plot.y + plot.height;
  const wanted = ends.map(end => end?.[1] ?? bottom);
  const places = spreadLabels(wanted, pen.leading, plot.y + pen.size / 2, bottom);
  const x = plot.x + plot.width + LEADER;
  for (const [i, text] of texts.entries()) {
    const end = ends[i];
    const y = places[i]!;
    if (end) addLine(sheet, [end[0] + 3, end[1]], [x - 2, y], { color: pen.colors.bar, width: 0.5 });
    addLabel(sheet, text, { x, baseline: centred(y, pen.size) }, { color: pen.colors.ink });
  }
}
