import type { ChartPen } from './chart-pen.ts';
import { type Area, addLabel, addLine, centred, type Sheet } from './sheet.ts';
import type { ValueAxis } from './value-axis.ts';

const GRID = 0.4;
const BASE = 0.9;
const TICK_GAP = 4;

/** Draws the grid and the figures of an axis whose values run upwards, to the left of `area`. */
export function drawUprightAxis(sheet: Sheet, axis: ValueAxis, area: Area, pen: ChartPen): void {
  for (const { value, text } of axis.ticks) {
    const y = axis.at(value);
    addLine(sheet, [area.x, y], [area.x + area.width, y], { color: pen.colors.hairline, width: GRID });
    const place = { x: area.x - TICK_GAP, baseline: centred(y, pen.size), anchor: 'end' } as const;
    addLabel(sheet, text, place, { color: pen.colors.muted });
  }
}

/** Draws the grid and the figures of an axis whose values run to the right, below `area`; figures that would touch are left out. */
export function drawLevelAxis(sheet: Sheet, axis: ValueAxis, area: Area, pen: ChartPen): void {
  const bottom = area.y + area.height;
  let free = Number.NEGATIVE_INFINITY;
  for (const { value, text } of axis.ticks) {
    const x = axis.at(value);
    addLine(sheet, [x, area.y], [x, bottom], { color: pen.colors.hairline, width: GRID });
    const half = pen.measure(text) / 2;
    const middle = Math.max(half, Math.min(x, area.x + area.width - half));
    if (middle - half < free) continue;
    free = middle + half + TICK_GAP;
    const place = { x: middle, baseline: bottom + pen.leading, anchor: 'middle' } as const;
    addLabel(sheet, text, place, { color: pen.colors.muted });
  }
}

/** Draws the line that bars and areas stand on. */
export function drawBase(sheet: Sheet, from: [number, number], to: [number, number], pen: ChartPen): void {
  addLine(sheet, from, to, { color: pen.colors.ink, width: BASE });
}

/** Room that the figures of an upright axis take to its left. */
export function axisWidth(axis: ValueAxis, pen: ChartPen): number {
  return Math.max(...axis.ticks.map(tick => pen.measure(tick.text)), 0) + TICK_GAP;
}
