import type { HexColor } from '../../../../shared/document/content.ts';
import type { LaidPage, PlacedNote } from '../layout/build-pages.ts';
import type { Geometry } from '../layout/geometry.ts';
import type { Line } from '../layout/line.ts';
import type { Theme } from '../layout/theme.ts';
import { BASELINE, type Box, type PaintOp } from '../layout/vertical-list.ts';
import { number, rgb } from './operators.ts';
import { paintFigure } from './paint-figure.ts';
import { TextPainter } from './paint-text.ts';
import type { Rect, TextResult } from './text-result.ts';

/** What the file needs to know of a painted page besides its operators. */
export interface PaintedPage extends Pick<TextResult, 'events' | 'owners' | 'links' | 'fonts'> {
  /** Ids of the pictures shown. */
  pictures: Set<string>;
  /** The page of an original that is shown, under the name of its form; null on a page of our own. */
  original: { name: string; sourceId: string; page: number } | null;
}

/** A page as content-stream operators. */
export interface PageContent extends PaintedPage {
  content: string;
}

type FigureOp = Extract<PaintOp, { kind: 'figure' }>;
type OriginalOp = Extract<PaintOp, { kind: 'original' }>;

interface Fill {
  x: number;
  y: number;
  width: number;
  height: number;
  color: HexColor;
}

const NOTE_RULE_LENGTH = 80;

/**
 * Paints a laid-out page: lines and fills first, as artifacts, then figures, then all the text in one text object. `firstMcid` is
 * the number of its first marked-content sequence.
 */
export function paintPage(page: LaidPage, geometry: Geometry, theme: Theme, firstMcid = 0): PageContent {
  const painter = new PagePainter(geometry, theme, firstMcid);
  const left = page.fromEdge ? -geometry.marginLeft : 0;
  for (const { box, y } of page.boxes) painter.box(box, left, y);
  if (page.noteRuleY !== null) painter.noteRule(page.noteRuleY);
  for (const placed of page.notes) painter.note(placed, 0);
  for (const placed of page.marginNotes) painter.note(placed, geometry.sideNotes.x);
  return painter.finish();
}

class PagePainter {
  private readonly text: TextPainter;
  private readonly fills: Fill[] = [];
  private readonly pictures = new Set<string>();
  private rules = '';
  private figures = '';
  private shown: PaintedPage['original'] = null;
  private readonly geometry: Geometry;
  private readonly theme: Theme;

  constructor(geometry: Geometry, theme: Theme, firstMcid: number) {
    this.text = new TextPainter(firstMcid);
    this.geometry = geometry;
    this.theme = theme;
  }

  /** Paints a box whose top left is at (x, y) of the text frame. */
  box(box: Box, x: number, y: number): void {
    for (const op of box.ops) this.op(op, x, y);
  }

  /** Paints the lines of a note that belong to this page, `x` points from the text frame's left edge. */
  note({ note, from, to, y }: PlacedNote, x: number): void {
    for (let i = from; i < to; i++) {
      this.line(note.lines[i]!, x, y + (i - from) * note.leading + note.leading * BASELINE);
    }
  }

  /** Paints the short rule above the notes. */
  noteRule(y: number): void {
    this.rule({ x1: 0, y1: y, x2: NOTE_RULE_LENGTH, y2: y, width: 0.5, color: this.theme.colors.bar }, 0, 0);
  }

  /** Closes the page. */
  finish(): PageContent {
    const { operators, underlines, ...painted } = this.text.finish();
    for (const underline of underlines) this.rule(underline, 0, 0, true);
    const fills = this.fills.map(fill => this.fillOperators(fill)).join('');
    const drawings = fills + this.rules;
    const artifacts = drawings ? `/Artifact BMC\n${drawings}EMC\n` : '';
    return {
      ...painted,
      pictures: this.pictures,
      original: this.shown,
      content: artifacts + this.figures + operators,
    };
  }

