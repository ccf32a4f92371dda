import { type FontFile, glyphOf, type ShapedText } from '../layout/face.ts';

/**
 * Text in a content stream is written by glyph number: character code = glyph number, the same in every export, so
 * that painted pages can be cached. Characters that share a glyph with another get codes of their own here, so that
 * each still copies as itself: the next above every glyph of the font, and no higher, since the map from codes to
 * glyphs is as long as the highest code.
 */
const SPECIAL_CHARACTERS = [0x00ad, 0x00a0, 0x2010, 0x2011, 0x202f, 0x2009];

function specialCode(file: FontFile, character: number): number | undefined {
  const index = SPECIAL_CHARACTERS.indexOf(character);
  return index < 0 ? undefined : file.glyphCount + index;
}

/** One character code of a font file with the glyph it shows and the text it stands for. */
export interface UsedCode {
  code: number;
  glyph: number;
  text: string;
}

/** A shaped text as the inside of a TJ array, with the codes it uses. */
export interface EncodedText {
  tj: string;
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
    known = { tj: `<${hex(code)}>`, codes: [{ code, glyph: glyphOf(file, 0x2d), text: '\u00ad' }] };
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
  let tj = '';
  let run = '';
  const shift = (amount: number) => {
    const rounded = Math.round(amount);
    if (!rounded) return;
    tj += run ? `<${run}>${rounded}` : `${rounded}`;
    run = '';
  };
  for (let i = 0; i < shaped.glyphs.length; i++) {
    const used = codeAt(file, shaped, i);
    codes.push(used);
    const offset = shaped.offsets?.[i] ?? 0;
    shift(-offset);
    run += hex(used.code);
    shift(glyphAdvance(file, used.glyph) - shaped.advances[i]! + offset);
  }
  return { tj: run ? `${tj}<${run}>` : tj, codes };
}

function codeAt(file: FontFile, shaped: ShapedText, i: number): UsedCode {
  const glyph = shaped.glyphs[i]!;
  const start = shaped.clusters[i]!;
  const first = i === 0 || shaped.clusters[i - 1] !== start;
  let next = i + 1;
  while (next < shaped.glyphs.length && shaped.clusters[next] === start) next++;
  const text = first ? shaped.text.slice(start, shaped.clusters[next] ?? shaped.text.length) : '';
  const special = text.length === 1 ? specialCode(file, text.charCodeAt(0)) : undefined;
  return { code: special ?? glyph, glyph, text };
}

function hex(code: number): string {
  return (code + 0x10000).toString(16).slice(1);
}
