import { deflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { IngestError } from '../../ingest/ingest-error.ts';
import type { CopiedObject, PlainDict, PlainValue } from './original-pages.ts';
import { stripMarkedContent } from './scan-content.ts';

/** More objects than the largest books have. */
const MAX_OBJECTS = 400_000;
const MAX_DEPTH = 100;
/** One stream unpacked, in bytes: a content stream of a page has some thousands. */
const MAX_UNPACKED = 256 * 1024 * 1024;
/** Numbers of more digits cannot be written without an exponent, which PDF has none of (ISO 32000-1, 7.3.3). */
const MAX_NUMBER = 1e20;

/** What leads out of a page, or holds it in its file: not copied with its resources. */
const LEFT_BEHIND = new Set(['Parent', 'P', 'StructParent', 'StructParents', 'PieceInfo', 'Metadata', 'OC']);

/** Copies objects out of an original, each once, and what they refer to. */
export class ObjectCopier {
  readonly objects: CopiedObject[] = [];
  private readonly context: PDFContext;
  private readonly strip: boolean;
  private readonly indexes = new Map<PDFRef, number>();
  private readonly queue: { index: number; object: PDFObject | undefined }[] = [];

  /** `strip`: forms lose their marked content. */
  constructor(context: PDFContext, strip: boolean) {
    this.context = context;
    this.strip = strip;
  }

  /** Adds an object of our own making. */
  add(object: CopiedObject): number {
    if (this.objects.length >= MAX_OBJECTS) throw new IngestError('tooLarge');
    return this.objects.push(object) - 1;
  }

  /** A value with references to copies; what it refers to is copied by {@link finish}. */
  value(object: PDFObject | undefined, depth = 0): PlainValue {
    if (depth > MAX_DEPTH) throw new IngestError('damaged');
    if (object instanceof PDFRef) return { ref: this.reference(object) };
    if (object instanceof PDFName) return { name: object.asString().slice(1) };
    if (object instanceof PDFNumber) return Math.max(-MAX_NUMBER, Math.min(MAX_NUMBER, object.asNumber()));
    if (object instanceof PDFBool) return object.asBoolean();
    if (object instanceof PDFString || object instanceof PDFHexString) return { bytes: object.asBytes() };
    if (object instanceof PDFArray) return object.asArray().map(each => this.value(each, depth + 1));
    if (object instanceof PDFStream) return { ref: this.newObject(object) };
    if (object instanceof PDFDict) return this.dict(object, depth);
    return null;
  }

  /** Copies what was met until nothing is left; must follow the last {@link value}. */
  finish(): CopiedObject[] {
    for (let next = this.queue.shift(); next; next = this.queue.shift()) {
      this.objects[next.index] = this.copy(next.object);
    }
    return this.objects;
  }

  private reference(ref: PDFRef): number {
    const known = this.indexes.get(ref);
    if (known !== undefined) return known;
    const index = this.newObject(this.context.lookup(ref));
    this.indexes.set(ref, index);
    return index;
  }

  private newObject(object: PDFObject | undefined): number {
    const index = this.add({ value: null, stream: null });
    this.queue.push({ index, object });
    return index;
  }

  private copy(object: PDFObject | undefined): CopiedObject {
    if (!(object instanceof PDFStream)) return { value: this.value(object), stream: null };
    const value = this.dict(object.dict, 0);
    if (this.strip && nameOf(object.dict, 'Subtype') === 'Form') {
      return packStream(value, stripMarkedContent(unpack(object)));
    }
    delete value.dict.Length;
    return { value, stream: object.getContents() };
  }

  private dict(object: PDFDict, depth: number): PlainDict {
    const dict: Record<string, PlainValue> = {};
    for (const [key, value] of object.entries()) {
      const name = key.asString().slice(1);
      if (!LEFT_BEHIND.has(name)) dict[name] = this.value(value, depth + 1);
    }
    return { dict };
  }
}

/** A stream deflated under a dictionary that says so. */
export function packStream(value: PlainDict, bytes: Uint8Array): CopiedObject {
  const { Length, DecodeParms, ...rest } = value.dict;
  return { value: { dict: { ...rest, Filter: { name: 'FlateDecode' } } }, stream: deflateSync(bytes) };
}

/** The decoded bytes of a stream; throws {@link IngestError} where its filters cannot be undone. */
export function unpack(stream: PDFStream): Uint8Array {
  try {
    const bytes = stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents();
    if (bytes.length > MAX_UNPACKED) throw new IngestError('tooLarge');
    return bytes;
  } catch (error) {
    throw error instanceof IngestError ? error : new IngestError('damaged', {}, error);
  }
}

/** The name under a key of a dictionary, null where there is none. */
export function nameOf(dict: PDFDict, key: string): string | null {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : null;
}
