import { AlignmentType, type DocPropertiesOptions, ImageRun, Paragraph, type ParagraphChild } from 'docx';
import { ChartRun, type ChartRunOptions } from 'docx/charts';
import type { ChartBlock, FigureBlock, Inline } from '../../../../shared/document/content.ts';
import { cleanText } from '../read-content/clean-text.ts';
import { captionText } from '../read-content/document-map.ts';
import { field } from './fields.ts';
import { measureOf } from './page-setup.ts';
import type { WordContext } from './word-context.ts';
import { bookmark, labelBookmark, run, writeInlines } from './write-inlines.ts';

/** A picture with its caption below, scaled to its share of the measure; one without bytes says what it shows. */
export function writeFigure(block: FigureBlock, context: WordContext): Paragraph[] {
  const image = context.file.images.get(block.imageId);
  if (!image) {
    const words = block.alt || context.file.say('page.html.noPicture');
    return [new Paragraph({ style: 'Note', children: [run(words)] }), ...writeCaption(block, context, false)];
  }
  const picture = new ImageRun({
    type: image.mediaType === 'image/png' ? 'png' : 'jpg',
    data: image.bytes,
    transformation: sizeOf(block, block.pixelHeight / Math.max(1, block.pixelWidth), context),
    altText: describe(block, context),
  });
  return [frame(picture), ...writeCaption(block, context, false)];
}

function frame(drawing: ParagraphChild): Paragraph {
  return new Paragraph({
    style: 'Figure',
    alignment: AlignmentType.CENTER,
    keepNext: true,
    children: [drawing],
  });
}

function describe(block: FigureBlock | ChartBlock, context: WordContext): DocPropertiesOptions {
  const id = ++context.file.drawings.count;
  const title = cleanText(captionText(block.label, block.caption));
  return { id: String(id), name: title || `${id}`, description: cleanText(block.alt) || title };
}

/** In pixels of 1/96 inch, as the library counts; never taller than most of a page. */
function sizeOf(
  block: FigureBlock | ChartBlock,
  ratio: number,
  context: WordContext,
): { width: number; height: number } {
  const share = Number.isFinite(block.width) ? Math.min(1, Math.max(0.05, block.width)) : 1;
  const { page } = context.file;
  const tallest = (page.height - page.margin.top - page.margin.bottom) * 0.75;
  const wide = Math.min(context.width - context.indent, measureOf(page, false)) * share;
  const usable = Number.isFinite(ratio) && ratio > 0 ? ratio : 0.6;
  const scale = Math.min(1, tallest / (wide * usable));
  return {
    width: Math.max(1, Math.round((wide * scale) / 15)),
    height: Math.max(1, Math.round((wide * scale * usable) / 15)),
  };
}

/** A chart that Word draws from its figures, with its caption below; nothing of it is a picture. */
export function writeChart(block: ChartBlock, context: WordContext): Paragraph[] {
  const common = {
    transformation: sizeOf(block, 0.56, context),
    altText: describe(block, context),
    font: { name: context.file.theme.heads.name },
    chartArea: { border: 'none' as const },
  };
  return [frame(new ChartRun(chartOptions(block, common))), ...writeCaption(block, context, false)];
}

type CommonOptions = Pick<ChartRunOptions, 'transformation' | 'altText' | 'font' | 'chartArea'>;

const COLORS = ['1B3F73', 'B4690E', '4F7A28', '8A1C12', '6B4C9A', '0F766E', '7C8AA0', 'A1467E'];

function chartOptions({ chart }: ChartBlock, common: CommonOptions): ChartRunOptions {
  const categories = chart.categories.map(cleanText);
  const series = chart.series.map((each, index) => ({
    name: cleanText(each.name),
    values: each.values,
    color: COLORS[index % COLORS.length]!,
  }));
  const unit = cleanText(chart.unit);
  const valueAxis = unit ? { title: unit } : {};
  if (chart.kind === 'pie') {
    const values = (series[0]?.values ?? []).map(value => (value !== null && value < 0 ? null : value));
    const slices = {
      name: series[0]?.name ?? '',
      values,
      colors: categories.map((_, at) => COLORS[at % COLORS.length]),
    };
    const legend = unit ? { title: unit } : {};
    return { ...common, ...legend, type: 'pie', categories, series: [slices], dataLabels: { value: true } };
  }
  const plain = {
    ...common,
    categories,
    series,
    valueAxis,
    legend: series.length > 1 ? undefined : (false as const),
  };
  if (chart.kind === 'line' || chart.kind === 'area') return { ...plain, type: chart.kind };
  return { ...plain, type: 'column', stacking: chart.kind === 'stackedBar' ? 'stacked' : 'none' };
}

/** What {@link writeCaption} reads of a table or figure. */
interface Captioned {
  id?: string;
  label?: string;
  caption: Inline[] | null;
}

/** «Figura 2. Sede…»: the number counted by Word (field SEQ), the label and the whole each a bookmark. */
export function writeCaption(block: Captioned, context: WordContext, above: boolean): Paragraph[] {
  const name = context.file.bookmarks.claim(block.id);
  const words = block.caption ? writeInlines(block.caption, context) : [];
  const label = block.label ? writeLabel(block.label, context) : [];
  if (!label.length && !words.length) return name === null ? [] : [anchor(name)];
  const labelled = name && label.length ? bookmark(labelBookmark(name), label) : label;
  const point = label.length && words.length ? [run('. ')] : [];
  return [
    new Paragraph({
      style: 'Caption',
      keepNext: above,
      ...(above ? {} : { alignment: AlignmentType.CENTER }),
      children: bookmark(name, [...labelled, ...point, ...words]),
    }),
  ];
}

function anchor(name: string): Paragraph {
  return new Paragraph({ style: 'AfterTable', keepNext: true, children: bookmark(name, []) });
}

/** Word counts where the content counts in steps of one; elsewhere the field is told the number. */
function writeLabel(label: string, context: WordContext): ParagraphChild[] {
  const match = /^(.*\D)(\d{1,6})$/su.exec(label);
  if (!match) return [run(label)];
  const [, words = '', digits = ''] = match;
  const sequence = sequenceName(words);
  const number = Number(digits);
  const follows = (context.file.sequences.get(sequence) ?? 0) + 1 === number;
  context.file.sequences.set(sequence, number);
  const instruction = `SEQ ${sequence} \\* ARABIC${follows ? '' : ` \\r ${number}`}`;
  return [run(words), ...field(instruction, digits)];
}

/** The name of a label's sequence: its letters, without accents. */
export function sequenceName(label: string): string {
  const letters = label.normalize('NFD').replace(/[^A-Za-z]/g, '');
  return letters.slice(0, 30) || 'Valija';
}
