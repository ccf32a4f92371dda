import type { ChartBlock, FigureBlock } from '../../../../shared/document/content.ts';
import { chartToSvg } from '../layout/chart/chart-to-svg.ts';
import { describeChart } from '../layout/chart/describe-chart.ts';
import { captionText } from '../read-content/document-map.ts';
import { familyName } from '../read-content/font-names.ts';
import { element, escapeText, type Html, writeText } from './html.ts';
import type { HtmlContext } from './html-context.ts';
import { renderInlines } from './render-inlines.ts';

/** A picture, inside the page as a data: address, with its caption. */
export function renderFigure(block: FigureBlock, context: HtmlContext): Html {
  const image = context.images.get(block.imageId);
  const picture = image
    ? element('img', {
        src: `data:${image.mediaType};base64,${Buffer.from(image.bytes).toString('base64')}`,
        alt: block.alt,
        width: Math.max(1, Math.round(block.pixelWidth)),
        height: Math.max(1, Math.round(block.pixelHeight)),
        class: widthClass(block.width, context),
      })
    : element('p', { class: 'missing' }, escapeText(block.alt || context.say('page.html.noPicture')));
  return frame(block, picture, context);
}

/** Width of a chart's drawing in points at its full measure, and the most it may be high; the page scales it. */
const CHART = { width: 470, mostHeight: 400 };

/** A chart drawn in the page, named for those who do not see it, and its figures in a table that says all it shows. */
export function renderChart(block: ChartBlock, context: HtmlContext): Html {
  const { look } = context;
  const share = Number.isFinite(block.width) ? Math.min(1, Math.max(0.4, block.width)) : 1;
  const size = { width: CHART.width * share, mostHeight: CHART.mostHeight };
  const font = { fontFamily: familyName(look.theme.fonts.display), title: 'chart' };
  const { svg } = chartToSvg(block.chart, size, look, font);
  const drawing = nameDrawing(svg, block, context);
  const summary = element('summary', {}, escapeText(context.say('page.html.chartData')));
  return frame(block, drawing + element('details', {}, summary, renderData(block, context)), context);
}

/** Puts title and description into a drawing (SVG 2, 5.7), in place of its own label. */
function nameDrawing(svg: string, block: ChartBlock, context: HtmlContext): Html {
  const [title, description] = [context.anchors.make('v-chart'), context.anchors.make('v-chart-alt')];
  const name = captionText(block.label, block.caption) || context.say('page.html.chartData');
  const words = block.alt || describeChart(block.chart, context.look.language);
  const inside =
    element('title', { id: title }, escapeText(name)) +
    element('desc', { id: description }, escapeText(words));
  return svg.replace(
    /^(<svg [^>]*?) aria-label="[^"]*"([^>]*>)/,
    (_, before: string, after: string) =>
      `${before} class="${widthClass(block.width, context)}" aria-labelledby="${title}" aria-describedby="${description}"${after}${inside}`,
  );
}

function frame(block: FigureBlock | ChartBlock, inside: Html, context: HtmlContext): Html {
  const label = block.label ? element('span', { class: 'label' }, escapeText(block.label)) : '';
  const words = block.caption ? renderInlines(block.caption, context) : '';
  const caption = [label, words].filter(Boolean).join('. ');
  return element(
    'figure',
    { id: context.anchors.claim(block.id), class: 'picture' },
    inside,
    caption ? element('figcaption', {}, caption) : '',
  );
}

function widthClass(width: number, context: HtmlContext): string {
  const share = Number.isFinite(width) ? Math.min(1, Math.max(0.05, width)) : 1;
  return context.rules.classFor(`width: ${Math.round(share * 100)}%`);
}

function renderData(block: ChartBlock, context: HtmlContext): Html {
  const { chart } = block;
  const title = captionText(block.label, block.caption) || block.alt;
  const series = chart.kind === 'pie' ? chart.series.slice(0, 1) : chart.series;
  const unit = chart.unit ? ` (${chart.unit})` : '';
  const heads = [context.say('page.html.chartCategory'), ...series.map(each => each.name + unit)];
  const rows = chart.categories.map((category, index) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, writeText(category)),
      ...series.map(each => element('td', { class: 'align-end' }, figure(each.values[index], context))),
    ),
  );
  const caption = [context.say('page.html.chartData'), title].filter(Boolean).join(': ');
  return element(
    'div',
    { class: 'table', role: 'region', tabindex: 0, 'aria-label': caption },
    element(
      'table',
      {},
      element('caption', {}, escapeText(caption)),
      element(
        'thead',
        {},
        element('tr', {}, ...heads.map(head => element('th', { scope: 'col' }, escapeText(head)))),
      ),
      element('tbody', {}, ...rows),
    ),
  );
}

function figure(value: number | null | undefined, context: HtmlContext): Html {
  if (value === null || value === undefined) return '–';
  const locale = /^en\b/i.test(context.language) ? 'en-GB' : 'es-PE';
  return escapeText(value.toLocaleString(locale, { maximumFractionDigits: 6 }));
}
