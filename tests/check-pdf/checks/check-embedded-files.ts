import { createHash } from 'node:crypto';
import { PDFDict, PDFHexString, type PDFStream, PDFString } from '@cantoo/pdf-lib';
import { follow, openPdf, type PdfFile, readTree } from '../open-pdf.ts';
import { NAMESPACES, propertyText, readXmp } from '../read-xmp.ts';
import type { Reporter } from '../report.ts';
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
  keysOf,
} from '../values.ts';
import { walkObjects } from '../walk-objects.ts';

/** Checks embedded files (Matterhorn 21-001; PDF/A-2, 6.8; PDF/A-3, 6.8, when `part` is 3). */
export async function checkEmbeddedFiles(
  file: PdfFile,
  part: string | undefined,
  report: Reporter,
): Promise<void> {
  const specs: { dict: PDFDict; place: string }[] = [];
  const associated = new Set<PDFDict>();
  walkObjects(file, (value, place) => {
    if (!(value instanceof PDFDict)) return;
    if (getDict(value, 'EF')) specs.push({ dict: value, place });
    for (const each of getItems(value, 'AF')) associated.add(asDict(each)!);
  });
  const listed = new Set(
    readTree(getDict(getDict(file.catalog, 'Names'), 'EmbeddedFiles'), 'Names').map(([, value]) =>
      asDict(follow(file, value)),
    ),
  );
  for (const { dict, place } of specs) {
    if (!getText(dict, 'F') || !getText(dict, 'UF')) report('21-001', place, 'F and UF');
    const content = embedded(dict);
    checkParameters({ place, content, isListed: listed.has(dict) }, report);
    if (part === '3') checkAssociation(dict, { place, content, isAssociated: associated.has(dict) }, report);
    else if (part === undefined && file.encryption) continue;
    else if (!content || !(await isArchival(bytesOf(content))))
      report('A 6.8 embedded file', place, `«${getText(dict, 'UF')}» does not declare PDF/A-1 or 2`);
  }
}

function embedded(spec: PDFDict): PDFStream | undefined {
  const files = getDict(spec, 'EF');
  return keysOf(files)
    .map(key => getStream(files, key))
    .find(each => each);
}

const RELATIONSHIPS = new Set([
  ...['Source', 'Data', 'Alternative', 'Supplement', 'Unspecified', 'EncryptedPayload', 'FormData', 'Schema'],
]);

/** Whether a name leads to the file, and its parameters tell the truth (ISO 32000-1, 7.11.4.1). */
function checkParameters(
  { place, content, isListed }: { place: string; content: PDFStream | undefined; isListed: boolean },
  report: Reporter,
): void {
  const fault = (what: string) => report('P 7.11.4 embedded file', place, what);
  if (!isListed) fault('not in EmbeddedFiles');
  const params = getDict(content?.dict, 'Params');
  const bytes = bytesOf(content);
  const size = getNumber(params, 'Size');
  if (size !== undefined && size !== bytes.length) fault(`Size ${size}, is ${bytes.length}`);
  const sum = get(params, 'CheckSum');
  const said =
    sum instanceof PDFString || sum instanceof PDFHexString ? Buffer.from(sum.asBytes()) : undefined;
  const own = createHash('md5').update(bytes).digest();
  if (said && !said.equals(own)) fault(`CheckSum ${said.toString('hex')}, is ${own.toString('hex')}`);
}

function checkAssociation(
  spec: PDFDict,
  { place, content, isAssociated }: { place: string; content: PDFStream | undefined; isAssociated: boolean },
  report: Reporter,
): void {
  const relationship = getName(spec, 'AFRelationship') ?? '';
  if (!RELATIONSHIPS.has(relationship))
    report('A 6.8 associated file', place, `AFRelationship «${relationship}»`);
  const type = getName(content?.dict, 'Subtype') ?? '';
  if (!/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(type))
    report('A 6.8 associated file', place, `MIME type «${type}»`);
  if (!/^D:\d{4}/.test(getText(getDict(content?.dict, 'Params'), 'ModDate') ?? ''))
    report('A 6.8 parameters', place, 'no ModDate');
  if (!isAssociated) report('A 6.8 associated file', place, 'in no AF');
}

/** Whether the file says in its metadata that it is PDF/A-1 or PDF/A-2. */
async function isArchival(bytes: Uint8Array): Promise<boolean> {
  try {
    const { catalog } = await openPdf(bytes);
    const xmp = readXmp(Buffer.from(bytesOf(getStream(catalog, 'Metadata'))).toString('utf8'));
    return ['1', '2'].includes(propertyText(xmp, NAMESPACES.pdfaid, 'part') ?? '');
  } catch {
    return false;
  }
}
