import type { PathCommand } from '../drawing.ts';

/** A point in points from the chart's top left. */
export type Point = [x: number, y: number];

/** A rectangle as a path. */
export function rectangle(x: number, y: number, width: number, height: number): PathCommand[] {
  return [['M', x, y], ['L', x + width, y], ['L', x + width, y + height], ['L', x, y + height], ['Z']];
}

/** A path through points. */
export function polyline(points: Point[]): PathCommand[] {
  return points.map(([x, y], i): PathCommand => [i === 0 ? 'M' : 'L', x, y]);
}

/** A closed path through points. */
export function polygon(points: Point[]): PathCommand[] {
  return [...polyline(points), ['Z']];
}

/** A circle as a path. */
export function circle([x, y]: Point, radius: number): PathCommand[] {
  return [['M', x + radius, y], ...arc([x, y], radius, 0, 2 * Math.PI), ['Z']];
}

/** A slice of a disc from one angle to another (radians, clockwise from three o'clock). */
export function sector([x, y]: Point, radius: number, from: number, to: number): PathCommand[] {
  if (to - from >= 2 * Math.PI - 1e-6) return circle([x, y], radius);
  const start: Point = [x + radius * Math.cos(from), y + radius * Math.sin(from)];
  return [['M', x, y], ['L', ...start], ...arc([x, y], radius, from, to), ['Z']];
}

/** An arc in Bézier curves, each at most a quarter of a circle: off by less than 0.03 % of the radius. */
function arc([x, y]: Point, radius: number, from: number, to: number): PathCommand[] {
  const pieces = Math.max(1, Math.ceil((to - from) / (Math.PI / 2) - 1e-9));
  const step = (to - from) / pieces;
  const reach = (4 / 3) * Math.tan(step / 4) * radius;
  return Array.from({ length: pieces }, (_, i): PathCommand => {
    const a = from + i * step;
    const b = a + step;
    const [endX, endY] = [x + radius * Math.cos(b), y + radius * Math.sin(b)];
    return [
      'C',
      x + radius * Math.cos(a) - reach * Math.sin(a),
      y + radius * Math.sin(a) + reach * Math.cos(a),
      endX + reach * Math.sin(b),
      endY - reach * Math.cos(b),
      endX,
      endY,
    ];
  });
}
