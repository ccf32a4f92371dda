import fc from 'fast-check';
import { type Chart, chartKinds } from '../../../../shared/model/chart.ts';

const figure = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 5000 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, -0, 1e15, -1e15, 1e-15, 5e-324, 0.1) },
  { weight: 1, arbitrary: fc.constant(null) },
);

const name = fc.oneof(
  { weight: 4, arbitrary: fc.string({ maxLength: 30 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('Exportaciones', 'Unión Europea', '2024', 'Comunidad Andina de Naciones'),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 200, unit: 'grapheme' }) },
);

/** Any chart that the contract lets in. */
export const anyChart: fc.Arbitrary<Chart> = fc
  .record({
    kind: fc.constantFrom(...chartKinds),
    unit: name,
    categories: fc.array(name, { minLength: 1, maxLength: 60 }),
    count: fc.integer({ min: 1, max: 8 }),
  })
  .chain(({ count, ...chart }) =>
    fc.record({
      kind: fc.constant(chart.kind),
      unit: fc.constant(chart.unit),
      categories: fc.constant(chart.categories),
      series: fc.array(
        fc.record({
          name,
          values: fc.array(figure, {
            minLength: chart.categories.length,
            maxLength: chart.categories.length,
          }),
        }),
        { minLength: count, maxLength: count },
      ),
    }),
  );

/** A chart of figures by series, with years below. */
export function chartOf(kind: Chart['kind'], series: Record<string, (number | null)[]>, unit = ''): Chart {
  const entries = Object.entries(series);
  const length = entries[0]![1].length;
  return {
    kind,
    unit,
    categories: Array.from({ length }, (_, i) => String(2025 - length + i)),
    series: entries.map(([name, values]) => ({ name, values })),
  };
}
