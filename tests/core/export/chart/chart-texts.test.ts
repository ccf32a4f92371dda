import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { chartToSvg } from '../../../../electron/core/export/layout/chart/chart-to-svg.ts';
import { describeChart } from '../../../../electron/core/export/layout/chart/describe-chart.ts';
import { formatFigure } from '../../../../electron/core/export/layout/chart/format-figure.ts';
import { testThemes } from '../../../helpers/pdf-setting.ts';
import { tried } from '../../../helpers/property-runs.ts';
import { anyChart, chartOf } from './any-chart.ts';

const theme = testThemes.get('modern-sans');
const setting = { language: 'es', theme, fonts: testThemes.fontsOf(theme) };

test.each([
  [1234.5, 'es', '1\u00a0234,5'],
  [1234.5, 'en', '1,234.5'],
  [-1234567, 'es', '−1\u00a0234\u00a0567'],
  [0, 'es', '0'],
  [-0, 'en', '0'],
  [0.1 + 0.2, 'es', '0,3'],
  [999, 'es-PE', '999'],
  [1e15, 'en', '1,000,000,000,000,000'],
  [0.00001, 'es', '0,00001'],
])('%d in %s is «%s»', (value, language, text) => {
  expect(formatFigure(value, language)).toBe(text);
});

test('fixed decimals are kept', () => {
  expect(formatFigure(2, 'es', 1)).toBe('2,0');
  expect(formatFigure(-0.04, 'en', 1)).toBe('0.0');
});

test('any figure written is the figure, to its decimals', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), value => {
      const read = Number(formatFigure(value, 'en').replaceAll(',', '').replace('−', '-'));
      expect(Math.abs(read - value)).toBeLessThanOrEqual(5.1e-7);
    }),
    tried(100),
  );
});

test('a chart is described by its figures', () => {
  const chart = chartOf('line', { Exportaciones: [1200, null], Importaciones: [900.5, 1000] }, 'millones');
  expect(describeChart(chart, 'es-PE')).toBe(
    'Gráfico de líneas (millones). Exportaciones: 2023, 1\u00a0200; 2024, sin dato. Importaciones: 2023, 900,5; 2024, 1\u00a0000.',
  );
  expect(describeChart({ ...chart, kind: 'pie' }, 'en')).toBe(
    'Pie chart (millones). Exportaciones: 2023, 1,200; 2024, no figure.',
  );
});

test('a chart of very many figures is described by its ends and extremes', () => {
  const values = Array.from({ length: 60 }, (_, i) => (i === 30 ? 500 : i));
  expect(describeChart(chartOf('area', { Casos: values }), 'es')).toBe(
    'Gráfico de áreas. Casos: de 0 (1965) a 59 (2024); mínimo, 0 (1965); máximo, 500 (1995).',
  );
});

test('any chart becomes SVG that is well-formed, with all its texts', () => {
  fc.assert(
    fc.property(anyChart, chart => {
      const size = { width: 440, mostHeight: 600 };
      const { svg } = chartToSvg(chart, size, setting, { fontFamily: 'Arial', title: chart.unit });
      const parser = new SaxesParser();
      let texts = 0;
      parser.on('opentag', ({ name }) => {
        if (name === 'text') texts++;
      });
      parser.on('error', error => {
        throw error;
      });
      parser.write(svg).close();
      expect(texts).toBeGreaterThan(0);
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    }),
    tried(60),
  );
});
