import type { PdfFile } from '../open-pdf.ts';
import { findAll, NAMESPACES, propertyText, readXmp, type Xmp } from '../read-xmp.ts';
import type { Reporter } from '../report.ts';
import { bytesOf, getBool, getDict, getName, getStream, getText } from '../values.ts';
import { isLanguage } from './check-languages.ts';

const { dc, xmp: xap, pdf, pdfaid, pdfuaid } = NAMESPACES;

/** Schemas that PDF/A-2 knows (ISO 19005-2, 6.6.2.3.1); for those with a list, the properties it knows. */
const PREDEFINED: Record<string, string[] | null> = {
  [dc]: (
    'contributor coverage creator date description format identifier language publisher relation rights source subject ' +
    'title type'
  ).split(' '),
  [xap]:
    'Advisory BaseURL CreateDate CreatorTool Identifier Label MetadataDate ModifyDate Nickname Rating Thumbnails'.split(
      ' ',
    ),
  [pdf]: ['Keywords', 'PDFVersion', 'Producer', 'Trapped'],
  [pdfaid]: ['part', 'amd', 'conformance', 'corr'],
  [NAMESPACES.extension]: ['schemas'],
  'http://ns.adobe.com/xap/1.0/rights/': null,
  'http://ns.adobe.com/xap/1.0/mm/': null,
  'http://ns.adobe.com/xap/1.0/bj/': null,
  'http://ns.adobe.com/xap/1.0/t/pg/': null,
  'http://ns.adobe.com/xmp/1.0/DynamicMedia/': null,
  'http://ns.adobe.com/photoshop/1.0/': null,
  'http://ns.adobe.com/camera-raw-settings/1.0/': null,
  'http://ns.adobe.com/tiff/1.0/': null,
  'http://ns.adobe.com/exif/1.0/': null,
  'http://ns.adobe.com/exif/1.0/aux/': null,
};

/** Checks the catalog's metadata (Matterhorn 06, 07, 11-006; PDF/A-2, 6.6) and returns the declared part of PDF/A. */
export function checkMetadata(file: PdfFile, report: Reporter): string | undefined {
  checkViewer(file, report);
  const stream = getStream(file.catalog, 'Metadata');
  if (!stream || getName(stream.dict, 'Subtype') !== 'XML') {
    report('06-001', 'catalog', 'no Metadata stream');
    return undefined;
  }
  const xmp = readPacket(Buffer.from(bytesOf(stream)).toString('utf8'), report);
  if (!xmp) return undefined;
  checkIdentifiers(xmp, file.encryption !== undefined, report);
  checkTitle(file, xmp, report);
  checkSchemas(xmp, report);
  checkInfo(file, xmp, report);
  return propertyText(xmp, pdfaid, 'part');
}

function checkViewer(file: PdfFile, report: Reporter): void {
  const shown = getBool(getDict(file.catalog, 'ViewerPreferences'), 'DisplayDocTitle');
  if (shown === undefined) report('07-001', 'catalog', 'no DisplayDocTitle');
  if (shown === false) report('07-002', 'catalog', 'DisplayDocTitle is false');
}

function readPacket(packet: string, report: Reporter): Xmp | undefined {
  const header = /<\?xpacket([^?]*)\?>/.exec(packet)?.[1] ?? '';
  if (/\b(bytes|encoding)\s*=/.test(header)) report('A 6.6.2 packet', 'metadata', header.trim());
  try {
    return readXmp(packet);
  } catch (error) {
    report('A 6.6.2 packet', 'metadata', String(error));
    return undefined;
  }
}

