import type { TextMarks } from '../../../../shared/document/content.ts';
import {
  type Face,
  type FaceFeatures,
  type FaceRole,
  type FaceVariant,
  type FontFile,
  hasCharacter,
  openFace,
  shapeText,
} from './face.ts';
import type { FontFamily, Theme } from './theme.ts';

/** The fonts of a theme, shared by every export so that the shaping caches stay warm; a file is read when it is first used. */
export interface FontSet {
  families: Theme['fonts'];
  faces: Map<FontFile, Map<string, Face>>;
  openFile: (path: string) => FontFile;
}

/** A stretch of text that one face can show; `original` is set where a sign stands for a character no face has. */
export interface CoveredText {
  face: Face;
  text: string;
  original?: string;
}

/** What is printed for a character that no font of the theme has; the second where they lack the first too. */
const MISSING_GLYPHS = ['□', '?'];

/** Makes the font set of a theme; `openFile` opens each font file once, whoever asks. */
export function createFontSet(families: Theme['fonts'], openFile: (path: string) => FontFile): FontSet {
  return { families, faces: new Map(), openFile };
}

/** A face of the set with some features on. */
export function faceOf(set: FontSet, role: FaceRole, features: FaceFeatures = ''): Face {
  const family = role.startsWith('text') ? set.families.text : set.families.display;
  return familyFace(set, family, variantOf(role), features);
}

/** The face of the same family that shows strong and emphasised text. */
export function markedFace(base: FaceRole, marks: TextMarks | undefined): FaceRole {
  const family = base.startsWith('text') ? 'text' : 'display';
  const bold = marks?.strong === true || base.includes('Bold');
  const italic = (marks?.em === true) !== base.includes('Italic');
  return `${family}${joinVariant(bold, italic)}`;
}

function joinVariant(bold: boolean, italic: boolean): FaceVariant {
  if (bold) return italic ? 'BoldItalic' : 'Bold';
  return italic ? 'Italic' : '';
}

function variantOf(role: FaceRole): FaceVariant {
  return joinVariant(role.includes('Bold'), role.includes('Italic'));
}

const FILE_OF = { '': 'regular', Italic: 'italic', Bold: 'bold', BoldItalic: 'boldItalic' } as const;

/** The same font as a face's with other features on. */
export function sameFace(set: FontSet, { file, variant }: Face, features: FaceFeatures): Face {
  return openOnce(set, file, variant, features);
}

function familyFace(set: FontSet, family: FontFamily, variant: FaceVariant, features: FaceFeatures): Face {
  return openOnce(set, set.openFile(family[FILE_OF[variant]]), variant, features);
}

function openOnce(set: FontSet, file: FontFile, variant: FaceVariant, features: FaceFeatures): Face {
  const faces = set.faces.get(file) ?? new Map<string, Face>();
  set.faces.set(file, faces);
  const key = `${variant}/${features}`;
  const face = faces.get(key) ?? openFace(file, variant, features);
  faces.set(key, face);
  return face;
}

/**
 * Splits a text into stretches by the face that has its characters: the wanted one, else a fallback of the other
 * families, else «□». Characters that nothing shows are added to `missing`.
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
  const shown = firstFace(set, face, grapheme);
  if (shown) return { face: shown, text: grapheme };
  const [base = '', ...marks] = grapheme.normalize('NFD');
  const lacking = [base, ...marks].filter(character => !firstFace(set, face, character));
  for (const character of lacking) missing.add(character);
  if (!lacking.includes(base)) return { ...coverMarked(set, face, base, marks), original: grapheme };
  for (const text of MISSING_GLYPHS) {
    const fallback = firstFace(set, face, text);
    if (fallback) return { face: fallback, text, original: grapheme };
  }
  return { face, text: MISSING_GLYPHS[0]!, original: grapheme };
}

/** A letter that some face has, with those of its marks that the same face has. */
function coverMarked(set: FontSet, face: Face, base: string, marks: string[]): CoveredText {
  const shown = firstFace(set, face, base) ?? face;
  const had = marks.filter(mark => hasCharacter(shown, mark.codePointAt(0)!));
  return { face: shown, text: [base, ...had].join('').normalize('NFC') };
}

/** What only joins or parts letters needs no glyph. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/u;

/** The first face that has every character of a grapheme: fallback fonts are read only when the others lack one. */
function firstFace(set: FontSet, face: Face, grapheme: string): Face | null {
  const shows = (candidate: Face) =>
    [...grapheme].every(
      character => hasCharacter(candidate, character.codePointAt(0)!) || UNSEEN.test(character),
    );
  if (shows(face)) return face;
  const { variant } = face;
  const upright: FaceVariant = variant.startsWith('Bold') ? 'Bold' : '';
  for (const each of [variant, upright, ''] as const) {
    for (const family of familiesOf(set)) {
      const candidate = familyFace(set, family, each, '');
      if (shows(candidate)) return candidate;
    }
  }
  return null;
}

function familiesOf({ families }: FontSet): FontFamily[] {
  return [families.text, families.display, ...families.fallback];
}
