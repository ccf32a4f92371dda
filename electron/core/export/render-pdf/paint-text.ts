import type { HexColor } from '../../../../shared/document/content.ts';
import { type FontFile, type ShapedText, shapeText } from '../layout/face.ts';
import type { Line, Piece, Segment } from '../layout/line.ts';
import type { StructNode } from '../layout/structure.ts';
import { type EncodedText, encodeSoftHyphen, encodeText, type UsedCode } from './encode-text.ts';
import type { UsedFonts } from './font-table.ts';
import { number, rgb } from './operators.ts';

/**
 * Something met while painting, in reading order: an element, and the content or link it received (null: neither). `box` is where a
 * figure stands on the page.
 */
export interface StructEvent {
  node: StructNode;
  content: { mcid: number; box?: Rect } | { link: number } | null;
}

/** Left, bottom, right, top in PDF coordinates. */
export type Rect = [number, number, number, number];

/** A link on a page: one rectangle for each line it runs over. */
export interface PaintedLink {
  node: StructNode;
  rects: Rect[];
}

/** An underline in PDF coordinates. */
export interface Underline {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  width: number;
  color: HexColor;
}

/** The text of a page as one text object, and what its structure, links and fonts need. */
export interface TextResult {
  operators: string;
  events: StructEvent[];
  /** The elements of the page's marked-content sequences, in the order of their numbers. */
  owners: StructNode[];
  links: PaintedLink[];
  underlines: Underline[];
  fonts: UsedFonts;
}

/** The name of a font file in a page's resources; a name of the file system may hold signs that a PDF name must escape. */
export function fontResource(name: string): string {
  return `F${name.replace(/[^\w-]/g, '')}`;
}

/** How far a segment moves the pen, in points. */
function advanceOf({ piece, shaped, hyphen }: Segment, spaceExtra: number): number {
  const glyphs = shaped ?? shapeText(piece.face, ' ');
  const hyphenWidth = hyphen ? shapeText(piece.face, '-').width : 0;
  return ((glyphs.width + hyphenWidth) * piece.size) / 1000 + (shaped ? 0 : spaceExtra);
}

/** Writes lines of text as operators, opening and closing marked content as the structure element changes. */
export class TextPainter {
  private out = '';
  private node: StructNode | null | undefined = undefined;
  private face: FontFile | null = null;
  private size = 0;
  private rise = 0;
  private color: HexColor | '' = '';
  private inArray = false;
  private positionNext = '';
  private readonly runs = new Map<FontFile, Set<UsedCode[]>>();
  /** Where the last line begins, in hundredths of a point. */
  private lineX = 0;
  private lineY = 0;
  private readonly result: TextResult = {
    operators: '',
    events: [],
    owners: [],
    links: [],
    underlines: [],
    fonts: new Map(),
  };
  private readonly firstMcid: number;

  /** `firstMcid` is the number of the first marked-content sequence: not 0 where other pages stand on the same sheet. */
  constructor(firstMcid = 0) {
    this.firstMcid = firstMcid;
  }

  /** Puts an element into the structure at this point of the reading order. */
  touch(node: StructNode): void {
    this.result.events.push({ node, content: null });
  }

  /** Gives a marked-content sequence to an element whose content is painted outside the text object. */
  claim(node: StructNode, box?: Rect): number {
    const mcid = this.firstMcid + this.result.owners.length;
    this.result.owners.push(node);
    this.result.events.push({ node, content: { mcid, box } });
    return mcid;
  }

  /** Paints a line with its left edge at `x` and its baseline at `y`, in PDF coordinates. */
  line(line: Line, x: number, y: number): void {
    const left = x + line.indent;
    this.closeArray();
    this.positionNext = this.moveTo(left, y);
    if (line.order) this.turnedSegments(line, line.order, left, y);
    else this.segments(line, left, y);
    if (line.endsInSpace) this.trailingSpace(line);
    this.closeArray();
  }

  private segments(line: Line, left: number, y: number): void {
    let pen = left;
    let link: { node: StructNode; from: number; piece: Piece } | null = null;
    for (const segment of line.segments) {
      const { piece } = segment;
      const target = piece.node?.attributes.link ? piece.node : null;
      if (link && link.node !== target) {
        this.addLink(link, pen, y);
        link = null;
      }
      if (target && !link) link = { node: target, from: pen, piece };
      const start = pen;
      pen += this.segment(segment, line.spaceExtra);
      if (piece.underline) this.addUnderline(piece, start, pen, y);
    }
    if (link) this.addLink(link, pen, y);
  }

  /** Paints segments where they stand but in the order they are read in, so that what is copied or spoken is in order. */
  private turnedSegments(line: Line, order: readonly number[], left: number, y: number): void {
    const starts: number[] = [];
    let x = left;
    for (const index of order) {
      starts[index] = x;
      x += advanceOf(line.segments[index]!, line.spaceExtra);
    }
    let pen = left;
    for (const [index, segment] of line.segments.entries()) {
      const { piece } = segment;
      const start = starts[index]!;
      pen = start + this.segment(segment, line.spaceExtra, start - pen);
      if (piece.node?.attributes.link) this.addLink({ node: piece.node, from: start, piece }, pen, y);
      if (piece.underline) this.addUnderline(piece, start, pen, y);
    }
  }

  /** Closes the text object. */
  finish(): TextResult {
    this.closeArray();
    this.closeContent();
    for (const [file, runs] of this.runs) this.result.fonts.set(file, joinRuns(runs));
    this.result.operators = this.out ? `BT\n${this.out}ET\n` : '';
    return this.result;
  }

