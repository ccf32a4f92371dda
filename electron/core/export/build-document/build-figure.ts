import type { Node } from 'prosemirror-model';
import type { ChartBlock, FigureBlock, ParagraphBlock } from '../../../../shared/document/content.ts';
import { chartSchema } from '../../../../shared/model/chart.ts';
import { buildInlines } from './build-inlines.ts';
import { type DocumentContext, say } from './document-context.ts';

/** A picture as a block. Where the library no longer has it, a line says so. */
export function buildFigure(node: Node, context: DocumentContext): FigureBlock | ParagraphBlock {
  const imageId = String(node.attrs.imageId);
  const image = Object.hasOwn(context.snapshot.images, imageId) ? context.snapshot.images[imageId] : null;
  if (!image) return missingFigure(node, context);
  const { pixelWidth, pixelHeight } = image;
  return { kind: 'figure', ...frameOf(node, context), imageId, pixelWidth, pixelHeight };
}

/** A chart as a block. */
export function buildChart(node: Node, context: DocumentContext): ChartBlock {
  return { kind: 'chart', ...frameOf(node, context), chart: chartSchema.parse(node.attrs.chart) };
}

function frameOf(node: Node, context: DocumentContext): Omit<ChartBlock, 'kind' | 'chart'> {
  const number = context.plan.numbers.get(node);
  const caption = buildInlines(node, context);
  return {
    id: context.plan.anchors.get(node)!,
    ...(number ? { label: say(context, 'page.label.figure', { number }) } : {}),
    caption: caption.length ? caption : null,
    alt: String(node.attrs.alt).trim(),
    width: Math.min(100, Math.max(20, Number(node.attrs.width))) / 100,
    placement: node.attrs.placement === 'float' ? 'float' : 'here',
  };
}

function missingFigure(node: Node, context: DocumentContext): ParagraphBlock {
  const missing = {
    kind: 'text',
    text: say(context, 'page.figure.missing'),
    marks: { strong: true },
  } as const;
  const caption = buildInlines(node, context);
  return {
    kind: 'paragraph',
    id: context.plan.anchors.get(node)!,
    role: 'note',
    inlines: caption.length ? [missing, { kind: 'text', text: ' ' }, ...caption] : [missing],
    marking: null,
  };
}
