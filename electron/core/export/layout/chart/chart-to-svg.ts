import type { Chart } from '../../../../../shared/model/chart.ts';
import type { Drawing, Path, PathCommand } from '../drawing.ts';
import { type ChartSetting, openPen } from './chart-pen.ts';
import { drawChart } from './draw-chart.ts';
import type { ChartLabel } from './sheet.ts';

/** A chart as an SVG text; width and height are in CSS pixels or points, as the caller takes them. */
export interface ChartSvg {
  svg: string;
  width: number;
  height: number;
}

/** Which font shows the chart's texts; their widths are fixed, so that another one harms nothing. */
export interface SvgLook {
  fontFamily: string;
  /** Names what is drawn, for those who do not see it; an empty one hides the drawing from readers (its surroundings speak). */
  title: string;
}

/** Draws a chart as SVG, the same drawing that a page prints; `mostHeight` bounds it. */
export function chartToSvg(
  chart: Chart,
  size: { width: number; mostHeight: number },
  setting: ChartSetting,
  look: SvgLook,
): ChartSvg {
  const pen = openPen(setting);
  const { drawings, labels, width, height } = drawChart(chart, size.width, size.mostHeight, setting);
  const clips: string[] = [];
  const shapes = drawings.map(drawing => writeDrawing(drawing, clips)).join('');
  const texts = labels.map(label => writeLabel(label, pen.measure(label.text))).join('');
  const speech = look.title ? `role="img" aria-label="${escapeText(look.title)}"` : 'aria-hidden="true"';
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" ${speech} viewBox="0 0 ${round(width)} ${round(height)}"` +
    ` width="${round(width)}" height="${round(height)}">` +
    `${clips.length ? `<defs>${clips.join('')}</defs>` : ''}${shapes}` +
    `<g font-family="${escapeText(look.fontFamily)}" font-size="${round(pen.size)}">${texts}</g></svg>`;
  return { svg, width, height };
}

function writeDrawing(drawing: Drawing, clips: string[]): string {
  switch (drawing.kind) {
    case 'path':
      return writePath(drawing);
    case 'clip': {
      // Named by what it is, so that two charts on one page may share it.
      const outline = writeCommands(drawing.commands);
      const id = `c${hash(outline)}`;
      const clip = `<clipPath id="${id}"><path d="${outline}"/></clipPath>`;
      if (!clips.includes(clip)) clips.push(clip);
      return `<g clip-path="url(#${id})">${drawing.inside.map(writePath).join('')}</g>`;
    }
    case 'picture':
      return '';
  }
}

function writePath({ commands, fill, stroke }: Path): string {
  const lines = stroke
    ? ` stroke="${stroke.color}" stroke-width="${round(stroke.width)}"` +
      (stroke.dash?.length ? ` stroke-dasharray="${stroke.dash.map(round).join(' ')}"` : '')
    : '';
  return `<path d="${writeCommands(commands)}" fill="${fill ?? 'none'}"${lines}/>`;
}

function writeCommands(commands: PathCommand[]): string {
  return commands.map(([name, ...numbers]) => name + numbers.map(round).join(' ')).join('');
}

function writeLabel({ text, x, baseline, anchor, color }: ChartLabel, width: number): string {
  return (
    `<text x="${round(x)}" y="${round(baseline)}" text-anchor="${anchor}" fill="${color}"` +
    ` textLength="${round(width)}" lengthAdjust="spacingAndGlyphs">${escapeText(text)}</text>`
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML forbids are dropped. */
function escapeText(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '').replace(/[&<>"]/g, sign => ENTITIES[sign]!);
}

/** FNV-1a, 32 bits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(36);
}