  private op(op: PaintOp, x: number, y: number): void {
    switch (op.kind) {
      case 'line':
        this.line(op.line, x + op.x, y + op.baseline);
        break;
      case 'rule':
        this.rule(op, x, y);
        break;
      case 'fill':
        this.addFill({ ...op, x: x + op.x, y: y + op.y });
        break;
      case 'box':
        this.box(op.box, x + op.x, y + op.y);
        break;
      case 'figure':
        this.figure(op, x + op.x, y + op.y);
        break;
      case 'original':
        this.original(op, x + op.x, y + op.y);
        break;
      case 'touch':
        this.text.touch(op.node);
    }
  }

  private figure({ node, width, height, drawings }: FigureOp, x: number, y: number): void {
    const { marginLeft, marginTop, pageHeight } = this.geometry;
    const left = marginLeft + x;
    const top = pageHeight - marginTop - y;
    const box = [left, top - height, left + width, top].map(each => Number(number(each))) as Rect;
    const begin = node ? `/${node.tag} <</MCID ${this.text.claim(node, box)}>> BDC` : '/Artifact BMC';
    this.figures += `${begin}\n${paintFigure(drawings, left, top, this.pictures)}EMC\n`;
  }

  /** Places a page of an original; one with tags of its own stands outside any of ours. */
  private original(
    { node, name, sourceId, page, height, scale, matrix }: OriginalOp,
    x: number,
    y: number,
  ): void {
    const { marginLeft, marginTop, pageHeight } = this.geometry;
    const [left, bottom] = [marginLeft + x, pageHeight - marginTop - y - height];
    const [a, b, c, d, e, f] = matrix;
    const place = [a, b, c, d].map(each => String(Math.round(each * scale * 1e5) / 1e5));
    const paint = `q ${place.join(' ')} ${number(left + e * scale)} ${number(bottom + f * scale)} cm /${name} Do Q\n`;
    this.figures += node ? `/${node.tag} <</MCID ${this.text.claim(node)}>> BDC\n${paint}EMC\n` : paint;
    this.shown = { name, sourceId, page };
  }

  private line(line: Line, x: number, baseline: number): void {
    const { marginLeft, marginTop, pageHeight } = this.geometry;
    this.text.line(line, marginLeft + x, pageHeight - marginTop - baseline);
  }

  /** Joins fills that continue each other, so that a bar beside a quotation shows no seams. */
  private addFill(fill: Fill): void {
    const last = this.fills.findLast(each => each.x === fill.x && each.width === fill.width);
    const joins = last && last.color === fill.color && Math.abs(last.y + last.height - fill.y) < 0.05;
    if (joins) last.height += fill.height;
    else this.fills.push(fill);
  }

  private fillOperators({ x, y, width, height, color }: Fill): string {
    const { marginLeft, marginTop, pageHeight } = this.geometry;
    const bottom = pageHeight - marginTop - y - height;
    return `${rgb(color)} rg ${number(marginLeft + x)} ${number(bottom)} ${number(width)} ${number(height)} re f\n`;
  }

  private rule(
    op: { x1: number; y1: number; x2: number; y2: number; width: number; color: HexColor; dotted?: boolean },
    x: number,
    y: number,
    absolute = false,
  ): void {
    const { marginLeft, marginTop, pageHeight } = this.geometry;
    const left = absolute ? 0 : marginLeft + x;
    const up = (value: number) => (absolute ? value : pageHeight - marginTop - y - value);
    const dash = op.dotted ? '1 J [0 2.6] 0 d ' : '';
    const undash = op.dotted ? ' 0 J [] 0 d' : '';
    this.rules +=
      `${dash}${rgb(op.color)} RG ${number(op.width)} w ${number(left + op.x1)} ${number(up(op.y1))} m ` +
      `${number(left + op.x2)} ${number(up(op.y2))} l S${undash}\n`;
  }
}
