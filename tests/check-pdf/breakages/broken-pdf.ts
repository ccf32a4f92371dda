import {
  decodePDFRawStream,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNull,
  type PDFObject,
  type PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import type { Condition } from '../conditions.ts';

/** Breaks a good PDF in one way; a function that it returns changes the written bytes (Latin-1) too. */
export type Breakage = (pdf: BrokenPdf) => unknown;

/** Breakages by the condition that each must bring about. */
export type Breakages<K extends Condition> = Record<K, Breakage>;

/** Plain values for new objects: «/Name» is a name, other strings are text. */
export type Plain = PDFObject | string | number | boolean | null | Plain[] | { [key: string]: Plain };

/** A PDF open for breaking, with short ways to what the breakages change. */
export class BrokenPdf {
  readonly document: PDFDocument;

  constructor(document: PDFDocument) {
    this.document = document;
  }

  static async open(bytes: Uint8Array): Promise<BrokenPdf> {
    return new BrokenPdf(
      await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest }),
    );
  }

  async save(): Promise<Uint8Array> {
    return this.document.save({
      addDefaultPage: false,
      updateFieldAppearances: false,
      objectsPerTick: Number.POSITIVE_INFINITY,
    });
  }

  get catalog(): PDFDict {
    return this.document.catalog;
  }

  /** The dictionary of a page, from 1. */
  page(number = 1): PDFDict {
    return this.document.getPage(number - 1).node;
  }

  /** The first structure element of a type. */
  element(type: string, nth = 0): PDFDict {
    const found = this.dicts(dict => name(dict, 'Type') === 'StructElem' && name(dict, 'S') === type);
    return need(found[nth], `element ${type}`);
  }

  /** The first link annotation. */
  link(): PDFDict {
    return need(
      this.dicts(dict => name(dict, 'Subtype') === 'Link' && name(dict, 'Type') === 'Annot')[0],
      'a link',
    );
  }

  /** The first font of Type 0. */
  font(): PDFDict {
    return need(this.dicts(dict => name(dict, 'Subtype') === 'Type0')[0], 'a font');
  }

  /** The CIDFont of the first font. */
  descendant(): PDFDict {
    return (this.font().lookup(PDFName.of('DescendantFonts'), PDFArray) as PDFArray).lookup(0, PDFDict);
  }

  /** A dictionary reached by keys from another; numbers index arrays. */
  at(from: PDFDict, ...path: (string | number)[]): PDFDict {
    let value: PDFObject | undefined = from;
    for (const step of path) {
      const inner: PDFObject | undefined = value instanceof PDFStream ? value.dict : value;
      if (typeof step === 'number') value = (inner as PDFArray).lookup(step);
      else value = (inner as PDFDict).lookup(PDFName.of(step));
    }
    const found = value instanceof PDFStream ? value.dict : value;
    return need(found instanceof PDFDict ? found : undefined, path.join('/'));
  }

  /** Sets a key; undefined removes it. */
  set(dict: PDFDict, key: string, value: Plain | undefined): void {
    if (value === undefined) dict.delete(PDFName.of(key));
    else dict.set(PDFName.of(key), this.make(value));
  }

  /** Makes an object of plain values. */
  make(value: Plain): PDFObject {
    const { context } = this.document;
    if (value === null) return PDFNull;
    if (typeof value === 'string')
      return value.startsWith('/') ? PDFName.of(value.slice(1)) : PDFString.of(value);
    if (Array.isArray(value)) return context.obj(value.map(each => this.make(each)));
    if (typeof value !== 'object') return context.obj(value as number);
    if (isPdfObject(value)) return value;
    const dict = context.obj({});
    for (const [key, each] of Object.entries(value)) dict.set(PDFName.of(key), this.make(each));
    return dict;
  }

  /** Makes an indirect object. */
  add(value: Plain): PDFRef {
    return this.document.context.register(this.make(value));
  }

  /** Makes an indirect stream, not deflated. */
  stream(bytes: Uint8Array | string, dict: { [key: string]: Plain } = {}): PDFRef {
    const { context } = this.document;
    const stream = context.stream(bytes);
    for (const [key, each] of Object.entries(dict)) stream.dict.set(PDFName.of(key), this.make(each));
    return context.register(stream);
  }

  /** The decoded bytes of the stream under a key. */
  read(dict: PDFDict, key: string): Buffer {
    return Buffer.from(decodePDFRawStream(dict.lookup(PDFName.of(key)) as PDFRawStream).decode());
  }

  /** Rewrites the stream under a key; text is Latin-1 unless said otherwise. */
  rewrite(
    dict: PDFDict,
    key: string,
    change: (text: string) => string,
    encoding: BufferEncoding = 'latin1',
  ): void {
    const before = this.read(dict, key).toString(encoding);
    const after = change(before);
    if (after === before) throw new Error(`Nothing changed in ${key}`);
    const old = (dict.lookup(PDFName.of(key)) as PDFRawStream).dict;
    const kept = Object.fromEntries(
      [...old.entries()]
        .map(([each, value]) => [each.decodeText(), value] as const)
        .filter(([each]) => !/Filter|Length$/.test(each)),
    );
    this.set(dict, key, this.stream(Buffer.from(after, encoding), kept));
  }

  /** Rewrites the XMP packet. */
  xmp(change: (text: string) => string): void {
    this.rewrite(this.catalog, 'Metadata', change, 'utf8');
  }

  /** Rewrites the last content stream of a page: what it says, after its furniture. */
  content(change: (text: string) => string, number = 1): void {
    const page = this.page(number);
    const streams = page.lookup(PDFName.of('Contents'), PDFArray);
    const last = streams.size() - 1;
    const text = Buffer.from(decodePDFRawStream(streams.lookup(last) as PDFRawStream).decode()).toString(
      'latin1',
    );
    const after = change(text);
    if (after === text) throw new Error('Nothing changed in the content');
    streams.set(last, this.stream(Buffer.from(after, 'latin1')));
  }

  /** Adds operators to a page, as an artifact unless they say otherwise. */
  draw(operators: string, artifact = true): void {
    const text = artifact ? `/Artifact BMC\n${operators}\nEMC` : operators;
    this.page().lookup(PDFName.of('Contents'), PDFArray).push(this.stream(text));
  }

  /** Adds a resource to page 1. */
  resource(kind: string, key: string, value: Plain): void {
    const resources = this.at(this.page(), 'Resources');
    const dict = resources.lookup(PDFName.of(kind));
    if (dict instanceof PDFDict) this.set(dict, key, value);
    else this.set(resources, kind, { [key]: value });
  }

  /** Adds an annotation to page 1, by default one that prints and says nothing. */
  annotate(dict: { [key: string]: Plain }): PDFRef {
    const ref = this.add({ Type: '/Annot', Rect: [100, 100, 200, 120], F: 4, ...dict });
    const page = this.page();
    const annotations = page.lookup(PDFName.of('Annots'));
    if (annotations instanceof PDFArray) annotations.push(ref);
    else this.set(page, 'Annots', [ref]);
    return ref;
  }

  /** Adds an element under another. */
  addElement(parent: PDFDict, type: string, rest: { [key: string]: Plain } = {}): PDFRef {
    const ref = this.add({ Type: '/StructElem', S: `/${type}`, P: this.refOf(parent), ...rest });
    const kids = parent.lookup(PDFName.of('K'));
    if (kids instanceof PDFArray) kids.push(ref);
    else this.set(parent, 'K', [...(kids ? [kids] : []), ref]);
    return ref;
  }

  /** The reference to a dictionary that stands by itself. */
  refOf(dict: PDFDict): PDFRef {
    return need(this.document.context.getObjectRef(dict), 'reference');
  }

  /** The dictionary behind a reference. */
  dict(ref: PDFRef): PDFDict {
    return this.document.context.lookup(ref, PDFDict);
  }

  private dicts(test: (dict: PDFDict) => boolean): PDFDict[] {
    return this.document.context
      .enumerateIndirectObjects()
      .flatMap(([, value]) => (value instanceof PDFDict && test(value) ? [value] : []));
  }
}

function isPdfObject(value: object): value is PDFObject {
  return (
    [PDFName, PDFDict, PDFArray, PDFRef, PDFStream, PDFString, PDFHexString].some(
      kind => value instanceof kind,
    ) || 'copyBytesInto' in value
  );
}

function name(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : undefined;
}

function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The specimen has no ${what}`);
  return value;
}
