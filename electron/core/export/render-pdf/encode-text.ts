import { type FontFile, glyphOf, type ShapedText } from '../layout/face.ts';

/**
 * Text in a content stream is written by glyph number: character code = glyph number, the same in every export, so
 * that painted pages can be cached. Characters that share a glyph with another get codes of their own here, so that
 * each still copies as itself: the next above every glyph of the font, and no higher, since the map from codes to
 * glyphs is as long as the highest code.
 */
const SPECIAL_CHARACTERS = [
  0x00ad, 0x00a0, 0x2010, 0x2011, 0x202f, 0x2009, 0x2002, 0x2003, 0x2007, 0x2008, 0x200c, 0x200d,
];

function specialCode(file: FontFile, character: number): number | undefined {
  const index = SPECIAL_CHARACTERS.indexOf(character);
  return index < 0 ? undefined : file.glyphCount + index;
}

/** The code of a glyph that stands for another character than elsewhere: above those of all others. */
function substitutedCode(file: FontFile, glyph: number): number {
  return file.glyphCount + SPECIAL_CHARACTERS.length + glyph;
}

/** One character code of a font file with the glyph it shows and the text it stands for. */
export interface UsedCode {
  code: number;
  glyph: number;
  text: string;
}

/** A stretch of glyphs as the inside of a TJ array, `rise` thousandths of the type size above its line. */
export interface EncodedRun {
  tj: string;
  rise: number;
}

/** A shaped text as stretches at one height (nearly always one stretch), with the codes it uses. */
export interface EncodedText {
  runs: readonly EncodedRun[];
  codes: UsedCode[];
}

const encoded = new WeakMap<ShapedText, EncodedText>();
const softHyphens = new WeakMap<FontFile, EncodedText>();

/** Encodes a shaped text for TJ, kerning included. */
export function encodeText(file: FontFile, shaped: ShapedText): EncodedText {
  let known = encoded.get(shaped);
  if (!known) {
    known = encodeGlyphs(file, shaped);
    encoded.set(shaped, known);
  }
  return known;
}

/** The hyphen at a broken line's end: looks like one, copies as U+00AD, so that readers join the word. */
export function encodeSoftHyphen(file: FontFile): EncodedText {
  let known = softHyphens.get(file);
  if (!known) {
    const code = specialCode(file, 0x00ad)!;
    const used = internCode(file, code, glyphOf(file, 0x2d), '\u00ad');
    known = { runs: [{ tj: `(${characters(code)})`, rise: 0 }], codes: [used] };
    softHyphens.set(file, known);
  }
  return known;
}

/** Advance of a glyph in thousandths of the type size, as the font program gives it. */
export function glyphAdvance(file: FontFile, glyph: number): number {
  return file.hbFont.glyphHAdvance(glyph) * file.scale;
}

function encodeGlyphs(file: FontFile, shaped: ShapedText): EncodedText {
  const codes: UsedCode[] = [];
  const writer = new RunWriter();
  for (let i = 0; i < shaped.glyphs.length; i++) {
    const used = codeAt(file, shaped, i);
    codes.push(used);
    const { x, y } = shaped.offsets?.[i] ?? NO_SHIFT;
    writer.lift(Math.round(y));
    writer.shift(-x);
    writer.show(used.code);
    writer.shift(glyphAdvance(file, used.glyph) - shaped.advances[i]! + x);
  }
  return { runs: writer.finish(), codes };
}

const NO_SHIFT = { x: 0, y: 0 };

/** Writes glyphs as strings and numbers; strings are flat, since every word's is kept. */
class RunWriter {
  private readonly runs: EncodedRun[] = [];
  private parts: string[] = [];
  private rise = 0;
  private open = false;

  /** What follows stands so many thousandths above the line. */
  lift(rise: number): void {
    if (rise === this.rise) return;
    this.endRun();
    this.rise = rise;
  }

  /** Moves the pen to the left. */
  shift(amount: number): void {
    const rounded = Math.round(amount);
    if (!rounded) return;
    this.close();
    this.parts.push(String(rounded));
  }

  show(code: number): void {
    if (!this.open) this.parts.push('(');
    this.open = true;
    this.parts.push(characters(code));
  }

  finish(): EncodedRun[] {
    this.endRun();
    return this.runs;
  }

  private endRun(): void {
    this.close();
    if (this.parts.length) this.runs.push({ tj: this.parts.join(''), rise: this.rise });
    this.parts = [];
  }

  private close(): void {
    if (this.open) this.parts.push(')');
    this.open = false;
  }
}

function codeAt(file: FontFile, shaped: ShapedText, i: number): UsedCode {
  const glyph = shaped.glyphs[i]!;
  const start = shaped.clusters[i]!;
  const first = i === 0 || shaped.clusters[i - 1] !== start;
  const text = first ? shaped.text.slice(start, clusterEnd(shaped, i) ?? shaped.text.length) : '';
  // Readers turn what is painted from right to left letter by letter, a ligature's letters too.
  return internText(file, shaped, glyph, shaped.rightToLeft ? [...text].reverse().join('') : text);
}

function internText(file: FontFile, shaped: ShapedText, glyph: number, text: string): UsedCode {
  const special = text.length === 1 ? specialCode(file, text.charCodeAt(0)) : undefined;
  const usual = shaped.isSubstituted ? substitutedCode(file, glyph) : glyph;
  return internCode(file, special ?? usual, glyph, text);
}

/** Where the cluster after a glyph's begins in the text. */
function clusterEnd({ clusters, rightToLeft }: ShapedText, i: number): number | undefined {
  const start = clusters[i]!;
  if (rightToLeft) return clusters.slice(0, i).findLast(each => each !== start);
  let next = i + 1;
  while (clusters[next] === start) next++;
  return clusters[next];
}

const interned = new WeakMap<FontFile, UsedCode[][]>();

/** One object for each code and text of a file: a dossier has a million letters, of a hundred kinds. */
function internCode(file: FontFile, code: number, glyph: number, text: string): UsedCode {
  const known = interned.get(file) ?? [];
  if (!known.length) interned.set(file, known);
  known[code] ??= [];
  const found = known[code].find(each => each.text === text && each.glyph === glyph);
  if (found) return found;
  const used = { code, glyph, text };
  known[code].push(used);
  return used;
}

const pairs: string[] = [];

/** A code as two bytes of a literal string (ISO 32000-1, 7.3.4.2); half as long as hexadecimal digits. */
function characters(code: number): string {
  pairs[code] ??= [code >> 8, code & 255].map(escapeByte).join('');
  return pairs[code];
}

function escapeByte(byte: number): string {
  const character = String.fromCharCode(byte);
  if (character === '\r') return '\\r';
  return '()\\'.includes(character) ? `\\${character}` : character;
}
