import {
  Blob,
  Buffer,
  ClusterLevel,
  Direction,
  Feature,
  Face as HbFace,
  Font as HbFont,
  shape,
} from 'harfbuzzjs';

/** What a face is for: each theme names the font file of each. */
export type FaceRole = `${'text' | 'display'}${FaceVariant}`;

/** The faces of one family, regular being ''. */
export type FaceVariant = '' | 'Italic' | 'Bold' | 'BoldItalic';

/** OpenType features switched on for a whole run, parted by spaces («onum pnum»), or off («-kern»); a feature that the font lacks does nothing. */
export type FaceFeatures = string;

/**
 * Glyphs of one text in one face. Advances, offsets and width are in thousandths of the type size. Plain arrays: for words
 * they take half the room of typed ones, and a long dossier has tens of thousands.
 */
export interface ShapedText {
  text: string;
  face: Face;
  glyphs: readonly number[];
  /** UTF-16 offset in `text` at which each glyph's cluster begins. */
  clusters: readonly number[];
  advances: readonly number[];
  /** Shifts of marks to the right and upwards, null when every glyph sits at its pen position. */
  offsets: readonly { x: number; y: number }[] | null;
  width: number;
  /** The face's `isSubstituting`: the glyphs need character codes of their own. */
  isSubstituted: boolean;
  /** The face's `rightToLeft`: glyphs come against the order of reading. */
  rightToLeft: boolean;
  /** Whether the face has a glyph for every character. */
  complete: boolean;
  /** The ways it was divided so far, kept since the same words come again and again. */
  divisions: Division[];
}

/** A word as stretches between the places where it may be divided: by the hyphens of a language (null: none) and a penalty for others. */
export interface Division {
  language: string | null;
  penalty: number;
  stretches: readonly Stretch[];
}

/** Up to where a stretch goes (UTF-16 offset), its width in thousandths of the type size, and what a break after it costs. */
export interface Stretch {
  to: number;
  width: number;
  hyphen: boolean;
  penalty: number;
}

/** A font file opened for shaping; the faces made of it share its glyph numbers. */
export interface FontFile {
  /** The file's name without its ending; names the font on a page, so that it is a PDF name. */
  name: string;
  bytes: Uint8Array;
  hbFont: HbFont;
  glyphCount: number;
  /** The OpenType features that substitute glyphs. */
  features: ReadonlySet<string>;
  /** Thousandths of the type size per font unit. */
  scale: number;
}

/** A face with some features on: shapes text and remembers every word it has shaped. */
export interface Face {
  file: FontFile;
  /** Which face of its family it is used as. */
  variant: FaceVariant;
  features: FaceFeatures;
  cache: Map<string, ShapedText>;
  /** Whether it shows characters by glyphs that other faces of the file use for others (a small capital for «A» and for «a»). */
  isSubstituting: boolean;
  /** Whether it is for text from right to left: glyphs come in the order they are painted, brackets mirrored. */
  rightToLeft: boolean;
  hbFeatures: Feature[];
}

/** A cache this long holds the vocabulary of a very long dossier (some 20 MB); beyond it is emptied. */
const MAX_SHAPED_WORDS = 60_000;

const buffer = new Buffer();

/** Opens a TrueType file for shaping; throws when HarfBuzz cannot read it. */
export function openFontFile(name: string, bytes: Uint8Array): FontFile {
  const face = new HbFace(new Blob(bytes));
  const maxp = face.referenceTable('maxp');
  if (!maxp) throw new Error(`${name} is not a font`);
  const glyphCount = (maxp[4]! << 8) | maxp[5]!;
  const features = new Set(face.getTableFeatureTags('GSUB'));
  return { name, bytes, hbFont: new HbFont(face), glyphCount, features, scale: 1000 / face.upem };
}

function openFeature(tag: string): Feature {
  return tag.startsWith('-') ? new Feature(tag.slice(1), 0) : new Feature(tag, 1);
}

/** Features by which two characters may look alike. */
const SUBSTITUTING = /c2sc|sups/;

