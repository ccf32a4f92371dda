import { type PDFDict, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { follow, type PdfFile, readTree } from './open-pdf.ts';
import {
  asDict,
  asName,
  asNumber,
  get,
  getDict,
  getName,
  getRaw,
  getText,
  keysOf,
  listOf,
  placeOf,
} from './values.ts';

/** A kid of an element: an element, a marked-content sequence of a page or form (by its tag), or an object. */
export type StructKid =
  | { kind: 'element'; element: StructElement }
  | { kind: 'content'; mcid: number; owner: string }
  | { kind: 'object'; object: string };

/** An element of the structure tree (ISO 32000-1, 14.7.2); `role` is its type after the role map. */
export interface StructElement {
  dict: PDFDict;
  tag: string;
  place: string;
  type: string;
  role: string;
  parent: StructElement | null;
  kids: StructKid[];
}

/** The structure tree: elements in reading order, and the way back from content and objects to them. */
export interface Structure {
  root: PDFDict | undefined;
  top: StructElement[];
  all: StructElement[];
  roleMap: Map<string, string>;
  /** Element by «owner/mcid»; owner is the tag of the page or form. */
  contents: Map<string, StructElement>;
  /** Element by the tag of an annotation or XObject. */
  objects: Map<string, StructElement>;
  /** Values of the parent tree by key, references not followed. */
  parentTree: Map<number, PDFObject>;
}

/** The standard structure types (ISO 32000-1, 14.8.4). */
export const STANDARD_TYPES: ReadonlySet<string> = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl ' +
    'LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu ' +
    'WT WP Figure Formula Form'
  ).split(' '),
);

/** Reads the structure tree; loops and elements that hang twice are walked once. */
export function readStructure(file: PdfFile): Structure {
  const root = getDict(file.catalog, 'StructTreeRoot');
  const structure: Structure = {
    root,
    top: [],
    all: [],
    roleMap: readRoleMap(root),
    contents: new Map(),
    objects: new Map(),
    parentTree: new Map(),
  };
  const seen = new Set<PDFDict>();
  for (const kid of listOf(get(root, 'K'))) {
    const element = readElement(kid, null, { file, structure, seen });
    if (element) structure.top.push(element);
  }
  for (const [key, value] of readTree(getDict(root, 'ParentTree'), 'Nums')) {
    structure.parentTree.set(asNumber(key) ?? -1, value);
  }
  return structure;
}

/** Whether an element, or one around it, has this role. */
export function isWithin(element: StructElement | null | undefined, role: string): boolean {
  for (let node = element; node; node = node.parent) if (node.role === role) return true;
  return false;
}

/** The language said by an element or the nearest one around it. */
export function languageOf(element: StructElement | null | undefined): string | undefined {
  for (let node = element; node; node = node.parent) {
    const language = getText(node.dict, 'Lang');
    if (language !== undefined) return language;
  }
  return undefined;
}

/** The kids of an element that are elements. */
export function childrenOf(element: StructElement): StructElement[] {
  return element.kids.flatMap(kid => (kid.kind === 'element' ? [kid.element] : []));
}

interface Walk {
  file: PdfFile;
  structure: Structure;
  seen: Set<PDFDict>;
}

function readRoleMap(root: PDFDict | undefined): Map<string, string> {
  const map = getDict(root, 'RoleMap');
  return new Map(keysOf(map).map(key => [key, getName(map, key) ?? '']));
}

function roleOf(type: string, roleMap: Map<string, string>): string {
  let role = type;
  for (let i = 0; i < 50 && !STANDARD_TYPES.has(role); i++) role = roleMap.get(role) ?? role;
  return role;
}

function readElement(raw: PDFObject, parent: StructElement | null, walk: Walk): StructElement | null {
  const dict = asDict(follow(walk.file, raw));
  if (!dict || walk.seen.has(dict)) return null;
  walk.seen.add(dict);
  const type = getName(dict, 'S') ?? '';
  const element: StructElement = {
    dict,
    tag: raw instanceof PDFRef ? raw.tag : '',
    place: placeOf(raw),
    type,
    role: roleOf(type, walk.structure.roleMap),
    parent,
    kids: [],
  };
  walk.structure.all.push(element);
  for (const kid of listOf(getKids(dict))) readKid(kid, element, walk);
  return element;
}

/** K itself, or the array it refers to; a reference to an element stays one. */
function getKids(dict: PDFDict): PDFObject | undefined {
  const raw = getRaw(dict, 'K');
  const value = get(dict, 'K');
  return raw instanceof PDFRef && asDict(value) ? raw : value;
}

function readKid(raw: PDFObject, element: StructElement, walk: Walk): void {
  const value = follow(walk.file, raw);
  const mcid = asNumber(value);
  const page = getRaw(element.dict, 'Pg');
  if (mcid !== undefined) {
    addContent(element, mcid, page, walk);
    return;
  }
  const dict = asDict(value);
  const kind = asName(get(dict, 'Type'));
  if (kind === 'MCR') {
    addContent(
      element,
      asNumber(get(dict, 'MCID')) ?? -1,
      getRaw(dict, 'Stm') ?? getRaw(dict, 'Pg') ?? page,
      walk,
    );
  } else if (kind === 'OBJR') {
    const object = tagOf(getRaw(dict, 'Obj'));
    element.kids.push({ kind: 'object', object });
    walk.structure.objects.set(object, element);
  } else {
    const kid = readElement(raw, element, walk);
    if (kid) element.kids.push({ kind: 'element', element: kid });
  }
}

function addContent(element: StructElement, mcid: number, owner: PDFObject | undefined, walk: Walk): void {
  const tag = tagOf(owner);
  element.kids.push({ kind: 'content', mcid, owner: tag });
  walk.structure.contents.set(`${tag}/${mcid}`, element);
}

function tagOf(value: PDFObject | undefined): string {
  return value instanceof PDFRef ? value.tag : '';
}
