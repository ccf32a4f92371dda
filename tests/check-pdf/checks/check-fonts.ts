import type { PDFDict } from '@cantoo/pdf-lib';
import { type FontProgram, openFontProgram } from '../font-program.ts';
import { type CMap, PREDEFINED_CMAPS, readCMap } from '../read-cmap.ts';
import { isWithin, type Structure } from '../read-structure.ts';
import type { Reporter } from '../report.ts';
import type { FontUse, Mark, Scan } from '../scan-content.ts';
import {
  asDict,
  bytesOf,
  get,
  getDict,
  getItems,
  getName,
  getNumber,
  getStream,
  getText,
} from '../values.ts';
import { checkCompositeFont } from './check-composite-font.ts';
import { checkTrueTypeFont } from './check-truetype-font.ts';

/** A font in use with what the checks of its kind need: its descriptor and its program, if they can be read. */
export interface OpenFont extends FontUse {
  descriptor: PDFDict | undefined;
  program: FontProgram | null;
}

/** Checks every font that shows text (Matterhorn 10, 17-003, 31; PDF/A-2, 6.2.11). */
export function checkFonts(scan: Scan, structure: Structure, report: Reporter): void {
  for (const use of scan.fonts.values()) {
    if (!use.codes.size) continue;
    checkDictionary(use, report);
    checkUnicode(use, structure, report);
    const font = openFont(use, report);
    if (getName(use.dict, 'Subtype') === 'Type0') checkCompositeFont(font, report);
    else if (getName(use.dict, 'Subtype') === 'TrueType') checkTrueTypeFont(font, report);
  }
}

/** The font that holds descriptor and widths: the descendant of a composite font, or the font itself. */
export function descendantOf(dict: PDFDict): PDFDict | undefined {
  return getName(dict, 'Subtype') === 'Type0' ? asDict(getItems(dict, 'DescendantFonts')[0]) : dict;
}

/** Reports a glyph that is missing, .notdef, or of another width than the dictionary says. */
export function checkGlyph(
  font: OpenFont,
  glyph: { code: number; id: number; width: number },
  report: Reporter,
): void {
  if (!font.program) return;
  const code = say(glyph.code);
  if (glyph.id >= font.program.glyphCount) {
    report('31-011', font.place, `${code} is glyph ${glyph.id} of ${font.program.glyphCount}`);
    return;
  }
  if (glyph.id === 0) report('31-030', font.place, code);
  const advance = font.program.advanceOf(glyph.id);
  if (Math.abs(advance - glyph.width) > 1)
    report('31-016', font.place, `${code}: dictionary ${glyph.width}, program ${advance}`);
}

/** A code as it is written in a content stream. */
export function say(code: number): string {
  return `code <${code.toString(16).padStart(4, '0')}>`;
}

function openFont(use: FontUse, report: Reporter): OpenFont {
  const descriptor = getDict(descendantOf(use.dict), 'FontDescriptor');
  const file = ['FontFile2', 'FontFile3', 'FontFile']
    .map(key => getStream(descriptor, key))
    .find(each => each);
  const isDrawn = getName(use.dict, 'Subtype') === 'Type3';
  if (!file && !isDrawn) report('31-009', use.place, getName(use.dict, 'BaseFont') ?? 'a font');
  const program = file ? openFontProgram(bytesOf(file)) : null;
  if (file && !program) report('31-011', use.place, 'the font program cannot be read');
  return { ...use, descriptor, program };
}

function checkDictionary({ dict, place }: FontUse, report: Reporter): void {
  const subtype = getName(dict, 'Subtype');
  const kinds = ['Type0', 'Type1', 'MMType1', 'Type3', 'TrueType'];
  if (getName(dict, 'Type') !== 'Font' || !kinds.includes(subtype ?? ''))
    report('A 6.2.11.2 font', place, `Type ${getName(dict, 'Type')}, Subtype ${subtype}`);
  if (subtype !== 'Type3' && !getName(dict, 'BaseFont')) report('A 6.2.11.2 font', place, 'no BaseFont');
}

function checkUnicode(use: FontUse, structure: Structure, report: Reporter): void {
  const stream = getStream(use.dict, 'ToUnicode');
  if (!stream && !speaksForItself(use.dict)) report('31-027', use.place, 'no ToUnicode');
  const map = stream && readCMap(bytesOf(stream));
  for (const [code, marks] of use.codes) {
    const text = map?.unicode.get(code);
    if (map ? !text : !speaksForItself(use.dict)) reportUnmapped(use, { code, marks }, structure, report);
    if (text && isPrivate(text) && [...marks].some(mark => !isReplaced(mark)))
      report('A 6.2.11.7 private use', use.place, say(code));
  }
  if (map) checkTargets(map, use.place, report);
}

function reportUnmapped(
  use: FontUse,
  { code, marks }: { code: number; marks: Set<Mark | null> },
  structure: Structure,
  report: Reporter,
): void {
  report('10-001', use.place, say(code));
  const formula = [...marks].some(mark => {
    const element = mark ? structure.contents.get(`${mark.owner}/${mark.mcid}`) : undefined;
    return isWithin(element, 'Formula');
  });
  if (formula) report('17-003', use.place, say(code));
}

function checkTargets({ unicode }: CMap, place: string, report: Reporter): void {
  for (const [code, text] of unicode) {
    if (text.includes('\0')) report('31-028', place, say(code));
    if (/[\ufeff\ufffe]/.test(text)) report('31-029', place, say(code));
  }
}

function isPrivate(text: string): boolean {
  return /[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/u.test(text);
}

function isReplaced(mark: Mark | null): boolean {
  for (let each = mark; each; each = each.parent) if (each.hasReplacement) return true;
  return false;
}

/** Whether codes have a meaning without ToUnicode (ISO 14289-1, 7.21.7). */
function speaksForItself(dict: PDFDict): boolean {
  const encoding = get(dict, 'Encoding');
  const name = getName(dict, 'Encoding') ?? getName(asDict(encoding), 'BaseEncoding') ?? '';
  if (getName(dict, 'Subtype') === 'Type0') {
    const ordering = getText(getDict(descendantOf(dict), 'CIDSystemInfo'), 'Ordering') ?? '';
    const adobe = /GB1|CNS1|Japan1|Korea1/.test(ordering);
    return adobe || (PREDEFINED_CMAPS.has(name) && !name.startsWith('Identity'));
  }
  const symbolic = ((getNumber(getDict(dict, 'FontDescriptor'), 'Flags') ?? 0) & 4) !== 0;
  const known = ['WinAnsiEncoding', 'MacRomanEncoding', 'MacExpertEncoding'].includes(name);
  return known && !symbolic;
}
