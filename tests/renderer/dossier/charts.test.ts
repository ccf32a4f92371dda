import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chartOf,
  largestTable,
  pasteInto,
  readNumber,
  readPastedTable,
  resizeTable,
  tableOf,
} from '../../../renderer/features/dossier/editor/blocks/chart-table.ts';
import {
  sketchChart,
  sketchSize,
  ticksOf,
} from '../../../renderer/features/dossier/editor/blocks/sketch-chart.ts';
import { type Chart, chartKinds, chartSchema } from '../../../shared/model/chart.ts';

const figure = fc.option(fc.integer({ min: -1e9, max: 1e9 }), { freq: 4 });
const anyChart: fc.Arbitrary<Chart> = fc.integer({ min: 1, max: 12 }).chain(length =>
  fc.record({
    kind: fc.constantFrom(...chartKinds),
    unit: fc.constant('USD'),
    categories: fc.constant(Array.from({ length }, (_, index) => `C${index}`)),
    series: fc.array(
      fc.record({
        name: fc.constant('S'),
        values: fc.array(figure, { minLength: length, maxLength: length }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  }),
);

describe('numbers as people write them', () => {
  it.each([
    ['1.234,5', 'es', 1234.5],
    ['1,234.5', 'es', 1234.5],
    ['1 234,5', 'es', 1234.5],
    ['1.234.567', 'es', 1234567],
    ['1.234', 'es', 1234],
    ['1.234', 'en', 1.234],
    ['1,234', 'en', 1234],
    ['1,234', 'es', 1.234],
    ['0,5', 'en', 0.5],
    ['−3', 'es', -3],
    ['12 %', 'es', 12],
    ['doce', 'es', null],
    ['', 'es', null],
    ['1-2', 'es', null],
  ])('%s in %s', (typed, locale, value) => expect(readNumber(typed, locale)).toBe(value));
});

describe('the table of a chart', () => {
  it('gives back the chart that it shows', () => {
    const hasFigures = ({ series }: Chart) => series.some(each => each.values.some(value => value !== null));
    fc.assert(
      fc.property(anyChart.filter(hasFigures), fc.constantFrom('es-PE', 'en-GB'), (chart, locale) => {
        const again = chartOf(tableOf(chart, locale), chart.kind, chart.unit, locale);
        expect(again).toEqual(chart);
        expect(chartSchema.safeParse(again).success).toBe(true);
      }),
    );
  });

  it('leaves out rows and columns without words, says which cell is no number and when there is nothing', () => {
    const table = [
      ['', '2024', '', '2025'],
      ['Perú', '1,5', '', '2'],
      ['', '', '', ''],
      ['Chile', '3', '', ''],
    ];
    expect(chartOf(table, 'line', ' USD ', 'es')).toEqual({
      kind: 'line',
      unit: 'USD',
      categories: ['Perú', 'Chile'],
      series: [
        { name: '2024', values: [1.5, 3] },
        { name: '2025', values: [2, null] },
      ],
    });
    const wrong = table.with(3, ['Chile', 'tres', '', '']);
    expect(chartOf(wrong, 'line', '', 'es')).toEqual({ kind: 'notANumber', row: 3, column: 1 });
    expect(
      chartOf(
        [
          ['', ''],
          ['', ''],
        ],
        'line',
        '',
        'es',
      ),
    ).toMatchObject({ kind: 'noFigures' });
  });

  it('takes what a spreadsheet puts on the clipboard, and grows no further than it may', () => {
    expect(readPastedTable('solo')).toBeNull();
    const cells = readPastedTable('\t2024\t2025\r\nPerú\t1\t2\r\nChile\t3\t4\r\n');
    expect(cells).toEqual([
      ['', '2024', '2025'],
      ['Perú', '1', '2'],
      ['Chile', '3', '4'],
    ]);
    const pasted = pasteInto(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      1,
      1,
      cells ?? [],
    );
    expect(pasted[0]).toEqual(['a', 'b', '', '']);
    expect(pasted[2]).toEqual(['', 'Perú', '1', '2']);
    const huge = pasteInto(
      [['']],
      0,
      0,
      Array.from({ length: 200 }, () => Array(30).fill('1')),
    );
    expect([huge.length, huge[0]?.length]).toEqual([largestTable.rows, largestTable.columns]);
    expect(
      resizeTable(
        [
          ['', 'a'],
          ['b', '1'],
        ],
        -5,
        -5,
      ),
    ).toHaveLength(2);
  });
});

describe('the sketch of a chart', () => {
  it('keeps every shape in its box', () => {
    fc.assert(
      fc.property(anyChart, chart => {
        const { shapes, ticks, zero } = sketchChart(chart);
        for (const shape of shapes) {
          if (shape.kind !== 'bar') {
            expect(shape.path).not.toMatch(/NaN|Infinity/);
            continue;
          }
          expect(shape.x).toBeGreaterThanOrEqual(sketchSize.left);
          expect(shape.x + shape.width).toBeLessThanOrEqual(sketchSize.width + 0.01);
          expect(shape.y).toBeGreaterThanOrEqual(sketchSize.top - 0.01);
          expect(shape.y + shape.height).toBeLessThanOrEqual(sketchSize.height - sketchSize.bottom + 0.01);
        }
        for (const { y } of ticks) expect(Number.isFinite(y)).toBe(true);
        expect(zero === null).toBe(chart.kind === 'pie');
      }),
    );
  });

  it('has few round ticks', () => {
    expect(ticksOf(0, 1)).toEqual([0, 0.5, 1]);
    expect(ticksOf(-30, 100)).toEqual([0, 50, 100]);
    expect(ticksOf(0, 0.3)).toEqual([0, 0.1, 0.2, 0.3]);
  });
});
