import { Blob, Buffer, ClusterLevel, Feature, Face as HbFace, Font as HbFont, shape } from 'harfbuzzjs';

/** What a face is for: each theme names the font file of each. */
export type FaceRole = `${'text' | 'display'}${FaceVariant}`;

/** The faces of one family, regular being ''. */
export type FaceVariant = '' | 'Italic' | 'Bold' | 'BoldItalic';

/** An OpenType feature switched on for a whole run: small capitals or tabular figures. */
export type FaceFeature = 'none' | 'smcp' | 'tnum';

/** Glyphs of one text in one face. Advances, offsets and width are in thousandths of the type size. */
export interface ShapedText {
  text: string;
  glyphs: Uint16Array;
  /** UTF-16 offset in `text` at which each glyph's cluster begins. */
  clusters: Uint16Array;
  advances: Float32Array;
  /** Horizontal shifts of marks, null when every glyph sits at its pen position. */
  offsets: Float32Array | null;
  width: number;
  /** Whether the face has a glyph for every character. */
  complete: boolean;
}

/** A font file opened for shaping; the faces made of it share its glyph numbers. */
export interface FontFile {
  /** The file's name without its ending; names the font on a page, so that it is a PDF name. */
  name: string;
  bytes: Uint8Array;
  hbFont: HbFont;
  glyphCount: number;
  /** Thousandths of the type size per font unit. */
  scale: number;
}

/** A face with one feature set: shapes text and remembers every word it has shaped. */
export interface Face {
  file: FontFile;
  /** Which face of its family it is used as. */
  variant: FaceVariant;
  feature: FaceFeature;
  cache: Map<string, ShapedText>;
  features: Feature[];
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
  return { name, bytes, hbFont: new HbFont(face), glyphCount, scale: 1000 / face.upem };
}

/** Makes a shaping face of a font file with one feature on. */
export function openFace(file: FontFile, variant: FaceVariant, feature: FaceFeature): Face {
  return {
    file,
    variant,
    feature,
    cache: new Map(),
    features: feature === 'none' ? [] : [new Feature(feature, 1)],
  };
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
  buffer.guessSegmentProperties();
  shape(face.file.hbFont, buffer, face.features);
  const infos = buffer.getGlyphInfos();
  const positions = buffer.getGlyphPositions();
  const count = infos.length;
  const shaped: ShapedText = {
    text,
    glyphs: new Uint16Array(count),
    clusters: new Uint16Array(count),
    advances: new Float32Array(count),
    offsets: null,
    width: 0,
    complete: true,
  };
  const { scale } = face.file;
  for (let i = 0; i < count; i++) {
    const info = infos[i]!;
    const position = positions[i]!;
    shaped.glyphs[i] = info.codepoint;
    shaped.clusters[i] = info.cluster;
    shaped.advances[i] = position.xAdvance * scale;
    shaped.width += position.xAdvance * scale;
    if (info.codepoint === 0) shaped.complete = false;
    if (position.xOffset !== 0) {
      shaped.offsets ??= new Float32Array(count);
      shaped.offsets[i] = position.xOffset * scale;
    }
  }
  return shaped;
}
