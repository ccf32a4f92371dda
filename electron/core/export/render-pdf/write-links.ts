import type { LinkTarget } from '../../../../shared/document/content.ts';
import { type Matrix, moveRect } from './matrix.ts';
import { number } from './operators.ts';
import type { PackedDocument, PdfRef } from './packed-document.ts';
import { clipText, LONGEST_STRING } from './pdf-text.ts';
import type { PaintedLink, Rect } from './text-result.ts';

/** Where a link's annotation stands: how its page's content was moved, and its key in the parent tree. */
export interface LinkPlace {
  matrix: Matrix;
  structParent: number;
}

/** Writes the annotation of a link (ISO 32000-1, 12.5.6.5); `isKnown` tells which ids the document has. */
export function writeLink(
  document: PackedDocument,
  { node, rects }: PaintedLink,
  { matrix, structParent }: LinkPlace,
  isKnown: (id: string) => boolean,
): PdfRef {
  const link = node.attributes.link!;
  const moved = rects.map(rect => moveRect(matrix, rect));
  const annotation = document.object({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: outline(moved).map(round),
    QuadPoints: moved.length > 1 ? moved.flatMap(quadPoints).map(round) : undefined,
    Border: [0, 0, 0],
    F: 4,
    Contents: new String(clipText(link.alt) || '…'),
    StructParent: structParent,
    ...leadTo(link.target, isKnown),
  });
  annotation.end();
  return annotation;
}

function round(value: number): number {
  return Number(number(value));
}

function outline(rects: Rect[]): Rect {
  const side = (index: 0 | 1 | 2 | 3) => rects.map(rect => rect[index]);
  return [Math.min(...side(0)), Math.min(...side(1)), Math.max(...side(2)), Math.max(...side(3))];
}

/** Corners in the order that readers expect (top left, top right, bottom left, bottom right), not ISO 32000-1's. */
function quadPoints([left, bottom, right, top]: Rect): number[] {
  return [left, top, right, top, left, bottom, right, bottom];
}

const FIRST_PAGE = { A: { S: 'Named', N: 'FirstPage' } };

/**
 * A link to something that is not in the document leads to its first page rather than nowhere, and so does an address that is
 * longer than a string of a PDF may be: cut short it would lead elsewhere.
 */
function leadTo(target: LinkTarget, isKnown: (id: string) => boolean): Record<string, unknown> {
  if (target.kind === 'anchor') return isKnown(target.id) ? { Dest: new String(target.id) } : FIRST_PAGE;
  const uri = encodeUri(target.href);
  return uri.length <= LONGEST_STRING ? { A: { S: 'URI', URI: new String(uri) } } : FIRST_PAGE;
}

/** URIs are ASCII (ISO 32000-1, 12.6.4.7); one that is encoded already stays as it is, controls and half characters go. */
function encodeUri(href: string): string {
  const clean = href.replace(/\p{Cc}/gu, '').toWellFormed();
  try {
    return encodeURI(decodeURI(clean));
  } catch {
    return encodeURI(clean);
  }
}
