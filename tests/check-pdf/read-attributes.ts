import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';
import type { StructElement } from './read-structure.ts';
import { asDict, asName, asNumber, get, getDict, getRaw, itemsOf, listOf } from './values.ts';

/** An attribute of an element in any of its attribute objects or classes (ISO 32000-1, 14.7.5). */
export function attributeOf(
  element: StructElement,
  key: string,
  classMap: PDFDict | undefined,
): PDFObject | undefined {
  for (const dict of attributeObjects(element, classMap)) {
    const value = get(dict, key);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** A number of columns or rows that a cell spans, at least 1. */
export function spanOf(
  element: StructElement,
  key: 'ColSpan' | 'RowSpan',
  classMap: PDFDict | undefined,
): number {
  return Math.max(1, asNumber(attributeOf(element, key, classMap)) ?? 1);
}

function attributeObjects({ dict }: StructElement, classMap: PDFDict | undefined): PDFDict[] {
  const own = get(dict, 'A');
  const classes = listOf(get(dict, 'C')).flatMap(name => getDict(classMap, asName(name) ?? '') ?? []);
  const direct = asDict(own);
  const listed = direct
    ? [direct]
    : itemsOf(getRaw(dict, 'A') === undefined ? undefined : own).flatMap(each => asDict(each) ?? []);
  return [...listed, ...classes];
}
