import { tickStep } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { ChartPen } from './chart-pen.ts';
import { decimalsOf, formatFigure } from './format-figure.ts';

/** The axis of the figures: where a value lies, and the values written beside it. */
export interface ValueAxis {
  at(value: number): number;
  ticks: { value: number; text: string }[];
  /** Where bars and areas stand: zero, or the end of the axis that is nearest to it. */
  base: number;
}

/** Lines whose figures differ by less than this share of the largest need not show zero. */
const NARROW = 0.3;

/** Makes an axis over some figures with about `count` steps; `range` is where its ends lie. Without figures it goes from 0 to 1. */
export function makeValueAxis(
  values: number[],
  range: [number, number],
  count: number,
  pen: ChartPen,
  withZero = true,
): ValueAxis {
  const [low, high] = domainOf(values, withZero);
  const steps = Math.max(2, Math.round(count));
  const scale = scaleLinear().domain([low, high]).nice(steps).range(range);
  const [from = 0, to = 1] = scale.domain();
  const decimals = decimalsOf(tickStep(from, to, steps));
  const ticks = scale
    .ticks(steps)
    .map(value => ({ value, text: formatFigure(value, pen.language, decimals) }));
  return { at: value => scale(value), ticks, base: scale(Math.min(Math.max(0, from), to)) };
}

function domainOf(values: number[], withZero: boolean): [number, number] {
  const low = values.reduce((a, b) => Math.min(a, b), values[0] ?? 0);
  const high = values.reduce((a, b) => Math.max(a, b), values[0] ?? 0);
  const largest = Math.max(Math.abs(low), Math.abs(high));
  if (largest === 0) return [0, 1];
  if (!withZero && low !== high && high - low < largest * NARROW) return [low, high];
  return [Math.min(0, low), Math.max(0, high)];
}
