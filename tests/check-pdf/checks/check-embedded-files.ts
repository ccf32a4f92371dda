import { PDFDict, type PDFStream } from '@cantoo/pdf-lib';
import { openPdf, type PdfFile } from '../open-pdf.ts';
import { NAMESPACES, propertyText, readXmp } from '../read-xmp.ts';
import type { Reporter } from '../report.ts';
import { asDict, bytesOf, getDict, getItems, getName, getStream, getText, keysOf } from '../values.ts';
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
  for (const { dict, place } of specs) {
    if (!getText(dict, 'F') || !getText(dict, 'UF')) report('21-001', place, 'F and UF');
    const content = embedded(dict);
    if (part === '3') checkAssociation(dict, { place, content, isAssociated: associated.has(dict) }, report);
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

function checkAssociation(
  spec: PDFDict,
  { place, content, isAssociated }: { place: string; content: PDFStream | undefined; isAssociated: boolean },
  report: Reporter,
): void {
  if (!getName(spec, 'AFRelationship')) report('A 6.8 associated file', place, 'no AFRelationship');
  if (!getName(content?.dict, 'Subtype')) report('A 6.8 associated file', place, 'no MIME type');
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
