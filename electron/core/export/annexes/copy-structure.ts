import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { IngestError } from '../../ingest/ingest-error.ts';
import { nameOf, type ObjectCopier } from './copy-objects.ts';
import type { OriginalElement } from './original-pages.ts';

const MAX_DEPTH = 120;
const MAX_ELEMENTS = 500_000;
/** Marks of one page: the parent tree of the file that holds it has a place for each number up to the highest. */
const MAX_MARKS = 16_384;

/** The standard structure types (ISO 32000-1, 14.8.4) but for those below. */
const STANDARD = new Set(
  (
    'Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD ' +
    'THead TBody TFoot Span Quote Note Reference BibEntry Code Ruby RB RT RP Warichu WT WP Figure Formula'
  ).split(' '),
);

/** Types that need what is not copied (annotations), and what they become. */
const WITHOUT_ANNOTATIONS: Record<string, string> = {
  Link: 'Span',
  Annot: 'Span',
  Form: 'Div',
  Document: 'Sect',
};

interface Walk {
  copier: ObjectCopier;
  roles: PDFDict | null;
  /** The number of each page, by its reference. */
  pages: Map<PDFRef, number>;
  elements: number;
}

/** Copies an original's structure (ISO 32000-1, 14.7), its role map applied; its links lose their annotations. */
export function copyStructure(
  root: PDFDict,
  pages: Map<PDFRef, number>,
  copier: ObjectCopier,
): OriginalElement[] {
  const roles = root.lookup(PDFName.of('RoleMap'));
  const walk: Walk = { copier, roles: roles instanceof PDFDict ? roles : null, pages, elements: 0 };
  return kidsOf(root, null, walk, 0).filter((kid): kid is OriginalElement => 'tag' in kid);
}

function kidsOf(parent: PDFDict, page: number | null, walk: Walk, depth: number): OriginalElement['kids'] {
  if (depth > MAX_DEPTH || ++walk.elements > MAX_ELEMENTS) throw new IngestError('tooLarge');
  const given = parent.lookup(PDFName.of('K'));
  const kids = given instanceof PDFArray ? given.asArray() : given ? [given] : [];
  return kids.flatMap(kid => readKid(parent.context.lookup(kid), page, walk, depth));
}

function readKid(
  kid: PDFObject | undefined,
  page: number | null,
  walk: Walk,
  depth: number,
): OriginalElement['kids'] {
  if (kid instanceof PDFNumber) return page === null ? [] : [{ page, mcid: readMark(kid) }];
  if (!(kid instanceof PDFDict)) return [];
  const own = pageOf(kid, walk) ?? page;
  const type = nameOf(kid, 'Type');
  if (type === 'MCR') {
    const mcid = kid.lookup(PDFName.of('MCID'));
    const isInForm = kid.has(PDFName.of('Stm'));
    return own !== null && mcid instanceof PDFNumber && !isInForm
      ? [{ page: own, mcid: readMark(mcid) }]
      : [];
  }
  return type === 'OBJR' ? [] : [readElement(kid, own, walk, depth)];
}

function readMark(number: PDFNumber): number {
  const mcid = number.asNumber();
  if (!Number.isInteger(mcid) || mcid < 0) throw new IngestError('damaged');
  if (mcid >= MAX_MARKS) throw new IngestError('tooLarge');
  return mcid;
}

function pageOf(dict: PDFDict, { pages }: Walk): number | null {
  const page = dict.get(PDFName.of('Pg'));
  return page instanceof PDFRef ? (pages.get(page) ?? null) : null;
}

function readElement(dict: PDFDict, page: number | null, walk: Walk, depth: number): OriginalElement {
  const tag = standardType(nameOf(dict, 'S') ?? 'Span', walk.roles);
  const id = dict.lookup(PDFName.of('ID'));
  return {
    // A type of their own without a role could be anything, and is written as it stands.
    tag: WITHOUT_ANNOTATIONS[tag] ?? (STANDARD.has(tag) ? tag : 'NonStruct'),
    language: textOf(dict, 'Lang'),
    alt: textOf(dict, 'Alt'),
    actualText: textOf(dict, 'ActualText'),
    attributes: walk.copier.value(dict.get(PDFName.of('A'))),
    id: id instanceof PDFString || id instanceof PDFHexString ? id.asBytes() : null,
    kids: kidsOf(dict, page, walk, depth + 1),
  };
}

function standardType(type: string, roles: PDFDict | null): string {
  let found = type;
  for (let step = 0; step < 20; step++) {
    const next = roles && nameOf(roles, found);
    if (!next || next === found) break;
    found = next;
  }
  return found;
}

function textOf(dict: PDFDict, key: string): string | null {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null;
}
