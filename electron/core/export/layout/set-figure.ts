import type { ChartBlock, FigureBlock, Inline } from '../../../../shared/document/content.ts';
import { describeChart } from './chart/describe-chart.ts';
import { drawChart } from './chart/draw-chart.ts';
import type { ChartDrawing, ChartLabel } from './chart/sheet.ts';
import type { Drawing } from './drawing.ts';
import type { Line } from './line.ts';
import type { Frame } from './set-blocks.ts';
import { type InlineContext, setInlines, setText } from './set-inlines.ts';
import { openNode, type StructNode } from './structure.ts';
import type { TextStyle } from './text-style.ts';
import {
  type Box,
  FORBID,
  makeBox,
  type PaintOp,
  packColumn,
  stackLines,
  type VerticalItem,
} from './vertical-list.ts';

/** What stands above a caption: shapes or a picture, and the lettering of a chart. */
interface Drawn {
  width: number;
  height: number;
  drawings: Drawing[];
  lettering: Pick<ChartDrawing, 'labels' | 'style'> | null;
}

/** A caption longer than this share of the page goes on below the figure as text does. */
const LONGEST_CAPTION = 0.4;
/** However long its caption, a figure keeps this much of the page. */
const LEAST_SHARE = 0.3;
const NARROWEST = 40;

/**
 * Sets a picture or a chart with its caption below, in one box: `width` of the measure, smaller where the page is too low for it.
 * A floating one becomes a float where floats may stand. The Figure stands beside its Caption in a Div, so that its alternative
 * text does not silence the caption.
 */
export function setFigure(block: FigureBlock | ChartBlock, frame: Frame): VerticalItem[] {
  const group = frame.node && openNode('Div', frame.node);
  const caption = setCaption(block, frame, group && openNode('Caption', group));
  const { frameHeight } = frame.setting.geometry;
  const { gaps } = frame.setting.theme;
  const captionHeight = caption.lines.length * caption.style.leading;
  const isLong = captionHeight > frameHeight * LONGEST_CAPTION;
  const below = isLong ? caption.style.leading * 2 : captionHeight;
  const most = Math.max(frameHeight * LEAST_SHARE, frameHeight - below - gaps.caption - 1);
  const drawn = drawBlock(block, frame, most);
  const figure = group && openNode('Figure', group, { alt: alternativeOf(block, caption.text, frame) });
  const box = boxOf(drawn, figure, frame);
  box.anchors.push({ id: block.id, y: 0 });
  const lines = stackLines(caption.lines, frame.x, caption.style.leading);
  if (!lines.length) return finish(block, box, [], group, frame);
  const whole = isLong ? box : joinBelow(box, lines, gaps.caption);
  return finish(block, whole, isLong ? [FORBID, ...lines] : [], group, frame);
}

function finish(
  block: FigureBlock | ChartBlock,
  box: Box,
  rest: VerticalItem[],
  node: StructNode | null,
  frame: Frame,
): VerticalItem[] {
  if (block.placement === 'float' && frame.direct && !rest.length) return [{ kind: 'float', box, node }];
  return [box, ...rest];
}

/** What is read out: the words given, else the chart's figures, else the caption. */
function alternativeOf(block: FigureBlock | ChartBlock, caption: string, frame: Frame): string {
  const given = block.alt.trim();
  if (given) return given;
  if (block.kind === 'chart') return describeChart(block.chart, frame.language);
  return caption.trim() || block.label || '–';
}

function drawBlock(block: FigureBlock | ChartBlock, frame: Frame, most: number): Drawn {
  const wanted = Math.max(Math.min(NARROWEST, frame.width), frame.width * Math.min(1, block.width));
  if (block.kind === 'chart') {
    const { labels, style, ...drawn } = drawChart(block.chart, wanted, most, frame.setting);
    return { ...drawn, lettering: { labels, style } };
  }
  const ratio = Math.max(1, block.pixelHeight) / Math.max(1, block.pixelWidth);
  const width = Math.min(wanted, most / ratio);
  const height = width * ratio;
  const picture: Drawing = { kind: 'picture', imageId: block.imageId, x: 0, y: 0, width, height };
  return { width, height, drawings: [picture], lettering: null };
}

/** A box as wide as the measure, with what is drawn in its middle. */
function boxOf({ width, height, drawings, lettering }: Drawn, node: StructNode | null, frame: Frame): Box {
  const x = frame.x + (frame.width - width) / 2;
  const figure: PaintOp = { kind: 'figure', node, x, y: 0, width, height, drawings };
  const box = makeBox(height, [figure]);
  if (!lettering) return box;
  const place = { node, language: frame.language, setting: frame.setting };
  for (const label of lettering.labels) {
    box.ops.push(...letter(label, x, { ...place, style: { ...lettering.style, color: label.color } }));
  }
  return box;
}

/** A chart's text as a line of the page, part of the Figure. */
function letter(label: ChartLabel, left: number, context: InlineContext): PaintOp[] {
  const [line] = setText(label.text, context, Number.MAX_SAFE_INTEGER, 'start');
  if (!line) return [];
  const shift = { start: 0, middle: line.width / 2, end: line.width }[label.anchor];
  return [{ kind: 'line', line, x: left + label.x - shift, baseline: label.baseline }];
}

interface SetCaption {
  lines: Line[];
  style: TextStyle;
  text: string;
}

/** «Figura 2. …», centred below its figure; one of several lines below a figure as wide as the measure is set as captions are. */
function setCaption(block: FigureBlock | ChartBlock, frame: Frame, node: StructNode | null): SetCaption {
  const style = frame.setting.theme.styles.caption;
  const words = block.caption ?? [];
  const inlines: Inline[] = block.label
    ? [{ kind: 'text', text: words.length ? `${block.label}. ` : block.label }, ...words]
    : words;
  const context = { setting: frame.setting, style, node, language: frame.language };
  const setIn = (align: TextStyle['align']) =>
    inlines.length ? setInlines(inlines, context, frame.width, { align }) : [];
  const centred = setIn('center');
  const lines = block.width < 1 || centred.length <= 1 ? centred : setIn(style.align);
  const text = inlines.map(inline => ('text' in inline ? inline.text : ' ')).join('');
  return { lines, style, text };
}

function joinBelow(box: Box, lines: VerticalItem[], gap: number): Box {
  const caption = packColumn(lines, 0, box.height + gap).box;
  box.ops.push(...caption.ops);
  box.notes.push(...caption.notes);
  box.anchors.push(...caption.anchors);
  if (caption.marginNotes) box.marginNotes = caption.marginNotes;
  box.height += gap + caption.height;
  return box;
}
