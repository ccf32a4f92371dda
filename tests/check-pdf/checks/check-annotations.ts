import { PDFArray, type PDFDict, type PDFObject, PDFStream } from '@cantoo/pdf-lib';
import { annotationsOf, inherited, type PdfFile, type PdfPage } from '../open-pdf.ts';
import { readFields } from '../read-fields.ts';
import { isName, readOperators } from '../read-operators.ts';
import { isWithin, type StructElement, type Structure } from '../read-structure.ts';
import type { Reporter } from '../report.ts';
import {
  asDict,
  asNumber,
  bytesOf,
  get,
  getDict,
  getItems,
  getName,
  getNumber,
  getText,
  itemsOf,
  keysOf,
  placeOf,
} from '../values.ts';

const KNOWN_TYPES = new Set(
  (
    'Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Popup ' +
    'FileAttachment Sound Movie Widget Screen PrinterMark TrapNet Watermark 3D Redact'
  ).split(' '),
);
const UNARCHIVABLE = new Set(['3D', 'Sound', 'Screen', 'Movie']);

interface Annotation {
  dict: PDFDict;
  place: string;
  type: string;
  element: StructElement | undefined;
}

/** Checks annotations and form fields (Matterhorn 28; PDF/A-2, 6.3 and 6.4). */
export function checkAnnotations(file: PdfFile, structure: Structure, report: Reporter): void {
  for (const page of file.pages) {
    const all = annotationsOf(page);
    if (all.length) checkTabs(page, report);
    for (const { dict, ref } of all) {
      const type = getName(dict, 'Subtype') ?? '';
      const place = `page ${page.number}, ${placeOf(ref)}`;
      const annotation = { dict, place, type, element: structure.objects.get(String(ref)) };
      checkType(annotation, report);
      checkArchivable(annotation, report);
      if (isPerceived(annotation, page)) checkTagging(annotation, report);
      if (type === 'Screen') checkMedia(getDict(dict, 'A'), place, report);
    }
  }
  checkFields(file, structure, report);
}

function checkTabs({ dict, number }: PdfPage, report: Reporter): void {
  const tabs = getName(dict, 'Tabs');
  if (tabs === undefined) report('28-008', `page ${number}`, 'no Tabs');
  else if (tabs !== 'S') report('28-009', `page ${number}`, `Tabs ${tabs}`);
}

/** PDF/UA leaves alone what is hidden or off the page (ISO 14289-1, 7.18.1). */
function isPerceived({ dict, type }: Annotation, page: PdfPage): boolean {
  if (((getNumber(dict, 'F') ?? 0) & 2) !== 0 || type === 'Popup') return false;
  const [left = 0, bottom = 0, right = 0, top = 0] = numbers(get(dict, 'Rect'));
  const crop = inherited(page.dict, 'CropBox') ?? inherited(page.dict, 'MediaBox');
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers(crop);
  return right > x1 && left < x2 && top > y1 && bottom < y2;
}

function numbers(value: PDFObject | undefined): number[] {
  return itemsOf(value).map(each => asNumber(each) ?? 0);
}

function checkType({ dict, type, place, element }: Annotation, report: Reporter): void {
  if (type === 'TrapNet') report('28-007', place, 'TrapNet');
  if (type === 'PrinterMark') {
    if (element) report('28-017', place, `in ${element.role}`);
    if (!appearances(dict).every(isArtifactStream)) report('28-018', place, 'appearance');
  }
  if (!KNOWN_TYPES.has(type) && !describes({ dict, element })) report('28-006', place, type || 'no Subtype');
  if (type === 'FileAttachment') {
    const spec = getDict(dict, 'FS');
    if (!getText(spec, 'F') || !getText(spec, 'UF')) report('28-016', place, 'F and UF');
  }
}

