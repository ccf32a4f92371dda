import { PDFArray, PDFDict, PDFName, type PDFObject, PDFStream } from '@cantoo/pdf-lib';
import { inherited, type PdfFile, type PdfPage } from '../open-pdf.ts';
import type { Reporter } from '../report.ts';
import type { Scan } from '../scan-content.ts';
import {
  asDict,
  asName,
  asNumber,
  bytesOf,
  get,
  getDict,
  getItems,
  getName,
  getNumber,
  getStream,
  keysOf,
} from '../values.ts';
import { walkObjects } from '../walk-objects.ts';

/** Colour space of an ICC profile by its signature, and how many components each has (ISO 15076-1, 7.2.6). */
const PROFILE_SPACES: Record<string, { device: string; components: number }> = {
  GRAY: { device: 'DeviceGray', components: 1 },
  'RGB ': { device: 'DeviceRGB', components: 3 },
  CMYK: { device: 'DeviceCMYK', components: 4 },
  'Lab ': { device: 'Lab', components: 3 },
};

/** Checks output intents, device colours, ICC profiles and transparency (PDF/A-2, 6.2.3, 6.2.4 and 6.2.10). */
export function checkColour(file: PdfFile, scan: Scan, report: Reporter): void {
  const intended = checkOutputIntents(file, report);
  const used = new Map([...scan.deviceColours].map(([space, page]) => [space, `page ${page}`]));
  walkObjects(file, (value, place) => {
    if (value instanceof PDFArray) checkIcc(value, place, report);
    if (value instanceof PDFDict)
      for (const space of deviceSpaces(value)) if (!used.has(space)) used.set(space, place);
  });
  for (const [space, where] of used) {
    const covered = space === 'DeviceGray' ? intended !== undefined : intended === space;
    if (!covered) report('A 6.2.4 device colour', where, `${space}, output intent ${intended ?? 'missing'}`);
  }
  for (const page of file.pages) checkTransparency(page, intended, report);
}

/** The device colour space that the output intent stands for. */
function checkOutputIntents(file: PdfFile, report: Reporter): string | undefined {
  const fault = (what: string) => report('A 6.2.3 output intent', 'catalog', what);
  const intents = getItems(file.catalog, 'OutputIntents').map(asDict);
  const profiles = new Set(intents.flatMap(intent => getStream(intent, 'DestOutputProfile') ?? []));
  if (profiles.size > 1) fault('several profiles');
  for (const intent of intents) {
    if (!getName(intent, 'S')) fault('no S');
    if (get(intent, 'DestOutputProfileRef') !== undefined) fault('DestOutputProfileRef');
  }
  const [profile] = profiles;
  if (!profile) return undefined;
  const kind = profileKind(profile);
  if (!kind) fault('the profile is not one of an output or display device');
  else if (getNumber(profile.dict, 'N') !== kind.components) fault(`N is ${getNumber(profile.dict, 'N')}`);
  return kind?.device;
}

function profileKind(stream: PDFStream): { device: string; components: number } | undefined {
  const bytes = Buffer.from(bytesOf(stream));
  const text = (at: number) => bytes.toString('latin1', at, at + 4);
  if (bytes.length < 132 || text(36) !== 'acsp' || bytes[8]! > 4 || bytes[8]! < 2) return undefined;
  return ['prtr', 'mntr', 'scnr', 'spac'].includes(text(12)) ? PROFILE_SPACES[text(16)] : undefined;
}

function checkIcc(array: PDFArray, place: string, report: Reporter): void {
  if (array.size() !== 2 || asName(array.get(0)) !== 'ICCBased') return;
  const stream = array.lookup(1);
  const kind = stream instanceof PDFStream ? profileKind(stream) : undefined;
  const components = stream instanceof PDFStream ? getNumber(stream.dict, 'N') : undefined;
  if (!kind || kind.components !== components)
    report('A 6.2.4 ICC', place, `N ${components}, profile ${kind?.device}`);
}

/** Device colour spaces that a dictionary names: of an image, a group, a shading, or of resources. */
function deviceSpaces(dict: PDFDict): string[] {
  const spaces = ['ColorSpace', 'CS'].map(key => get(dict, key));
  const named = spaces.flatMap(value =>
    value instanceof PDFDict ? keysOf(value).map(key => get(value, key)) : [value],
  );
  return named.flatMap(value => baseSpaces(value, 0));
}

function baseSpaces(value: PDFObject | undefined, depth: number): string[] {
  if (value instanceof PDFName) return value.decodeText().startsWith('Device') ? [value.decodeText()] : [];
  if (!(value instanceof PDFArray) || depth > 4) return [];
  const kind = asName(value.lookup(0));
  if (kind === 'Indexed' || kind === 'Pattern') return baseSpaces(value.lookup(1), depth + 1);
  if (kind === 'Separation' || kind === 'DeviceN') return baseSpaces(value.lookup(2), depth + 1);
  return value.size() === 1 && kind ? baseSpaces(value.lookup(0), depth + 1) : [];
}

function checkTransparency(page: PdfPage, intended: string | undefined, report: Reporter): void {
  if (intended !== undefined || get(getDict(page.dict, 'Group'), 'CS') !== undefined) return;
  if (isTransparent(asDict(inherited(page.dict, 'Resources')), 0))
    report('A 6.2.10 blend space', `page ${page.number}`, 'no Group with CS');
}

function isTransparent(resources: PDFDict | undefined, depth: number): boolean {
  if (!resources || depth > 8) return false;
  const each = (kind: string) => {
    const dict = getDict(resources, kind);
    return keysOf(dict).map(key => getDict(dict, key));
  };
  return (
    each('ExtGState').some(state => state && blends(state)) ||
    each('XObject').some(
      object =>
        getStream(object, 'SMask') !== undefined ||
        getName(getDict(object, 'Group'), 'S') === 'Transparency' ||
        isTransparent(getDict(object, 'Resources'), depth + 1),
    )
  );
}

function blends(state: PDFDict): boolean {
  const mode = asName(get(state, 'BM')) ?? 'Normal';
  const solid = ['ca', 'CA'].every(key => (asNumber(get(state, key)) ?? 1) === 1);
  return !solid || getDict(state, 'SMask') !== undefined || !['Normal', 'Compatible'].includes(mode);
}
