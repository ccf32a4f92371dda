import {
  ParseSpeeds,
  type PDFContext,
  type PDFDict,
  PDFDocument,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib';
import { asDict, get, getDict, getItems, getName, getRaw, rawItems } from './values.ts';

/** A page: its dictionary, its number from 1, and the resources it holds or inherits. */
export interface PdfPage {
  number: number;
  ref: PDFRef;
  dict: PDFDict;
}

/** A file as its object graph. */
export interface PdfFile {
  bytes: Uint8Array;
  context: PDFContext;
  catalog: PDFDict;
  info: PDFDict | undefined;
  /** The encryption dictionary, if the file has one. */
  encryption: PDFDict | undefined;
  ids: PDFObject[];
  pages: PdfPage[];
  /** Number from 1 of each page by its object's tag. */
  pageNumbers: Map<string, number>;
  /** Whether the objects can be read; false when a password is wanted. */
  readable: boolean;
}

/** Read as it is, and without pauses for a screen that is not there. */
const OPTIONS = { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest };

/** Opens a file with pdf-lib, reading nothing into it and repairing nothing; `password` opens a locked one. */
export async function openPdf(bytes: Uint8Array, password = ''): Promise<PdfFile> {
  const { document, readable, encryption, ids } = await load(bytes, password);
  const { context } = document;
  const { Info } = context.trailerInfo;
  const pages = readable ? readPages(context, document.catalog) : [];
  return {
    bytes,
    context,
    catalog: document.catalog,
    info: asDict(resolve(context, Info)),
    encryption,
    ids,
    pages,
    pageNumbers: new Map(pages.map(page => [page.ref.tag, page.number])),
    readable,
  };
}

/** A password that is empty opens files that only limit what may be done with them. */
async function load(
  bytes: Uint8Array,
  password: string,
): Promise<Pick<PdfFile, 'readable' | 'encryption' | 'ids'> & { document: PDFDocument }> {
  try {
    const document = await PDFDocument.load(bytes, OPTIONS);
    return { document, readable: true, ...readTrailer(document) };
  } catch (error) {
    if (!String(error).includes('encrypted')) throw error;
  }
  const locked = await PDFDocument.load(bytes, { ...OPTIONS, ignoreEncryption: true });
  const trailer = readTrailer(locked);
  try {
    const document = await PDFDocument.load(bytes, { ...OPTIONS, password });
    return { document, readable: true, ...trailer };
  } catch {
    // Another password is wanted: only what is never encrypted can be judged.
  }
  return { document: locked, readable: false, ...trailer };
}

/** What pdf-lib keeps of the trailer until it decrypts the file. */
function readTrailer({ context }: PDFDocument): Pick<PdfFile, 'encryption' | 'ids'> {
  const { Encrypt, ID } = context.trailerInfo;
  return { encryption: asDict(resolve(context, Encrypt)), ids: rawItems(resolve(context, ID)) };
}

function resolve(context: PDFContext, value: PDFObject | undefined): PDFObject | undefined {
  return value instanceof PDFRef ? context.lookup(value) : value;
}

function readPages(context: PDFContext, catalog: PDFDict): PdfPage[] {
  const pages: PdfPage[] = [];
  const seen = new Set<string>();
  const visit = (node: PDFObject | undefined) => {
    if (!(node instanceof PDFRef) || seen.has(node.tag)) return;
    seen.add(node.tag);
    const dict = asDict(context.lookup(node));
    if (!dict) return;
    if (getName(dict, 'Type') === 'Pages') for (const kid of rawItems(get(dict, 'Kids'))) visit(kid);
    else pages.push({ number: pages.length + 1, ref: node, dict });
  };
  visit(getRaw(catalog, 'Pages'));
  return pages;
}

/** A value of a page that may stand in its ancestors (ISO 32000-1, 7.7.3.4). */
export function inherited(page: PDFDict, key: string): PDFObject | undefined {
  let node: PDFDict | undefined = page;
  for (let depth = 0; node && depth < 50; depth++) {
    const value = get(node, key);
    if (value !== undefined) return value;
    node = getDict(node, 'Parent');
  }
  return undefined;
}

/** The annotations of a page with the reference each is known by. */
export function annotationsOf(page: PdfPage): { dict: PDFDict; ref: PDFObject }[] {
  const raw = rawItems(get(page.dict, 'Annots'));
  return getItems(page.dict, 'Annots').flatMap((value, i) => {
    const dict = asDict(value);
    return dict ? [{ dict, ref: raw[i]! }] : [];
  });
}

/** The pairs of a number tree (ISO 32000-1, 7.9.7) or name tree: key, raw value. */
export function readTree(root: PDFDict | undefined, kind: 'Nums' | 'Names'): [PDFObject, PDFObject][] {
  const pairs: [PDFObject, PDFObject][] = [];
  const visit = (node: PDFDict | undefined, depth: number) => {
    if (!node || depth > 30) return;
    const items = rawItems(get(node, kind));
    for (let i = 0; i + 1 < items.length; i += 2) pairs.push([items[i]!, items[i + 1]!]);
    for (const kid of getItems(node, 'Kids')) visit(asDict(kid), depth + 1);
  };
  visit(root, 0);
  return pairs;
}

/** A value with its reference followed. */
export function follow(file: PdfFile, value: PDFObject | undefined): PDFObject | undefined {
  return resolve(file.context, value);
}
