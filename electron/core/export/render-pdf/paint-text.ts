import type { HexColor } from '../../../../shared/document/content.ts';
import { type FontFile, type ShapedText, shapeText } from '../layout/face.ts';
import type { Line, Piece, Segment } from '../layout/line.ts';
import type { StructNode } from '../layout/structure.ts';
import { type EncodedText, encodeSoftHyphen, encodeText, type UsedCode } from './encode-text.ts';
import { number, rgb } from './operators.ts';
import type { Rect, TextResult } from './text-result.ts';
import { advanceOf, splitTurnedLine, type TurnedRun } from './turned-line.ts';

/** The name of a font file in a page's resources; a name of the file system may hold signs that a PDF name must escape. */
export function fontResource(name: string): string {
  return `F${name.replace(/[^\w-]/g, '')}`;
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
    for (const [index, segment] of line.segments.entries()) {
      const { piece } = segment;
      const target = piece.node?.attributes.link ? piece.node : null;
      if (link && link.node !== target) {
        this.addLink(link, pen, y);
        link = null;
      }
      if (target && !link) link = { node: target, from: pen, piece };
      const start = pen;
      pen += this.segment(segment, line.spaceExtra);
      if (isUnderlined(line.segments, index)) this.addUnderline(piece, start, pen, y);
      if (piece.note?.node) this.touch(piece.note.node);
    }
    if (link) this.addLink(link, pen, y);
  }

  /** Paints runs where they stand but in the order they are read in, so that what is copied or spoken is in order. */
  private turnedSegments(line: Line, order: readonly number[], left: number, y: number): void {
    let pen = left;
    for (const run of splitTurnedLine(line, order, left)) {
      const { piece: first } = run.segments[0]!;
      const { node } = first;
      this.setState(first);
      this.shift(run.x - pen, this.size);
      this.openReversed(run);
      pen = run.x;
      for (const segment of run.segments) {
        const { piece } = segment;
        const start = pen;
        pen += this.segment(segment, line.spaceExtra);
        if (node?.attributes.link) this.addLink({ node, from: start, piece }, pen, y);
        if (piece.underline) this.addUnderline(piece, start, pen, y);
      }
      this.closeReversed(run);
    }
  }

  /** Says that the characters of a run are painted against the order of reading (ISO 32000-1, 14.8.2.3.3). */
  private openReversed({ reversed }: TurnedRun): void {
    if (!reversed) return;
    this.closeArray();
    this.out += '/ReversedChars BMC\n';
  }

  private closeReversed({ reversed, segments }: TurnedRun): void {
    if (reversed) {
      this.closeArray();
      this.out += 'EMC\n';
    }
    for (const { piece } of segments) if (piece.note?.node) this.touch(piece.note.node);
  }

  /** Closes the text object. */
  finish(): TextResult {
    this.closeArray();
    this.closeContent();
    for (const [file, runs] of this.runs) this.result.fonts.set(file, joinRuns(runs));
    this.result.operators = this.out ? `BT\n${this.out}ET\n` : '';
    return this.result;
  }

  /** Paints one segment and returns how far it moves the pen. */
  private segment(segment: Segment, spaceExtra: number): number {
    const { piece, shaped, hyphen } = segment;
    this.setState(piece);
    const glyphs = shaped ?? shapeText(piece.face, ' ');
    if (piece.original && shaped) this.replacement(piece, glyphs);
    else this.show(piece, encodeText(piece.face.file, glyphs));
    if (!shaped && spaceExtra) {
      const adjust = Math.round((-spaceExtra * 1000) / piece.size);
      if (adjust) this.out += adjust;
    }
    if (hyphen) this.show(piece, encodeSoftHyphen(piece.face.file));
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
    this.closeArray();
    const actual = Buffer.from(`\ufeff${piece.original}`, 'utf16le').swap16().toString('hex');
    this.out += `/Span <</ActualText <${actual}>>> BDC\n`;
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

/** The space after the last underlined word is not underlined. */
function isUnderlined(segments: readonly Segment[], index: number): boolean {
  const { piece, shaped } = segments[index]!;
  return piece.underline && (shaped !== null || segments[index + 1]?.piece.underline === true);
}

/** Each code once, in the order in which they were met: all that is kept of a page's words. */
function joinRuns(runs: Set<UsedCode[]>): UsedCode[] {
  const codes = new Set<UsedCode>();
  for (const run of runs) for (const used of run) codes.add(used);
  return [...codes];
}
