import { pie } from 'd3-shape';
import type { Chart } from '../../../../../shared/model/chart.ts';
import { type ChartPen, shortenTo, wrapText } from './chart-pen.ts';
import { formatFigure } from './format-figure.ts';
import { type Point, polyline, sector } from './outlines.ts';
import { addShape, lookOf } from './series-look.ts';
import { type Area, addLabel, addPath, centred, type Sheet } from './sheet.ts';
import { spreadLabels } from './spread-labels.ts';

interface Slice {
  index: number;
  from: number;
  to: number;
  /** What stands beside it. */
  lines: string[];
}

/** A slice before it is known how its label is set; `figures` are its share and its figure. */
interface BareSlice extends Omit<Slice, 'lines'> {
  name: string;
  share: string;
  figures: string;
}

/** A pie as it will be drawn: its slices with their labels, and its measures in points. */
export interface PiePlan {
  slices: Slice[];
  radius: number;
  height: number;
}

const LARGEST_RADIUS = 105;
/** A pie keeps this share of the width for its radius; labels are set in two lines, then cut, to leave it. */
const USUAL_SHARE = 0.2;
const SMALLEST_SHARE = 0.15;
const ELBOW = 9;
/** Room that leaders take between the pie and its labels. */
const BESIDE = ELBOW * 2.6 + 1;
/** With more slices there is no room for labels of two lines. */
const MOST_TALL_LABELS = 12;

/** Whether figures make a pie: none negative, some above nothing. */
export function isPie({ series }: Chart): boolean {
  const values = series[0]!.values;
  return values.every(value => value === null || value >= 0) && values.some(value => (value ?? 0) > 0);
}

/** Measures a pie of the first series with its labels, `width` wide and at most `most` high. */
export function planPie(chart: Chart, width: number, most: number, pen: ChartPen): PiePlan {
  const slices = labelSlices(listSlices(chart, pen), width, pen);
  const room = Math.max(width * SMALLEST_SHARE, Math.min(roomFor(slices, width, pen), LARGEST_RADIUS));
  const tallest = Math.max(...slices.map(({ lines }) => lines.length));
  const labels = (Math.ceil(slices.length / 2) + 1) * pen.leading * tallest;
  const radius = Math.max(10, Math.min(room, most / 2 - pen.leading));
  return { slices, radius, height: Math.min(most, Math.max(labels, 2 * (radius + pen.leading))) };
}

/** Labels in one line where the pie stays large beside them, else name over figures, else the name wrapped. */
function labelSlices(bare: BareSlice[], width: number, pen: ChartPen): Slice[] {
  const usual = Math.min(LARGEST_RADIUS, width * USUAL_SHARE);
  const inOne = bare.map(({ name, figures, ...slice }) => ({ ...slice, lines: [`${name} · ${figures}`] }));
  if (bare.length > MOST_TALL_LABELS || roomFor(inOne, width, pen) >= usual) return inOne;
  const inTwo = bare.map(({ name, figures, ...slice }) => ({ ...slice, lines: [name, figures] }));
  if (roomFor(inTwo, width, pen) >= width * SMALLEST_SHARE) return inTwo;
  const narrow = width / 2 - width * SMALLEST_SHARE - BESIDE;
  const whole = bare.every(({ figures }) => pen.measure(figures) <= narrow);
  return bare.map(({ name, figures, share, ...slice }) => ({
    ...slice,
    lines: [...(wrapText(name, narrow, 2, pen) ?? [name]), whole ? figures : share],
  }));
}

/** The radius that labels leave on both sides. */
function roomFor(slices: Slice[], width: number, pen: ChartPen): number {
  const longest = Math.max(...slices.flatMap(({ lines }) => lines.map(line => pen.measure(line))));
  return width / 2 - longest - BESIDE;
}

/** Draws a pie on `area`, each slice named with its share and figure beside it, read clockwise from the top. */
export function drawPie(sheet: Sheet, { slices, radius }: PiePlan, area: Area, pen: ChartPen): void {
  const centre: Point = [area.x + area.width / 2, area.y + area.height / 2];
  const bounds = { x: centre[0] - radius, y: centre[1] - radius, width: 2 * radius, height: 2 * radius };
  for (const slice of slices) {
    addShape(sheet, sector(centre, radius, slice.from, slice.to), bounds, lookOf(slice.index, pen.colors));
  }
  const isRight = (slice: Slice) => Math.cos((slice.from + slice.to) / 2) >= 0;
  drawSide(sheet, slices.filter(isRight), { centre, radius, area, right: true }, pen);
  const left = slices.filter(slice => !isRight(slice));
  drawSide(sheet, left, { centre, radius, area, right: false }, pen);
}

function listSlices(chart: Chart, pen: ChartPen): BareSlice[] {
  const values = chart.series[0]!.values.map(value => value ?? 0);
  const total = values.reduce((sum, value) => sum + value, 0);
  const areShares = chart.unit.trim() === '%' && Math.abs(total - 100) < 0.05;
  return pie<number>()
    .sort(null)(values)
    .flatMap(({ startAngle, endAngle, value, index }) => {
      if (value <= 0) return [];
      const share = `${formatFigure((value / total) * 100, pen.language, 1)}\u00a0%`;
      const figure = formatFigure(value, pen.language);
      const figures = areShares ? `${figure}\u00a0%` : `${share} (${figure})`;
      // d3 counts from twelve o'clock.
      const [from, to] = [startAngle - Math.PI / 2, endAngle - Math.PI / 2];
      return [{ index, from, to, name: chart.categories[index]!, share, figures }];
    });
}

interface Side {
  centre: Point;
  radius: number;
  area: Area;
  right: boolean;
}

function drawSide(sheet: Sheet, slices: Slice[], { centre, radius, area, right }: Side, pen: ChartPen): void {
  const direction = right ? 1 : -1;
  const edge = centre[0] + direction * (radius + ELBOW * 1.6);
  const room = right ? area.x + area.width - edge - ELBOW : edge - ELBOW - area.x;
  const rims = slices.map(({ from, to }): Point => {
    const angle = (from + to) / 2;
    return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)];
  });
  const tallest = Math.max(...slices.map(({ lines }) => lines.length), 1);
  const half = (tallest * pen.leading) / 2;
  // In a pie of very many slices labels are set as close as its height asks.
  const gap = Math.min(tallest * pen.leading, (area.height - 2 * half) / Math.max(1, slices.length - 1));
  const wanted = rims.map(([, y]) => centre[1] + (y - centre[1]) * 1.12);
  const places = spreadLabels(wanted, gap, area.y + half, area.y + area.height - half);
  for (const [i, { lines }] of slices.entries()) {
    const y = places[i]!;
    const stroke = { color: pen.colors.bar, width: 0.5 };
    addPath(sheet, polyline([rims[i]!, [edge - direction * 3, y], [edge + direction * 3, y]]), { stroke });
    const first = centred(y, pen.size) - ((lines.length - 1) * pen.leading) / 2;
    for (const [line, text] of lines.entries()) {
      const place = { x: edge + direction * 5, baseline: first + line * pen.leading };
      const anchor = right ? 'start' : 'end';
      addLabel(sheet, shortenTo(text, room, pen), { ...place, anchor }, { color: pen.colors.ink });
    }
  }
}