  /** Paints one segment, `shift` points to the right of where the pen is, and returns how far it moves the pen from there. */
  private segment(segment: Segment, spaceExtra: number, shift = 0): number {
    const { piece, shaped, hyphen } = segment;
    this.setState(piece);
    this.shift(shift, piece.size);
    const glyphs = shaped ?? shapeText(piece.face, ' ');
    if (piece.original && shaped) this.replacement(piece, glyphs);
    else if (piece.face.rightToLeft && glyphs.glyphs.length > 1) this.reversed(piece, glyphs);
    else this.show(piece, encodeText(piece.face.file, glyphs));
    if (!shaped && spaceExtra) {
      const adjust = Math.round((-spaceExtra * 1000) / piece.size);
      if (adjust) this.out += adjust;
    }
    if (hyphen) this.show(piece, encodeSoftHyphen(piece.face.file));
    if (piece.note?.node) this.touch(piece.note.node);
    return advanceOf(segment, spaceExtra);
  }

  private shift(points: number, size: number): void {
    const adjust = Math.round((-points * 1000) / size);
    if (!adjust) return;
    this.out += `${this.inArray ? '' : '['} ${adjust} `;
    this.inArray = true;
  }

  /** The step from the last line's beginning to this one's: lines of a paragraph all take the same, which packs well. */
  private moveTo(x: number, y: number): string {
    const [right, up] = [Math.round(x * 100), Math.round(y * 100)];
    const step = `${(right - this.lineX) / 100} ${(up - this.lineY) / 100} Td\n`;
    this.lineX = right;
    this.lineY = up;
    return step;
  }

  private show({ face, size, rise }: Piece, encoded: EncodedText): void {
    for (const run of encoded.runs) {
      this.setRise(run.rise === 0 ? rise : rise + (run.rise * size) / 1000);
      this.out += this.inArray ? run.tj : `[${run.tj}`;
      this.inArray = true;
    }
    let used = this.runs.get(face.file);
    if (!used) {
      used = new Set();
      this.runs.set(face.file, used);
    }
    used.add(encoded.codes);
  }

  /** Shows «□» but says what it stands for (ISO 32000-1, 14.9.4), so that the character still copies. */
  private replacement(piece: Piece, glyphs: ShapedText): void {
    const actual = Buffer.from(`\ufeff${piece.original}`, 'utf16le').swap16().toString('hex');
    this.within(`/Span <</ActualText <${actual}>>> BDC`, piece, glyphs);
  }

  /** Shows a word from right to left, whose glyphs are painted against the order of reading (ISO 32000-1, 14.8.2.3.3). */
  private reversed(piece: Piece, glyphs: ShapedText): void {
    this.within('/ReversedChars BMC', piece, glyphs);
  }

  private within(opening: string, piece: Piece, glyphs: ShapedText): void {
    this.closeArray();
    this.out += `${opening}\n`;
    this.show(piece, encodeText(piece.face.file, glyphs));
    this.closeArray();
    this.out += 'EMC\n';
  }

  private trailingSpace(line: Line): void {
    const last = line.segments.at(-1);
    if (!last) return;
    this.setState(last.piece);
    this.show(last.piece, encodeText(last.piece.face.file, shapeText(last.piece.face, ' ')));
  }

  private setState(piece: Piece): void {
    if (piece.node !== this.node) this.openContent(piece.node);
    const { file } = piece.face;
    if (file !== this.face || piece.size !== this.size) {
      this.closeArray();
      this.out += `/${fontResource(file.name)} ${number(piece.size)} Tf\n`;
      this.face = file;
      this.size = piece.size;
    }
    this.setRise(piece.rise);
    if (piece.color !== this.color) {
      this.closeArray();
      this.out += `${rgb(piece.color)} rg\n`;
      this.color = piece.color;
    }
    if (this.positionNext) {
      this.out += this.positionNext;
      this.positionNext = '';
    }
  }

  private setRise(rise: number): void {
    if (rise === this.rise) return;
    this.closeArray();
    this.out += `${number(rise)} Ts\n`;
    this.rise = rise;
  }

  private openContent(node: StructNode | null): void {
    this.closeContent();
    this.node = node;
    if (!node) {
      this.out += '/Artifact BMC\n';
      return;
    }
    const mcid = this.firstMcid + this.result.owners.length;
    this.result.owners.push(node);
    this.result.events.push({ node, content: { mcid } });
    this.out += `/${node.tag} <</MCID ${mcid}>> BDC\n`;
  }

  private closeContent(): void {
    this.closeArray();
    if (this.node !== undefined) this.out += 'EMC\n';
    this.node = undefined;
  }

  private closeArray(): void {
    if (!this.inArray) return;
    this.out += ']TJ\n';
    this.inArray = false;
  }

  private addLink(link: { node: StructNode; from: number; piece: Piece }, to: number, y: number): void {
    const { size } = link.piece;
    const rect: Rect = [link.from, y - size * 0.28, to, y + size * 0.84];
    const { events, links } = this.result;
    const last = links.at(-1);
    if (last?.node !== link.node) {
      events.push({ node: link.node, content: { link: links.length } });
      links.push({ node: link.node, rects: [rect] });
      return;
    }
    const line = last.rects.at(-1)!;
    if (line[1] === rect[1]) line[2] = rect[2];
    else last.rects.push(rect);
  }

  private addUnderline(piece: Piece, x1: number, x2: number, y: number): void {
    const below = y - piece.size * 0.12;
    this.result.underlines.push({
      x1,
      y1: below,
      x2,
      y2: below,
      width: piece.size * 0.05,
      color: piece.color,
    });
  }
}

/** Each code once, in the order in which they were met: all that is kept of a page's words. */
function joinRuns(runs: Set<UsedCode[]>): UsedCode[] {
  const codes = new Set<UsedCode>();
  for (const run of runs) for (const used of run) codes.add(used);
  return [...codes];
}