/** Makes a shaping face of a font file with some features on. */
export function openFace(file: FontFile, variant: FaceVariant, features: FaceFeatures): Face {
  const hbFeatures = features.split(' ').flatMap(tag => (tag ? [openFeature(tag)] : []));
  const isSubstituting = SUBSTITUTING.test(features);
  return { file, variant, features, isSubstituting, rightToLeft: false, cache: new Map(), hbFeatures };
}

const turnedFaces = new WeakMap<Face, Face>();

/** The same face for text from right to left, where a mirrored glyph stands for another character than elsewhere. */
export function rightToLeftFace(face: Face): Face {
  const turned = turnedFaces.get(face) ?? {
    ...face,
    rightToLeft: true,
    isSubstituting: true,
    cache: new Map<string, ShapedText>(),
    // Readers put letters back in order one by one: only those ligatures that the script demands stay.
    hbFeatures: [...face.hbFeatures, new Feature('liga', 0), new Feature('clig', 0)],
  };
  turnedFaces.set(face, turned);
  return turned;
}

/** Shapes a text (usually a word) once per face and remembers it. */
export function shapeText(face: Face, text: string): ShapedText {
  const known = face.cache.get(text);
  if (known) return known;
  if (face.cache.size >= MAX_SHAPED_WORDS) face.cache.clear();
  const shaped = shapeWithHarfBuzz(face, text);
  face.cache.set(text, shaped);
  return shaped;
}

/** The glyphs of something set in one face, which remembers them: looking them up takes longer than anything else done with a word. */
export function shapePiece(piece: { face: Face; text: string; shaped?: ShapedText }): ShapedText {
  const { face, text, shaped: known } = piece;
  if (known && known.text === text && known.face === face) return known;
  piece.shaped = shapeText(face, text);
  return piece.shaped;
}

/** Width of a text in points at a type size. */
export function textWidth(face: Face, text: string, size: number): number {
  return (shapeText(face, text).width * size) / 1000;
}

/** Whether the face has a glyph for a Unicode code point. */
export function hasCharacter(face: Face, codePoint: number): boolean {
  return (face.file.hbFont.nominalGlyph(codePoint) ?? 0) !== 0;
}

/** The nominal glyph of a character, 0 where the file has none. */
export function glyphOf(file: FontFile, codePoint: number): number {
  return file.hbFont.nominalGlyph(codePoint) ?? 0;
}

function shapeWithHarfBuzz(face: Face, text: string): ShapedText {
  buffer.reset();
  // Marks keep clusters of their own, so that every glyph has the character it stands for.
  buffer.setClusterLevel(ClusterLevel.MONOTONE_CHARACTERS);
  buffer.addText(text);
  if (face.rightToLeft) buffer.setDirection(Direction.RTL);
  buffer.guessSegmentProperties();
  shape(face.file.hbFont, buffer, face.hbFeatures);
  const infos = buffer.getGlyphInfos();
  const positions = buffer.getGlyphPositions();
  const { scale } = face.file;
  const isShifted = positions.some(each => each.xOffset !== 0 || each.yOffset !== 0);
  return {
    text,
    face,
    glyphs: infos.map(info => info.codepoint),
    clusters: infos.every((info, i) => info.cluster === i)
      ? countUp(infos.length)
      : infos.map(info => info.cluster),
    advances: positions.map(each => each.xAdvance * scale),
    offsets: isShifted ? positions.map(each => ({ x: each.xOffset * scale, y: each.yOffset * scale })) : null,
    width: positions.reduce((sum, each) => sum + each.xAdvance * scale, 0),
    isSubstituted: face.isSubstituting,
    rightToLeft: face.rightToLeft,
    complete: infos.every(info => info.codepoint !== 0),
    divisions: [],
  };
}

const counts: number[][] = [];

/** 0, 1, 2 …: the clusters of nearly every word, shared by words of one length. */
function countUp(length: number): readonly number[] {
  counts[length] ??= Array.from({ length }, (_, i) => i);
  return counts[length];
}
