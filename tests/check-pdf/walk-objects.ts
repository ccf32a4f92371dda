import { PDFArray, PDFDict, type PDFObject, PDFStream } from '@cantoo/pdf-lib';
import type { PdfFile } from './open-pdf.ts';

/** Takes each object of the file, direct ones inside others too, with the place of the indirect object around it. */
export type ObjectVisitor = (value: PDFObject, place: string) => void;

/** Visits every object that the file holds. */
export function walkObjects(file: PdfFile, visit: ObjectVisitor): void {
  for (const [ref, value] of file.context.enumerateIndirectObjects()) {
    walkValue(value, `object ${ref.objectNumber}`, visit);
  }
}

function walkValue(value: PDFObject, place: string, visit: ObjectVisitor): void {
  visit(value, place);
  const inner = value instanceof PDFStream ? value.dict : value;
  if (inner !== value) visit(inner, place);
  if (inner instanceof PDFDict)
    for (const [key, each] of inner.entries()) {
      visit(key, place);
      walkValue(each, place, visit);
    }
  else if (inner instanceof PDFArray) for (const each of inner.asArray()) walkValue(each, place, visit);
}
