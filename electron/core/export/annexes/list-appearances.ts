import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFStream,
} from '@cantoo/pdf-lib';
import { nameOf } from './copy-objects.ts';

/** The appearance of an annotation, to be painted as part of its page. */
export interface Appearance {
  form: PDFObject;
  matrix: number[];
}

const HIDDEN = 2;
const NO_VIEW = 32;
/** Notes and links have nothing that belongs on paper. */
const UNPAINTED = new Set(['Popup', 'Link', 'Text', 'FileAttachment', 'Sound', 'Movie', 'Screen']);

/**
 * What a page's annotations show (filled fields, stamps, highlights), placed as ISO 32000-1, 12.5.5 (algorithm 8) says: without it a
 * form that someone has filled in would lose its answers.
 */
export function listAppearances(page: PDFPage): Appearance[] {
  const annotations = page.node.Annots()?.asArray() ?? [];
  return annotations.flatMap(each => {
    const annotation = page.doc.context.lookup(each);
    return annotation instanceof PDFDict ? readAppearance(annotation) : [];
  });
}

function readAppearance(annotation: PDFDict): Appearance[] {
  const flags = numberOf(annotation.lookup(PDFName.of('F')));
  if (flags & (HIDDEN | NO_VIEW) || UNPAINTED.has(nameOf(annotation, 'Subtype') ?? '')) return [];
  const appearances = annotation.lookup(PDFName.of('AP'));
  const normal = appearances instanceof PDFDict ? appearances.get(PDFName.of('N')) : undefined;
  const form = chooseState(annotation, normal);
  const stream = form && annotation.context.lookup(form);
  if (!form || !(stream instanceof PDFStream)) return [];
  const matrix = place(stream.dict, numbersOf(annotation.lookup(PDFName.of('Rect'))));
  return matrix ? [{ form, matrix }] : [];
}

/** A box to tick has an appearance for each of its states. */
function chooseState(annotation: PDFDict, normal: PDFObject | undefined): PDFObject | undefined {
  const found = normal && annotation.context.lookup(normal);
  if (!(found instanceof PDFDict)) return normal;
  const state = annotation.lookup(PDFName.of('AS'));
  return state instanceof PDFName ? found.get(state) : undefined;
}

function place(form: PDFDict, rect: number[]): number[] | null {
  const box = numbersOf(form.lookup(PDFName.of('BBox')));
  if (rect.length !== 4 || box.length !== 4) return null;
  const given = numbersOf(form.lookup(PDFName.of('Matrix')));
  const [a, b, c, d, e, f] = (given.length === 6 ? given : [1, 0, 0, 1, 0, 0]) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const corners = [0, 2].flatMap(i => [1, 3].map(j => [box[i]!, box[j]!] as const));
  const xs = corners.map(([x, y]) => a * x + c * y + e);
  const ys = corners.map(([x, y]) => b * x + d * y + f);
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
  const width = Math.max(...xs) - left;
  const height = Math.max(...ys) - bottom;
  if (!(width > 0 && height > 0)) return null;
  const sx = Math.abs(rect[2]! - rect[0]!) / width;
  const sy = Math.abs(rect[3]! - rect[1]!) / height;
  return [sx, 0, 0, sy, Math.min(rect[0]!, rect[2]!) - left * sx, Math.min(rect[1]!, rect[3]!) - bottom * sy];
}

/** The numbers of an array, empty where there is none. */
function numbersOf(value: PDFObject | undefined): number[] {
  if (!(value instanceof PDFArray)) return [];
  return value.asArray().map((_, i) => numberOf(value.lookup(i)));
}

function numberOf(value: PDFObject | undefined): number {
  return value instanceof PDFNumber ? value.asNumber() : 0;
}
