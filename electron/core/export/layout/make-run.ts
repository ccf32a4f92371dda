import type { TextMarks } from '../../../../shared/document/content.ts';
import { type FaceFeatures, type FontFile, shapeText } from './face.ts';
import { faceOf, markedFace, sameFace } from './font-set.ts';
import type { Piece } from './line.ts';
import type { Setting } from './setting.ts';
import type { StructNode } from './structure.ts';
import type { TextStyle } from './text-style.ts';

/** How a run of text is set: a piece without its text. */
export type Run = Omit<Piece, 'text'>;

/** A stretch of text with its run. */
export interface RunText {
  text: string;
  run: Run;
}

/** Raised letters where the font has no superiors: their size and rise, as shares of the type size. */
const RAISED = { size: 0.66, rise: 0.32 };
/** Capitals in place of small capitals that the font lacks, as a share of the type size. */
const SUBSTITUTE_CAPITALS = 0.84;

/** Makes the run of plain or marked text in a style; `node` null: an artifact. */
export function makeRun(
  { setting, style }: { setting: Setting; style: TextStyle },
  marks: TextMarks | undefined,
  node: StructNode | null,
  language: string,
): Run {
  const raised = marks?.superscript === true;
  return {
    face: faceOf(setting.fonts, markedFace(style.face, marks), style.feature),
    size: raised ? style.size * RAISED.size : style.size,
    rise: raised ? style.size * RAISED.rise : 0,
    color: style.color,
    underline: false,
    node,
    language,
  };
}

/** The run of a note's call: the font's superior figures, or small ones raised. */
export function makeCall(run: Run, setting: Setting): Run {
  if (hasSuperiors(run, setting)) return withFeatures(run, 'sups', setting);
  return { ...run, size: run.size * RAISED.size, rise: run.size * RAISED.rise };
}

const superiors = new WeakMap<FontFile, boolean>();

/** Whether a font has every figure as a superior: many have 1, 2 and 3 alone. */
function hasSuperiors(run: Run, setting: Setting): boolean {
  const { file } = run.face;
  if (!file.features.has('sups')) return false;
  let known = superiors.get(file);
  if (known === undefined) {
    const plain = shapeText(sameFace(setting.fonts, run.face, ''), FIGURES).glyphs;
    const raised = shapeText(sameFace(setting.fonts, run.face, 'sups'), FIGURES).glyphs;
    known = plain.every((glyph, i) => glyph !== raised[i]);
    superiors.set(file, known);
  }
  return known;
}

const FIGURES = '0123456789';

/** A text in small capitals: the font's own, or capitals set smaller where it has none. */
export function makeSmallCaps({ text, run }: RunText, setting: Setting): RunText {
  const { file, features } = run.face;
  if (file.features.has('smcp'))
    return { text, run: withFeatures(run, joinFeatures('smcp', features), setting) };
  return {
    text: text.toLocaleUpperCase(run.language),
    run: { ...run, size: run.size * SUBSTITUTE_CAPITALS },
  };
}

function joinFeatures(feature: string, others: FaceFeatures): FaceFeatures {
  return others ? `${feature} ${others}` : feature;
}

/** The run in the same font with other features on. */
export function withFeatures(run: Run, features: FaceFeatures, { fonts }: Setting): Run {
  return { ...run, face: sameFace(fonts, run.face, features) };
}

/** «siglo XXI», «siglos XIX y XX», «s. XVI», «S. XXI»; «S. M.» is somebody's majesty. */
const CENTURIES =
  /(?:\b[Ss]iglos?\s+|\bss?\.\s*)([IVX]+)(?!\p{L})(?:(?:\s*[-–]\s*|\s+(?:y|al?|o|e)\s+)([IVX]+)(?!\p{L}))?|\bSs?\.\s*([IVX]{2,})(?!\p{L})/gu;

/** Parts a Spanish text where centuries stand: their numerals are set in small capitals (Ortografía de la lengua española, 2010). */
export function splitCenturies({ text, run }: RunText, setting: Setting): RunText[] {
  if (!run.language.startsWith('es') || !/[Ss]s?(?:\.|iglo)/.test(text)) return [{ text, run }];
  if (!run.face.file.features.has('c2sc')) return [{ text, run }];
  const small = withFeatures(run, joinFeatures('c2sc', run.face.features), setting);
  const stretches: RunText[] = [];
  let end = 0;
  for (const [from, to] of numeralsIn(text)) {
    if (from > end) stretches.push({ text: text.slice(end, from), run });
    stretches.push({ text: text.slice(from, to), run: small });
    end = to;
  }
  if (end < text.length) stretches.push({ text: text.slice(end), run });
  return stretches;
}

function numeralsIn(text: string): [from: number, to: number][] {
  return [...text.matchAll(CENTURIES)].flatMap(match => {
    const whole = match[0];
    const numerals = match.slice(1).filter(each => each !== undefined);
    let at = whole.length;
    return numerals
      .toReversed()
      .map((numeral): [number, number] => {
        at = whole.lastIndexOf(numeral, at - 1);
        return [match.index + at, match.index + at + numeral.length];
      })
      .toReversed();
  });
}
