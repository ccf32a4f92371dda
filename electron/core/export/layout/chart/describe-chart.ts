import { formatMessage } from '../../../../../shared/i18n/format-message.ts';
import type { Chart } from '../../../../../shared/model/chart.ts';
import type { Language } from '../../../../../shared/model/common.ts';
import { formatFigure } from './format-figure.ts';

/** A chart of more figures than this is described by the first, last, smallest and largest of each series. */
const MOST_FIGURES = 48;

/** What a chart shows, in words: its kind, unit and figures. Read out where nobody wrote an alternative text. */
export function describeChart(chart: Chart, language: string): string {
  const spoken: Language = language.toLowerCase().startsWith('en') ? 'en' : 'es';
  const shown = chart.kind === 'pie' ? { ...chart, series: chart.series.slice(0, 1) } : chart;
  const head = formatMessage(spoken, `page.chart.${chart.kind}`, {});
  const unit = chart.unit ? ` (${chart.unit})` : '';
  const brief = shown.series.length * chart.categories.length > MOST_FIGURES;
  const series = shown.series.map(({ name, values }) => {
    const figures = brief ? summarise(chart, values, spoken) : listFigures(chart, values, spoken);
    return name ? `${name}: ${figures}` : figures;
  });
  return `${head}${unit}. ${series.join('. ')}.`;
}

function listFigures({ categories }: Chart, values: (number | null)[], language: Language): string {
  return categories.map((category, i) => `${category}, ${say(values[i] ?? null, language)}`).join('; ');
}

function say(value: number | null, language: Language): string {
  return value === null ? formatMessage(language, 'page.chart.noFigure', {}) : formatFigure(value, language);
}

function summarise(chart: Chart, values: (number | null)[], language: Language): string {
  const known = values.flatMap((value, i) => (value === null ? [] : [{ value, name: chart.categories[i]! }]));
  const [first] = known;
  const last = known.at(-1);
  if (!first || !last) return formatMessage(language, 'page.chart.noFigure', {});
  const least = known.reduce((a, b) => (b.value < a.value ? b : a));
  const most = known.reduce((a, b) => (b.value > a.value ? b : a));
  const speak = (figure: { value: number; name: string }) => formatFigure(figure.value, language);
  return formatMessage(language, 'page.chart.summary', {
    first: speak(first),
    firstName: first.name,
    last: speak(last),
    lastName: last.name,
    least: speak(least),
    leastName: least.name,
    most: speak(most),
    mostName: most.name,
  });
}
