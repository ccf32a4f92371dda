import type { Chart } from '../../../../../shared/model/chart.ts';
import { type ChartPen, type ChartSetting, openPen, shortenTo } from './chart-pen.ts';
import { drawLyingBars, drawStandingBars, heightOfLyingBars } from './draw-bars.ts';
import { drawLines } from './draw-lines.ts';
import { drawPie, isPie, planPie } from './draw-pie.ts';
import { drawLegend, type LegendEntry } from './legend.ts';
import { lookOf } from './series-look.ts';
import { type Area, addLabel, type ChartDrawing, type Sheet } from './sheet.ts';

/** Height of standing bars and lines as a share of the width, and its bounds. */
const USUAL_SHARE = 0.5;
const LEAST_HEIGHT = 130;
const MOST_HEIGHT = 270;
const TOP_GAP = 6;
const NOTHING = 1e-9;

/**
 * Draws a chart `width` points wide and at most `mostHeight` high, in the lettering and colours of the document. A pie of negative
 * figures, or of nothing, is drawn as bars; bars lie where the names of their categories have no room below them.
 */
export function drawChart(
  chart: Chart,
  width: number,
  mostHeight: number,
  setting: ChartSetting,
): ChartDrawing {
  const pen = openPen(setting);
  const drawn = asDrawn(chart);
  const sheet: Sheet = { drawings: [], labels: [] };
  const top = drawHead(sheet, drawn, width, pen);
  const height = drawBody(sheet, drawn, { x: 0, y: top, width, height: Math.max(60, mostHeight - top) }, pen);
  return { ...sheet, width, height: top + height, style: pen.style };
}

/** What is drawn: a pie shows its first series alone, and bars where it cannot be a pie. */
function asDrawn(chart: Chart): Chart {
  const series = chart.series.map(each => ({ ...each, values: each.values.map(dropNothing) }));
  if (chart.kind !== 'pie') return { ...chart, series };
  const first = { ...chart, series: series.slice(0, 1) };
  return isPie(first) ? first : { ...first, kind: 'bar' };
}

/** Figures nearer to zero than any that is meant would leave no measure for the others. */
function dropNothing(value: number | null): number | null {
  return value !== null && Math.abs(value) < NOTHING ? 0 : value;
}

/** The series (or the only one's name) and the unit above the chart; gives the height used. */
function drawHead(sheet: Sheet, chart: Chart, width: number, pen: ChartPen): number {
  const alone = chart.series.length === 1;
  const line = [alone ? chart.series[0]!.name : '', chart.unit].filter(Boolean).join(' · ');
  let y = 0;
  if (line) {
    addLabel(sheet, shortenTo(line, width, pen), { x: 0, baseline: pen.size }, { color: pen.colors.muted });
    y += pen.leading * 1.15;
  }
  if (!alone && (chart.kind === 'bar' || chart.kind === 'stackedBar')) {
    const entries = chart.series.map(({ name }, i): LegendEntry => ({ name, look: lookOf(i, pen.colors) }));
    y += drawLegend(sheet, entries, { x: 0, y, width }, 'shape', pen);
  }
  return y ? y + TOP_GAP : 0;
}

function drawBody(sheet: Sheet, chart: Chart, area: Area, pen: ChartPen): number {
  const usual = Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, area.width * USUAL_SHARE), area.height);
  switch (chart.kind) {
    case 'pie': {
      const plan = planPie(chart, area.width, area.height, pen);
      drawPie(sheet, plan, { ...area, height: plan.height }, pen);
      return plan.height;
    }
    case 'line':
    case 'area':
      drawLines(sheet, chart, { ...area, height: usual }, pen);
      return usual;
    case 'bar':
    case 'stackedBar': {
      if (drawStandingBars(sheet, chart, { ...area, height: usual }, pen)) return usual;
      const height = heightOfLyingBars(chart, area.height, pen);
      drawLyingBars(sheet, chart, { ...area, height }, pen);
      return height;
    }
  }
}
