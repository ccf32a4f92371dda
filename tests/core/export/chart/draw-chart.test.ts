import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPen } from '../../../../electron/core/export/layout/chart/chart-pen.ts';
import { drawChart } from '../../../../electron/core/export/layout/chart/draw-chart.ts';
import type { ChartDrawing } from '../../../../electron/core/export/layout/chart/sheet.ts';
import type { Drawing, Path } from '../../../../electron/core/export/layout/drawing.ts';
import type { Chart } from '../../../../shared/model/chart.ts';
import { testThemes } from '../../../helpers/pdf-setting.ts';
import { PATIENCE, tried } from '../../../helpers/property-runs.ts';
import { anyChart, chartOf } from './any-chart.ts';

const theme = testThemes.get('ministry-serif');
const setting = { language: 'es', theme, fonts: testThemes.fontsOf(theme) };
const pen = openPen(setting);

function draw(chart: Chart, width = 440, mostHeight = 640): ChartDrawing {
  return drawChart(chart, width, mostHeight, setting);
}

function outlines(drawings: Drawing[]): Path['commands'][] {
  return drawings.flatMap(drawing => (drawing.kind === 'picture' ? [] : [drawing.commands]));
}

function pointsOf(drawings: Drawing[]): [number, number][] {
  return outlines(drawings)
    .flat()
    .flatMap(([, ...numbers]) =>
      Array.from({ length: numbers.length / 2 }, (_, i): [number, number] => [
        numbers[i * 2]!,
        numbers[i * 2 + 1]!,
      ]),
    );
}

interface Rectangle {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where letters stand: a little less than their line. */
function placesOf({ labels }: ChartDrawing): Rectangle[] {
  return labels.map(({ text, x, baseline, anchor }) => {
    const width = pen.measure(text);
    const left = x - { start: 0, middle: width / 2, end: width }[anchor];
    return {
      text,
      left,
      right: left + width,
      top: baseline - pen.size * 0.66,
      bottom: baseline + pen.size * 0.1,
    };
  });
}

function findCollision(drawing: ChartDrawing): [string, string] | null {
  const places = placesOf(drawing);
  for (const [i, a] of places.entries()) {
    for (const b of places.slice(i + 1)) {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 0.5 && down > 0.5) return [a.text, b.text];
    }
  }
  return null;
}

test('any chart is drawn within its bounds, every number finite', { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(
      anyChart,
      fc.double({ min: 120, max: 700, noNaN: true }),
      fc.integer({ min: 200, max: 800 }),
      (chart, width, mostHeight) => {
        const drawing = draw(chart, width, mostHeight);
        expect(drawing.height).toBeLessThanOrEqual(mostHeight + 0.01);
        for (const [x, y] of pointsOf(drawing.drawings)) {
          expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
          expect(x).toBeGreaterThan(-4);
          expect(x).toBeLessThan(width + 4);
          expect(y).toBeGreaterThan(-4);
          expect(y).toBeLessThan(drawing.height + 4);
        }
        for (const { left, right, top, bottom } of placesOf(drawing)) {
          expect(left).toBeGreaterThan(-8);
          expect(right).toBeLessThan(width + 8);
          expect(top).toBeGreaterThan(-1);
          expect(bottom).toBeLessThan(drawing.height + 2);
        }
      },
    ),
    tried(200),
  );
});

test('the same chart gives the same drawing', () => {
  fc.assert(
    fc.property(anyChart, chart => {
      expect(draw(chart)).toEqual(draw(chart));
    }),
    tried(20),
  );
});

const names = [
  'Exportaciones',
  'Importaciones',
  'Inversión directa',
  'Remesas',
  'Turismo',
  'Deuda',
  'Becas',
  'Ayuda',
];
const waves = (series: number, length: number): Record<string, number[]> =>
  Object.fromEntries(
    names
      .slice(0, series)
      .map((name, k) => [
        name,
        Array.from({ length }, (_, i) => Math.round(900 + 400 * Math.sin(i / 2 + k) + 60 * k)),
      ]),
  );

test.each([
  ['bar', 1, 8],
  ['bar', 3, 5],
  ['bar', 1, 60],
  ['stackedBar', 8, 6],
  ['stackedBar', 4, 60],
  ['line', 8, 10],
  ['line', 2, 60],
  ['area', 5, 12],
  ['pie', 1, 8],
  ['pie', 1, 60],
] as const)('labels of a %s chart of %i × %i do not collide', (kind, series, length) => {
  for (const width of [260, 440, 620]) {
    expect(findCollision(draw(chartOf(kind, waves(series, length), 'millones de USD'), width))).toBeNull();
  }
});

