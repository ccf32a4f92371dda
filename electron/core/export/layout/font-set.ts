import type { TextMarks } from '../../../../shared/document/content.ts';
import {
  type Face,
  type FaceFeature,
  type FaceName,
  type FontBytes,
  type FontFile,
  hasCharacter,
  openFace,
  openFontFile,
  shapeText,
} from './face.ts';

/** All shipped faces, opened once per process and shared by every export: the shaping caches stay warm. */
export interface FontSet {
  files: Record<FaceName, FontFile>;
  faces: Map<string, Face>;
}

/** A stretch of text that one face can show; `original` is set where «□» stands for a character no face has. */
export interface CoveredText {
  face: Face;
  text: string;
  original?: string;
}

/** What is printed for a character that no shipped face has. */
export const MISSING_GLYPH = '□';

const opened = new WeakMap<FontBytes, FontSet>();

/** The font set of these bytes, opened at the first call. */
export function openFontSet(bytes: FontBytes): FontSet {
  const known = opened.get(bytes);
  if (known) return known;
  const names = Object.keys(bytes) as FaceName[];
  const files = Object.fromEntries(names.map(name => [name, openFontFile(name, bytes[name])]));
  const set: FontSet = { files: files as Record<FaceName, FontFile>, faces: new Map() };
  opened.set(bytes, set);
  return set;
}

/** A face of the set with one feature on. */
export function faceOf(set: FontSet, name: FaceName, feature: FaceFeature = 'none'): Face {
  const key = `${name}/${feature}`;
  let face = set.faces.get(key);
  if (!face) {
    face = openFace(set.files[name], feature);
    set.faces.set(key, face);
  }
  return face;
}

/** The face of the same family that shows strong and emphasised text. */
export function markedFace(base: FaceName, marks: TextMarks | undefined): FaceName {
  const family = base.startsWith('serif') ? 'serif' : 'sans';
  const bold = marks?.strong === true || base.includes('Bold');
  const italic = (marks?.em === true) !== base.includes('Italic');
  return `${family}${bold ? 'Bold' : ''}${italic ? 'Italic' : ''}` as FaceName;
}

/**
 * Splits a text into stretches by the face that has its characters: the wanted one, else a fallback of the other
 * family, else «□». Characters that nothing shows are added to `missing`.
 */
export function coverText(set: FontSet, face: Face, text: string, missing: Set<string>): CoveredText[] {
  if (shapeText(face, text).complete) return [{ face, text }];
  const covered: CoveredText[] = [];
  for (const { segment } of graphemes.segment(text)) {
    const next = coverGrapheme(set, face, segment, missing);
    const last = covered.at(-1);
    if (last && last.face === next.face && !last.original && !next.original) last.text += next.text;
    else covered.push(next);
  }
  return covered;
}

const graphemes = new Intl.Segmenter('es', { granularity: 'grapheme' });

function coverGrapheme(set: FontSet, face: Face, grapheme: string, missing: Set<string>): CoveredText {
  for (const candidate of [face, ...fallbackFaces(set, face)]) {
    if ([...grapheme].every(character => hasCharacter(candidate, character.codePointAt(0)!))) {
      return { face: candidate, text: grapheme };
    }
  }
  for (const character of grapheme) missing.add(character);
  const fallback = [face, ...fallbackFaces(set, face)].find(each => hasCharacter(each, 0x25a1))!;
  return { face: fallback, text: MISSING_GLYPH, original: grapheme };
}

function fallbackFaces(set: FontSet, face: Face): Face[] {
  const { name } = face.file;
  const bold = name.includes('Bold') ? 'Bold' : '';
  const other = name.startsWith('serif') ? 'sans' : 'serif';
  const italic = name.includes('Italic') ? 'Italic' : '';
  return [
    faceOf(set, `${other}${bold}${italic}` as FaceName),
    faceOf(set, `${other}${bold}` as FaceName),
    faceOf(set, 'serif'),
    faceOf(set, 'sans'),
  ];
}
