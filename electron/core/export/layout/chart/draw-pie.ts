import { pie } from 'd3-shape';
import type { Chart } from '../../../../../shared/model/chart.ts';
import { type ChartPen, shortenTo } from './chart-pen.ts';
import { formatFigure } from './format-figure.ts';
import { type Point, polyline, sector } from './outlines.ts';
import { addShape, lookOf } from './series-look.ts';
import { type Area, addLabel, addPath, centred, type Sheet } from './sheet.ts';
import { spreadLabels } from './spread-labels.ts';

interface Slice {
  index: number;
  from: number;
  to: number;
  text: string;
}

const LARGEST_RADIUS = 105;
/** Long labels leave the pie this share of the width for its radius; longer ones are cut. */
const SMALLEST_SHARE = 0.13;
const ELBOW = 9;

/** Whether figures make a pie: none negative, some above nothing. */
export function isPie({ series }: Chart): boolean {
  const values = series[0]!.values;
  return values.every(value => value === null || value >= 0) && values.some(value => (value ?? 0) > 0);
}

/** Height of a pie with all its labels, as far as `most` allows. */
export function heightOfPie(chart: Chart, width: number, most: number, pen: ChartPen): number {
  const labels = (Math.ceil(chart.categories.length / 2) + 2) * pen.leading;
  return Math.min(most, Math.max(labels, Math.min(width * 0.5, 2 * LARGEST_RADIUS + 2 * pen.leading)));
}

/** Draws the first series as a pie on `area`, each slice named with its share and figure beside it, read clockwise from the top. */
export function drawPie(sheet: Sheet, chart: Chart, area: Area, pen: ChartPen): void {
  const slices = listSlices(chart, pen);
  const centre: Point = [area.x + area.width / 2, area.y + area.height / 2];
  const longest = Math.max(...slices.map(slice => pen.measure(slice.text)));
  const beside = area.width / 2 - longest - ELBOW * 2.6 - 1;
  const wanted = Math.max(area.width * SMALLEST_SHARE, Math.min(beside, LARGEST_RADIUS));
  const radius = Math.min(wanted, area.height / 2 - pen.leading);
  const bounds = { x: centre[0] - radius, y: centre[1] - radius, width: 2 * radius, height: 2 * radius };
  for (const slice of slices) {
    addShape(sheet, sector(centre, radius, slice.from, slice.to), bounds, lookOf(slice.index, pen.colors));
  }
  const isRight = (slice: Slice) => Math.cos((slice.from + slice.to) / 2) >= 0;
  drawSide(sheet, slices.filter(isRight), { centre, radius, area, right: true }, pen);
  drawSide(
    sheet,
    slices.filter(slice => !isRight(slice)),
    { centre, radius, area, right: false },
    pen,
  );
}

function listSlices(chart: Chart, pen: ChartPen): Slice[] {
  const values = chart.series[0]!.values.map(value => value ?? 0);
  const total = values.reduce((sum, value) => sum + value, 0);
  return pie<number>()
    .sort(null)(values)
    .flatMap(({ startAngle, endAngle, value, index }) => {
      if (value <= 0) return [];
      const share = `${formatFigure((value / total) * 100, pen.language, 1)}\u00a0%`;
      const text = `${chart.categories[index]} · ${share} (${formatFigure(value, pen.language)})`;
      // d3 counts from twelve o'clock.
      return [{ index, from: startAngle - Math.PI / 2, to: endAngle - Math.PI / 2, text }];
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
  const half = pen.size / 2;
  // Labels closer than a line would touch: in a pie of very many slices they are set as close as its height asks.
  const gap = Math.min(pen.leading, (area.height - pen.size) / Math.max(1, slices.length - 1));
  const wanted = rims.map(([, y]) => centre[1] + (y - centre[1]) * 1.12);
  const places = spreadLabels(wanted, gap, area.y + half, area.y + area.height - half);
  for (const [i, slice] of slices.entries()) {
    const y = places[i]!;
    const stroke = { color: pen.colors.bar, width: 0.5 };
    addPath(sheet, polyline([rims[i]!, [edge - direction * 3, y], [edge + direction * 3, y]]), { stroke });
    const place = { x: edge + direction * 5, baseline: centred(y, pen.size) };
    const anchor = right ? 'start' : 'end';
    addLabel(sheet, shortenTo(slice.text, room, pen), { ...place, anchor }, { color: pen.colors.ink });
  }
}