function checkIdentifiers(xmp: Xmp, encrypted: boolean, report: Reporter): void {
  const part = propertyText(xmp, pdfaid, 'part');
  const level = propertyText(xmp, pdfaid, 'conformance');
  const claimsNothing = part === undefined && level === undefined;
  if (encrypted && claimsNothing) {
    // An encrypted file cannot be archival, and does not say that it is.
  } else if (!['2', '3'].includes(part ?? '') || !['A', 'B', 'U'].includes(level ?? ''))
    report('A 6.6.4 identifier', 'metadata', `part ${part}, conformance ${level}`);
  const accessible = propertyText(xmp, pdfuaid, 'part');
  if (accessible !== '1') report('06-002', 'metadata', `pdfuaid:part ${accessible}`);
}

function checkTitle(file: PdfFile, xmp: Xmp, report: Reporter): void {
  if (!propertyText(xmp, dc, 'title')) {
    report('06-003', 'metadata', 'no dc:title');
    return;
  }
  const title = xmp.properties.find(each => each.uri === dc && each.name === 'title')!;
  const said = findAll(title, NAMESPACES.rdf, 'li').flatMap(li =>
    li.attributes.filter(each => each.name === 'lang'),
  );
  const known = said.some(each => each.value !== 'x-default' && isLanguage(each.value));
  if (!known && !isLanguage(getText(file.catalog, 'Lang'))) report('11-006', 'metadata', 'dc:title');
}

function checkSchemas(xmp: Xmp, report: Reporter): void {
  const described = describedProperties(xmp);
  for (const { uri, name } of xmp.properties) {
    const known = PREDEFINED[uri];
    const right =
      known === undefined ? described.get(uri)?.has(name) : known === null || known.includes(name);
    if (!right) report('A 6.6.2 schema', 'metadata', `${name} of ${uri || 'no namespace'}`);
  }
}

/** The properties of the extension schemas that the packet describes (ISO 19005-2, 6.6.2.3.2). */
function describedProperties(xmp: Xmp): Map<string, Set<string>> {
  const described = new Map<string, Set<string>>();
  for (const schemas of xmp.properties.filter(each => each.uri === NAMESPACES.extension)) {
    for (const bag of schemas.kids) {
      for (const schema of bag.kids) {
        const uri = findAll(schema, NAMESPACES.schema, 'namespaceURI')[0]?.text.trim() ?? '';
        const names = findAll(schema, NAMESPACES.property, 'name').map(each => each.text.trim());
        described.set(uri, new Set([...(described.get(uri) ?? []), ...names]));
      }
    }
  }
  return described;
}

function checkInfo(file: PdfFile, xmp: Xmp, report: Reporter): void {
  const pairs: [string, string | undefined][] = [
    ['Title', propertyText(xmp, dc, 'title')],
    ['Author', propertyText(xmp, dc, 'creator')],
    ['Subject', propertyText(xmp, dc, 'description')],
    ['Keywords', propertyText(xmp, pdf, 'Keywords')],
    ['Creator', propertyText(xmp, xap, 'CreatorTool')],
    ['Producer', propertyText(xmp, pdf, 'Producer')],
    ['CreationDate', xmpDate(propertyText(xmp, xap, 'CreateDate'))],
    ['ModDate', xmpDate(propertyText(xmp, xap, 'ModifyDate'))],
  ];
  for (const [key, said] of pairs) {
    const own = getText(file.info, key);
    const value = key.endsWith('Date') ? infoDate(own) : own;
    if (value !== undefined && value !== said)
      report('P 7.7.2 info', 'Info', `${key} «${own}», XMP «${said}»`);
  }
}

function xmpDate(date: string | undefined): string | undefined {
  return date === undefined ? undefined : new Date(date).toISOString().slice(0, 19);
}

/** «D:20260102030405Z» or with an offset as «2026-01-02T03:04:05», in UTC. */
function infoDate(date: string | undefined): string | undefined {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'?(\d\d)?'?)?/.exec(date ?? '');
  if (!parts) return date;
  const [, year, month, day, hour, minute, second, offset, more] = parts;
  const zone = offset ? `${offset}:${more ?? '00'}` : 'Z';
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`).toISOString().slice(0, 19);
}