function checkTagging(annotation: Annotation, report: Reporter): void {
  const { dict, type, place, element } = annotation;
  if (type === 'Widget') {
    if (!isWithin(element, 'Form')) report('28-010', place, inElement(element));
    return;
  }
  if (type === 'PrinterMark') return;
  if (!describes(annotation)) report('28-004', place, type);
  if (type !== 'Link') {
    if (element?.role !== 'Annot') report('28-002', place, `${type} ${inElement(element)}`);
    return;
  }
  if (!isWithin(element, 'Link')) report('28-011', place, inElement(element));
  if (!getText(dict, 'Contents')) report('28-012', place, 'Link');
}

function inElement(element: StructElement | undefined): string {
  return element ? `in ${element.role}` : 'in no element';
}

/** Whether an annotation has Contents, or an element around it an Alt. */
function describes({ dict, element }: Pick<Annotation, 'dict' | 'element'>): boolean {
  return Boolean(getText(dict, 'Contents')) || hasAlt(element);
}

function hasAlt(element: StructElement | undefined): boolean {
  for (let node = element ?? null; node; node = node.parent) if (getText(node.dict, 'Alt')) return true;
  return false;
}

function checkArchivable({ dict, type, place }: Annotation, report: Reporter): void {
  if (UNARCHIVABLE.has(type) || !KNOWN_TYPES.has(type)) report('A 6.3.1 annotation', place, type);
  const flags = getNumber(dict, 'F') ?? 0;
  const prints = type === 'Popup' || ((flags & 4) !== 0 && (flags & (1 | 2 | 32 | 256)) === 0);
  if (!prints) report('A 6.3.2 flags', place, `F ${flags}`);
  const [left = 0, bottom = 0, right = 0, top = 0] = numbers(get(dict, 'Rect'));
  const appearance = getDict(dict, 'AP');
  const needsOne = type !== 'Popup' && type !== 'Link' && !(left === right && bottom === top);
  const plain = keysOf(appearance).every(key => key === 'N') && get(appearance, 'N') !== undefined;
  if (appearance ? !plain : needsOne) report('A 6.3.3 appearance', place, type);
}

function appearances(dict: PDFDict): PDFStream[] {
  const normal = get(getDict(dict, 'AP'), 'N');
  if (normal instanceof PDFStream) return [normal];
  const states = asDict(normal);
  return keysOf(states).flatMap(key => {
    const state = get(states, key);
    return state instanceof PDFStream ? [state] : [];
  });
}

/** Whether all that a stream paints stands in artifacts, seen by its first operator. */
function isArtifactStream(stream: PDFStream): boolean {
  let first: string | undefined;
  readOperators(bytesOf(stream), (operator, operands) => {
    const tag = operands[0];
    first ??= operator === 'BMC' || operator === 'BDC' ? (isName(tag) ? tag.name : '') : operator;
  });
  return first === 'Artifact';
}

function checkMedia(action: PDFDict | undefined, place: string, report: Reporter): void {
  const clip = getDict(getDict(action, 'R'), 'C');
  if (!clip) return;
  if (!getText(clip, 'CT')) report('28-014', place, 'CT');
  if (!(get(clip, 'Alt') instanceof PDFArray) || !getItems(clip, 'Alt').length)
    report('28-015', place, 'Alt');
}

function checkFields(file: PdfFile, structure: Structure, report: Reporter): void {
  const form = getDict(file.catalog, 'AcroForm');
  if (form && get(form, 'NeedAppearances')?.toString() === 'true')
    report('A 6.4.1 fields', 'AcroForm', 'NeedAppearances');
  for (const { dict, ref } of readFields(file)) {
    const place = placeOf(ref);
    if (get(dict, 'A') !== undefined || get(dict, 'AA') !== undefined)
      report('A 6.4.1 fields', place, 'A or AA');
    const element = structure.objects.get(String(ref));
    const isField = getText(dict, 'T') !== undefined;
    if (isField && !getText(dict, 'TU') && !hasAlt(element)) report('28-005', place, 'TU');
  }
}
