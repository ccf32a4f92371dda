import { type PDFDict, PDFName, type PDFObject, PDFStream } from '@cantoo/pdf-lib';
import { PREDEFINED_CMAPS, readCMap } from '../read-cmap.ts';
import type { Reporter } from '../report.ts';
import {
  asName,
  asNumber,
  bytesOf,
  get,
  getDict,
  getItems,
  getName,
  getNumber,
  getStream,
  getText,
  itemsOf,
} from '../values.ts';
import { checkGlyph, descendantOf, type OpenFont } from './check-fonts.ts';

/** Checks a font of Type 0 with its descendant (Matterhorn 31-001 to 31-008, 31-011 to 31-016, 31-030). */
export function checkCompositeFont(font: OpenFont, report: Reporter): void {
  const descendant = descendantOf(font.dict);
  const encoding = get(font.dict, 'Encoding');
  const name = asName(encoding);
  checkCMap(font, encoding, report);
  if (encoding instanceof PDFStream) compareSystemInfo(font, encoding.dict, descendant, report);
  if (getName(descendant, 'Subtype') !== 'CIDFontType2') {
    report('31-011', font.place, `a ${getName(descendant, 'Subtype')} descendant is not followed`);
    return;
  }
  const toGlyph = readGlyphMap(font, descendant, report);
  if (!toGlyph) return;
  if (name === 'Identity-H' || name === 'Identity-V') checkGlyphs(font, descendant, toGlyph, report);
  else report('31-011', font.place, 'codes of a CMap other than Identity are not followed');
  checkCidSet(font, toGlyph, report);
}

function checkCMap({ place }: OpenFont, encoding: PDFObject | undefined, report: Reporter): void {
  if (encoding instanceof PDFName) {
    const name = encoding.decodeText();
    if (!PREDEFINED_CMAPS.has(name)) report('31-006', place, `Encoding /${name}`);
    return;
  }
  if (!(encoding instanceof PDFStream)) {
    report('31-006', place, 'no Encoding');
    return;
  }
  const map = readCMap(bytesOf(encoding));
  const wMode = getNumber(encoding.dict, 'WMode') ?? 0;
  if (map.wMode !== wMode) report('31-007', place, `dictionary ${wMode}, stream ${map.wMode}`);
  const uses = getName(encoding.dict, 'UseCMap') ?? map.uses;
  if (uses !== undefined && !PREDEFINED_CMAPS.has(uses)) report('31-008', place, `usecmap /${uses}`);
}

function compareSystemInfo(
  { place }: OpenFont,
  cmap: PDFDict,
  descendant: PDFDict | undefined,
  report: Reporter,
): void {
  const [own, other] = [getDict(cmap, 'CIDSystemInfo'), getDict(descendant, 'CIDSystemInfo')];
  if (getText(own, 'Registry') !== getText(other, 'Registry')) report('31-001', place, 'Registry');
  if (getText(own, 'Ordering') !== getText(other, 'Ordering')) report('31-002', place, 'Ordering');
  if ((getNumber(other, 'Supplement') ?? 0) < (getNumber(own, 'Supplement') ?? 0))
    report('31-003', place, 'Supplement');
}

/** The way from CIDs to glyphs; undefined where the font does not give it. */
function readGlyphMap(
  { place, program }: OpenFont,
  descendant: PDFDict | undefined,
  report: Reporter,
): { glyphOf: (cid: number) => number; cids: () => number[] } | undefined {
  const value = get(descendant, 'CIDToGIDMap');
  if (value === undefined) report('31-005', place, 'no CIDToGIDMap');
  else if (value instanceof PDFStream) {
    const bytes = bytesOf(value);
    const glyphOf = (cid: number) => (bytes[2 * cid] ?? 0) * 256 + (bytes[2 * cid + 1] ?? 0);
    const cids = () => cidsOf(bytes.length >> 1, glyphOf);
    return { glyphOf, cids };
  } else if (asName(value) === 'Identity') {
    const cids = () => Array.from({ length: program?.glyphCount ?? 0 }, (_, cid) => cid);
    return { glyphOf: cid => cid, cids };
  } else report('31-004', place, String(value));
  return undefined;
}

/** CID 0, and the CIDs that lead to a glyph. */
function cidsOf(count: number, glyphOf: (cid: number) => number): number[] {
  return Array.from({ length: count }, (_, cid) => cid).filter(cid => cid === 0 || glyphOf(cid) > 0);
}

function checkGlyphs(
  font: OpenFont,
  descendant: PDFDict | undefined,
  { glyphOf }: { glyphOf: (cid: number) => number },
  report: Reporter,
): void {
  const widths = readWidths(descendant);
  const otherwise = getNumber(descendant, 'DW') ?? 1000;
  for (const code of font.codes.keys()) {
    checkGlyph(font, { code, id: glyphOf(code), width: widths.get(code) ?? otherwise }, report);
  }
}

/** Widths by CID from W: «c [w …]» or «first last w» (ISO 32000-1, 9.7.4.3). */
function readWidths(descendant: PDFDict | undefined): Map<number, number> {
  const widths = new Map<number, number>();
  const items = getItems(descendant, 'W');
  for (let i = 0; i + 1 < items.length; ) {
    const first = asNumber(items[i]) ?? 0;
    const list = itemsOf(items[i + 1]);
    if (asNumber(items[i + 1]) === undefined) {
      list.forEach((width, at) => {
        widths.set(first + at, asNumber(width) ?? 0);
      });
      i += 2;
    } else {
      const last = Math.min(asNumber(items[i + 1]) ?? first, 0xffff);
      for (let cid = first; cid <= last; cid++) widths.set(cid, asNumber(items[i + 2]) ?? 0);
      i += 3;
    }
  }
  return widths;
}

function checkCidSet(
  { descriptor, place }: OpenFont,
  { cids }: { cids: () => number[] },
  report: Reporter,
): void {
  const stream = getStream(descriptor, 'CIDSet');
  if (!stream) return;
  const bits = bytesOf(stream);
  const has = (cid: number) => ((bits[cid >> 3] ?? 0) & (0x80 >> (cid & 7))) !== 0;
  const present = cids();
  const known = new Set(present);
  const left = present.filter(cid => !has(cid));
  const listed = Array.from({ length: bits.length * 8 }, (_, cid) => cid).filter(has);
  const extra = listed.filter(cid => !known.has(cid));
  if (left.length) report('31-014', place, `CIDs ${left.slice(0, 8).join(' ')}`);
  if (extra.length) report('31-015', place, `CIDs ${extra.slice(0, 8).join(' ')}`);
}
