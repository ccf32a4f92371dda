import {
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { inherited, type PdfFile } from '../open-pdf.ts';
import { isName, type Operand } from '../read-operators.ts';
import type { Reporter } from '../report.ts';
import type { Scan } from '../scan-content.ts';
import {
  asName,
  asNumber,
  get,
  getBool,
  getDict,
  getName,
  getNumber,
  itemsOf,
  keysOf,
  listOf,
} from '../values.ts';
import { walkObjects } from '../walk-objects.ts';

const FILTERS = new Set([
  ...['ASCIIHexDecode', 'ASCII85Decode', 'FlateDecode', 'RunLengthDecode', 'CCITTFaxDecode', 'JBIG2Decode'],
  ...['DCTDecode', 'JPXDecode', 'AHx', 'A85', 'Fl', 'RL', 'CCF', 'DCT'],
]);
const INTENTS = new Set(['RelativeColorimetric', 'AbsoluteColorimetric', 'Perceptual', 'Saturation']);
const BLEND_MODES = new Set(
  (
    'Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference ' +
    'Exclusion Hue Saturation Color Luminosity'
  ).split(' '),
);

/** Checks what may stand anywhere: streams, limits, images, forms, graphics states (PDF/A-2, 6.1 and 6.2; Matterhorn 30-001). */
export function checkObjects(file: PdfFile, scan: Scan, report: Reporter): void {
  const names = new Set<PDFObject>();
  walkObjects(file, (value, place) => {
    if (value instanceof PDFName) {
      if (!names.has(value)) checkName(value, place, report);
      names.add(value);
    } else if (value instanceof PDFStream)
      checkStream(value, place, { report, encrypted: !!file.encryption });
    else if (value instanceof PDFDict) checkDict(value, place, report);
    else checkScalar(value, place, report);
  });
  for (const page of file.pages)
    checkPageSize(page.number, itemsOf(inherited(page.dict, 'MediaBox')), report);
  for (const { page, dict } of scan.inlineImages) checkInlineImage(page, dict, report);
  for (const { page, name } of scan.intents) {
    if (!INTENTS.has(name)) report('A 6.2.6 rendering intent', `page ${page}`, name);
  }
}

/** The length of an encrypted stream is that of its encrypted bytes, which are gone once it is read. */
function checkStream(
  stream: PDFStream,
  place: string,
  { report, encrypted }: { report: Reporter; encrypted: boolean },
): void {
  const { dict } = stream;
  const length = getNumber(dict, 'Length');
  if (!encrypted && stream instanceof PDFRawStream && length !== stream.contents.length)
    report('A 6.1.7 Length', place, `says ${length}, is ${stream.contents.length}`);
  const external = ['F', 'FFilter', 'FDecodeParms'].filter(key => get(dict, key) !== undefined);
  if (external.length) report('A 6.1.7 external', place, external.join(', '));
  for (const filter of listOf(get(dict, 'Filter'))) {
    const name = asName(filter) ?? String(filter);
    if (!FILTERS.has(name)) report('A 6.1.7 filter', place, name);
  }
  const subtype = getName(dict, 'Subtype');
  if (subtype === 'Image') checkImage(dict, place, report);
  if (subtype === 'Form' || subtype === 'PS') checkForm(dict, place, report);
}

function checkImage(dict: PDFDict, place: string, report: Reporter): void {
  const fault = (what: string) => report('A 6.2.8 image', place, what);
  for (const key of ['Alternates', 'OPI']) if (get(dict, key) !== undefined) fault(key);
  if (getBool(dict, 'Interpolate') === true) fault('Interpolate is true');
  const depth = getNumber(dict, 'BitsPerComponent');
  const isMask = getBool(dict, 'ImageMask') === true;
  if (depth !== undefined && ![1, 2, 4, 8, 16].includes(depth)) fault(`${depth} bits per component`);
  if (isMask && depth !== undefined && depth !== 1) fault(`a mask of ${depth} bits`);
  const intent = getName(dict, 'Intent');
  if (intent !== undefined && !INTENTS.has(intent)) report('A 6.2.6 rendering intent', place, intent);
}

function checkForm(dict: PDFDict, place: string, report: Reporter): void {
  if (getName(dict, 'Subtype') === 'PS' || getName(dict, 'Subtype2') === 'PS')
    report('A 6.2.9 form', place, 'PostScript');
  for (const key of ['OPI', 'PS']) if (get(dict, key) !== undefined) report('A 6.2.9 form', place, key);
  if (get(dict, 'Ref') !== undefined) report('30-001', place, 'Ref');
}

function checkDict(dict: PDFDict, place: string, report: Reporter): void {
  const states = getDict(dict, 'ExtGState');
  for (const name of keysOf(states)) {
    const state = getDict(states, name);
    if (state) checkGraphicsState(state, `${place}, /${name}`, report);
  }
}

function checkGraphicsState(state: PDFDict, place: string, report: Reporter): void {
  if (get(state, 'TR') !== undefined) report('A 6.2.5 graphics state', place, 'TR');
  if (get(state, 'HTP') !== undefined) report('A 6.2.5 graphics state', place, 'HTP');
  const transfer = get(state, 'TR2');
  if (transfer !== undefined && asName(transfer) !== 'Default')
    report('A 6.2.5 graphics state', place, 'TR2');
  const intent = getName(state, 'RI');
  if (intent !== undefined && !INTENTS.has(intent)) report('A 6.2.6 rendering intent', place, intent);
  for (const mode of listOf(get(state, 'BM'))) {
    const name = asName(mode);
    if (!BLEND_MODES.has(name ?? '')) report('A 6.2.10 blend mode', place, String(name));
  }
}

function checkScalar(value: PDFObject, place: string, report: Reporter): void {
  if (value instanceof PDFNumber) {
    if (Math.abs(value.asNumber()) > 2_147_483_647)
      report('A 6.1.13 limits', place, `number ${value.asNumber()}`);
  } else if (value instanceof PDFString || value instanceof PDFHexString) {
    const { length } = value.asBytes();
    if (length > 32_767) report('A 6.1.13 limits', place, `a string of ${length} bytes`);
  }
}

function checkName(name: PDFName, place: string, report: Reporter): void {
  const bytes = name.asBytes();
  if (bytes.length > 127) report('A 6.1.13 limits', place, `a name of ${bytes.length} bytes`);
  if (!isUtf8(bytes)) report('A 6.1.8 name', place, name.toString());
}

function isUtf8(bytes: Uint8Array): boolean {
  if (bytes.every(byte => byte < 128)) return true;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function checkPageSize(number: number, box: PDFObject[], report: Reporter): void {
  const [left = 0, bottom = 0, right = 0, top = 0] = box.map(each => asNumber(each) ?? 0);
  for (const side of [right - left, top - bottom]) {
    if (side < 3 || side > 14_400) report('A 6.1.13 limits', `page ${number}`, `a side of ${side} units`);
  }
}

function checkInlineImage(page: number, dict: Map<string, Operand>, report: Reporter): void {
  const where = `page ${page}, inline image`;
  const filter = dict.get('F') ?? dict.get('Filter');
  for (const each of Array.isArray(filter) ? filter : [filter]) {
    if (isName(each) && !FILTERS.has(each.name)) report('A 6.1.10 filter', where, each.name);
  }
  if ((dict.get('I') ?? dict.get('Interpolate')) === true)
    report('A 6.2.8 image', where, 'Interpolate is true');
}
