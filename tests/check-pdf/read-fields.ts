import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';
import type { PdfFile } from './open-pdf.ts';
import { follow } from './open-pdf.ts';
import { asDict, get, getDict, rawItems } from './values.ts';

/** Every field of the interactive form, those that hold others included. */
export function readFields(file: PdfFile): { dict: PDFDict; ref: PDFObject }[] {
  const fields: { dict: PDFDict; ref: PDFObject }[] = [];
  const visit = (ref: PDFObject, depth: number) => {
    const dict = asDict(follow(file, ref));
    if (!dict || depth > 20) return;
    fields.push({ dict, ref });
    for (const kid of rawItems(get(dict, 'Kids'))) visit(kid, depth + 1);
  };
  for (const ref of rawItems(get(getDict(file.catalog, 'AcroForm'), 'Fields'))) visit(ref, 0);
  return fields;
}
