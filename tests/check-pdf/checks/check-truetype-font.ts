import type { PDFDict } from '@cantoo/pdf-lib';
import type { Reporter } from '../report.ts';
import { asDict, asNumber, get, getItems, getName, getNumber } from '../values.ts';
import { checkGlyph, type OpenFont } from './check-fonts.ts';

const LABELS: Record<string, string> = { WinAnsiEncoding: 'windows-1252', MacRomanEncoding: 'macintosh' };

/** Checks a simple TrueType font (Matterhorn 31-017 to 31-026). */
export function checkTrueTypeFont(font: OpenFont, report: Reporter): void {
  const symbolic = ((getNumber(font.descriptor, 'Flags') ?? 0) & 4) !== 0;
  if (symbolic) checkSymbolic(font, report);
  else checkNonSymbolic(font, report);
}

function checkSymbolic(font: OpenFont, report: Reporter): void {
  const { dict, place, program } = font;
  if (get(dict, 'Encoding') !== undefined) report('31-024', place, 'Encoding');
  if (!program) return;
  if (!program.cmaps.length) report('31-025', place, 'no cmap');
  else if (program.cmaps.length > 1 && !program.cmaps.includes('3,0'))
    report('31-026', place, program.cmaps.join(' '));
  else checkGlyphs(font, code => program.glyphOf(code) || program.glyphOf(0xf000 + code), report);
}

function checkNonSymbolic(font: OpenFont, report: Reporter): void {
  const { dict, place, program } = font;
  const encoding = get(dict, 'Encoding');
  if (encoding === undefined) report('31-019', place, 'no Encoding');
  const custom = asDict(encoding);
  const base = custom ? getName(custom, 'BaseEncoding') : getName(dict, 'Encoding');
  if (custom && base === undefined) report('31-020', place, 'no BaseEncoding');
  else if (base !== undefined && !LABELS[base]) report('31-021', place, base);
  if (!program) return;
  const differences = getItems(custom, 'Differences');
  if (differences.length && !program.cmaps.includes('3,1')) report('31-023', place, program.cmaps.join(' '));
  if (!program.cmaps.some(each => each === '3,1' || each === '1,0')) {
    report('31-017', place, program.cmaps.join(' ') || 'no cmap');
    return;
  }
  const renamed = renamedCodes(custom);
  const decoder = new TextDecoder(LABELS[base ?? ''] ?? 'windows-1252');
  for (const code of font.codes.keys()) {
    if (renamed.has(code)) continue;
    const glyph = program.glyphOf(decoder.decode(Uint8Array.of(code)).codePointAt(0)!);
    if (glyph === 0) report('31-018', place, `code ${code}`);
    else checkGlyph(font, { code, id: glyph, width: widthOf(font, code) }, report);
  }
}

/** The codes to which Differences give other glyphs. */
function renamedCodes(encoding: PDFDict | undefined): Set<number> {
  const codes = new Set<number>();
  let next = 0;
  for (const item of getItems(encoding, 'Differences')) {
    const start = asNumber(item);
    if (start === undefined) codes.add(next++);
    else next = start;
  }
  return codes;
}

function checkGlyphs(font: OpenFont, glyphOf: (code: number) => number, report: Reporter): void {
  for (const code of font.codes.keys()) {
    checkGlyph(font, { code, id: glyphOf(code), width: widthOf(font, code) }, report);
  }
}

function widthOf({ dict, descriptor }: OpenFont, code: number): number {
  const width = asNumber(getItems(dict, 'Widths')[code - (getNumber(dict, 'FirstChar') ?? 0)]);
  return width ?? getNumber(descriptor, 'MissingWidth') ?? 0;
}
