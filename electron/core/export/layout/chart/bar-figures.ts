import { stack, stackOffsetDiverging } from 'd3-shape';
import type { Chart } from '../../../../../shared/model/chart.ts';

/** One bar: its category and series by number, where it begins and ends on the axis of figures, and the figure it stands for. */
export interface BarFigure {
  category: number;
  series: number;
  from: number;
  to: number;
  value: number;
}

/** The bars of a chart side by side, each from zero; no figure, no bar. */
export function listGroupedBars(chart: Chart): BarFigure[] {
  return chart.series.flatMap(({ values }, series) =>
    values.flatMap((value, category) =>
      value === null ? [] : [{ category, series, from: 0, to: value, value }],
    ),
  );
}

/** The bars of a chart one upon the other, negative ones downwards from zero. */
export function listStackedBars(chart: Chart): BarFigure[] {
  const layers = stack<number, number>()
    .keys(chart.series.keys())
    .value((category, series) => chart.series[series]!.values[category] ?? 0)
    .offset(stackOffsetDiverging)(chart.categories.keys());
  return layers.flatMap((layer, series) =>
    layer.flatMap(([from, to], category) => {
      const value = chart.series[series]!.values[category] ?? null;
      if (value === null) return [];
      return [{ category, series, from: value < 0 ? to : from, to: value < 0 ? from : to, value }];
    }),
  );
}