test('sixty long names lie beside lying bars, all of them', () => {
  const categories = Array.from({ length: 60 }, (_, i) => `Institución nacional número ${i + 1}`);
  const chart: Chart = {
    kind: 'bar',
    unit: 'votos',
    categories,
    series: [{ name: 'Votos', values: categories.map((_, i) => (i * 37) % 91) }],
  };
  const drawing = draw(chart);
  const texts = drawing.labels.map(label => label.text);
  for (const category of categories) expect(texts).toContain(category);
  expect(findCollision(drawing)).toBeNull();
});

/** Filled shapes, without their patterns. */
function fillsOf({ drawings }: ChartDrawing): Path[] {
  return drawings.filter(drawing => drawing.kind === 'path' && drawing.fill !== undefined) as Path[];
}

function boundsOf(path: Path): { top: number; bottom: number } {
  const ys = pointsOf([path]).map(([, y]) => y);
  return { top: Math.min(...ys), bottom: Math.max(...ys) };
}

test('bars are as high as their figures, negative ones hang', () => {
  const [two, four, minus] = fillsOf(draw(chartOf('bar', { Saldo: [2, 4, -4] }))).map(boundsOf);
  const height = (each: { top: number; bottom: number }) => each.bottom - each.top;
  expect(height(four!)).toBeCloseTo(2 * height(two!), 6);
  expect(height(minus!)).toBeCloseTo(height(four!), 6);
  expect(two!.bottom).toBeCloseTo(four!.bottom, 6);
  expect(minus!.top).toBeCloseTo(two!.bottom, 6);
});

test('bars upon each other reach their sum', () => {
  const stacked = fillsOf(draw(chartOf('stackedBar', { Una: [3, 1], Otra: [1, 1] })))
    .slice(2)
    .map(boundsOf);
  const [first, second, upper] = stacked;
  expect(upper!.bottom).toBeCloseTo(first!.top, 6);
  expect(first!.bottom - first!.top).toBeCloseTo(3 * (second!.bottom - second!.top), 6);
});

test('no figure makes a gap, not a zero', () => {
  const strokes = (values: (number | null)[]) =>
    draw(chartOf('line', { Serie: values })).drawings.filter(
      drawing => drawing.kind === 'path' && drawing.stroke?.width === 1.4,
    );
  expect(strokes([1, 2, 3, 4, 5])).toHaveLength(1);
  expect(strokes([1, 2, null, 4, 5])).toHaveLength(2);
  expect(fillsOf(draw(chartOf('bar', { Serie: [1, null, 3] })))).toHaveLength(2);
});

test('eight series are told apart without colour', () => {
  const looks = (kind: Chart['kind']) => {
    const { drawings } = draw(chartOf(kind, waves(8, 4)));
    return { drawings, kinds: new Set(drawings.map(drawing => drawing.kind)) };
  };
  expect(looks('stackedBar').kinds).toEqual(new Set(['path', 'clip']));
  const dashes = looks('line').drawings.flatMap(drawing =>
    drawing.kind === 'path' && drawing.stroke?.width === 1.4 ? [JSON.stringify(drawing.stroke.dash)] : [],
  );
  expect(new Set(dashes).size).toBeGreaterThanOrEqual(4);
  for (const name of names) {
    expect(draw(chartOf('line', waves(8, 4))).labels.map(label => label.text)).toContain(name);
  }
});

test('figures are written as the language writes them', () => {
  const chart = chartOf('bar', { Comercio: [1234.5, 2000] });
  const texts = (language: string) =>
    drawChart(chart, 440, 400, { ...setting, language }).labels.map(label => label.text);
  expect(texts('es-PE')).toContain('1\u00a0234,5');
  expect(texts('en-GB')).toContain('1,234.5');
});

test('a pie of negative figures is drawn as bars, one of nothing too', () => {
  const curves = (values: number[]) =>
    pointsOf(draw(chartOf('pie', { Origen: values })).drawings).length > 0 &&
    outlines(draw(chartOf('pie', { Origen: values })).drawings).some(each =>
      each.some(([name]) => name === 'C'),
    );
  expect(curves([3, 2, 1])).toBe(true);
  expect(curves([3, -2, 1])).toBe(false);
  expect(curves([0, 0])).toBe(false);
});

test('a pie says the share and the figure of each slice', () => {
  const texts = draw(chartOf('pie', { Origen: [3, 1] })).labels.map(label => label.text);
  expect(texts.join(' ')).toContain('75,0\u00a0% (3)');
  expect(texts.join(' ')).toContain('25,0\u00a0% (1)');
});

test('a pie of shares says them once', () => {
  const shares = { ...chartOf('pie', { Origen: [18, 82] }), unit: '%' };
  const texts = draw(shares)
    .labels.map(label => label.text)
    .join(' ');
  expect(texts).toContain('18\u00a0%');
  expect(texts).not.toContain('(18)');
});
