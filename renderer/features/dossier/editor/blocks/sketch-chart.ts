import type { Chart } from '../../../../../shared/model/chart.ts';

/** One shape of a sketch, in the box of {@link sketchSize}; `series` says which colour it takes. */
export type SketchShape =
  | { kind: 'bar'; x: number; y: number; width: number; height: number; series: number }
  | { kind: 'line' | 'area' | 'slice'; path: string; series: number };

/** A sketch of a chart: its shapes, and where its categories and the line of zero stand. */
export interface ChartSketchModel {
  shapes: SketchShape[];
  /** Middle of each category, from the left; empty for a pie. */
  categories: number[];
  /** Distance of zero from the top; null for a pie. */
  zero: number | null;
  /** Values with a line across, and where; empty for a pie. */
  ticks: { value: number; y: number }[];
}

/** The box of a sketch, in its own units. */
export const sketchSize = { width: 480, height: 220, left: 52, bottom: 26, top: 8 } as const;

/** Draws the shapes of a chart, near enough to judge it by; the exported pages have the real one. */
export function sketchChart(chart: Chart): ChartSketchModel {
  if (chart.kind === 'pie') return sketchPie(chart);
  const { width, height, left, bottom, top } = sketchSize;
  const [low, high] = reachOf(chart);
  const y = (value: number) => top + ((high - value) / (high - low)) * (height - top - bottom);
  const step = (width - left) / chart.categories.length;
  const categories = chart.categories.map((_, index) => left + (index + 0.5) * step);
  const frame = { categories, zero: y(0), ticks: ticksOf(low, high).map(value => ({ value, y: y(value) })) };
  if (chart.kind === 'line' || chart.kind === 'area') {
    return { ...frame, shapes: chart.series.flatMap((_, index) => sketchLine(chart, index, categories, y)) };
  }
  const bars = chart.kind === 'bar' ? sketchBars(chart, step, y) : sketchStacks(chart, step, y);
  return { ...frame, shapes: bars };
}

type Scale = (value: number) => number;

function sketchBars(chart: Chart, step: number, y: Scale): SketchShape[] {
  const wide = (step * 0.72) / chart.series.length;
  return chart.series.flatMap((series, index) =>
    series.values.flatMap((value, category): SketchShape[] => {
      if (value === null) return [];
      const x = sketchSize.left + step * (category + 0.14) + wide * index;
      return [{ kind: 'bar', x, ...between(y(0), y(value)), width: wide, series: index }];
    }),
  );
}

function sketchStacks(chart: Chart, step: number, y: Scale): SketchShape[] {
  return chart.categories.flatMap((_, category) => {
    const sums = { up: 0, down: 0 };
    return chart.series.flatMap((series, index): SketchShape[] => {
      const value = series.values[category] ?? 0;
      if (value === 0) return [];
      const side = value > 0 ? 'up' : 'down';
      const from = sums[side];
      sums[side] += value;
      const x = sketchSize.left + step * (category + 0.2);
      return [{ kind: 'bar', x, ...between(y(from), y(sums[side])), width: step * 0.6, series: index }];
    });
  });
}

function between(a: number, b: number): { y: number; height: number } {
  return { y: Math.min(a, b), height: Math.abs(a - b) };
}

/** A missing figure breaks the line. */
function sketchLine(chart: Chart, series: number, x: readonly number[], y: Scale): SketchShape[] {
  const runs: string[][] = [[]];
  const ends: number[][] = [[]];
  chart.series[series]?.values.forEach((value, index) => {
    if (value === null) {
      runs.push([]);
      ends.push([]);
      return;
    }
    runs.at(-1)?.push(`${round(x[index] ?? 0)} ${round(y(value))}`);
    ends.at(-1)?.push(x[index] ?? 0);
  });
  return runs.flatMap((points, run): SketchShape[] => {
    if (points.length === 0) return [];
    const line = `M${points.join('L')}`;
    const [first = 0, last = 0] = [ends[run]?.[0], ends[run]?.at(-1)];
    const area = `${line}L${round(last)} ${round(y(0))}L${round(first)} ${round(y(0))}Z`;
    return chart.kind === 'area'
      ? [
          { kind: 'area', path: area, series },
          { kind: 'line', path: line, series },
        ]
      : [{ kind: 'line', path: line, series }];
  });
}

function sketchPie(chart: Chart): ChartSketchModel {
  const values = (chart.series[0]?.values ?? []).map(value => Math.max(0, value ?? 0));
  const total = values.reduce((sum, value) => sum + value, 0);
  const shapes: SketchShape[] = [];
  let turned = 0;
  values.forEach((value, index) => {
    if (value === 0) return;
    shapes.push({ kind: 'slice', path: slice(turned / total, (turned + value) / total), series: index });
    turned += value;
  });
  return { shapes, categories: [], zero: null, ticks: [] };
}

function slice(from: number, to: number): string {
  const [x, y, r] = [sketchSize.width / 2, sketchSize.height / 2, sketchSize.height / 2 - 8];
  const at = (share: number) => {
    const angle = share * 2 * Math.PI - Math.PI / 2;
    return `${round(x + r * Math.cos(angle))} ${round(y + r * Math.sin(angle))}`;
  };
  // A whole circle has no two ends: two halves.
  if (to - from > 0.9999) return `M${at(0)}A${r} ${r} 0 1 1 ${at(0.5)}A${r} ${r} 0 1 1 ${at(1)}Z`;
  return `M${x} ${y}L${at(from)}A${r} ${r} 0 ${to - from > 0.5 ? 1 : 0} 1 ${at(to)}Z`;
}

/** The lowest and highest value to show, zero among them; never the same. */
function reachOf(chart: Chart): [number, number] {
  const columns = chart.categories.map((_, index) => chart.series.map(each => each.values[index] ?? 0));
  const ends =
    chart.kind === 'stackedBar'
      ? columns.flatMap(values => [sum(values.filter(v => v > 0)), sum(values.filter(v => v < 0))])
      : columns.flat();
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return low === high ? [0, 1] : [low, high];
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Round values within a reach, about four. */
export function ticksOf(low: number, high: number): number[] {
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find(factor => factor * power >= rough) ?? 10);
  const ticks: number[] = [];
  for (let n = Math.ceil(low / step); n * step <= high + step * 1e-9; n++)
    ticks.push(Number((n * step).toPrecision(12)));
  return ticks;
}

const round = (value: number) => Math.round(value * 10) / 10;
