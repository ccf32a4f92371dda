import { deflateSync } from 'node:zlib';
import type { OriginalElement, OriginalPages, PlainValue } from '../annexes/original-pages.ts';
import type { PackedDocument, PdfRef } from './packed-document.ts';
import { clipText } from './pdf-text.ts';

/** Elements of another file's structure, hung under one of ours. */
export interface Graft {
  kids: PdfRef[];
  /** Rows of the parent tree: keys with the elements of their marked content. */
  rows: [key: number, owners: (PdfRef | null)[]][];
  ids: [id: string, ref: PdfRef][];
}

/** An original on its way into the file: references given out before their objects are written. */
interface Opened {
  original: OriginalPages;
  refs: Map<number, PdfRef>;
  waiting: number[];
  /** By page: the page of the file that shows it, and the key of its form in the parent tree. */
  shown: Map<number, { page: PdfRef; key: number | null }>;
}

/** The originals of a file: what each page of them needs is written once, and only if the page is shown. */
export class OriginalTable {
  private readonly document: PackedDocument;
  private readonly opened = new Map<string, Opened>();

  constructor(document: PackedDocument, originals: ReadonlyMap<string, OriginalPages>) {
    this.document = document;
    for (const [sourceId, original] of originals) {
      this.opened.set(sourceId, { original, refs: new Map(), waiting: [], shown: new Map() });
    }
  }

  /** The form of a page of an original, shown on a page of the file. */
  form(sourceId: string, page: number, shownOn: PdfRef): PdfRef {
    const opened = this.opened.get(sourceId)!;
    opened.shown.set(page, { page: shownOn, key: null });
    return this.reference(opened, opened.original.pages[page]!.form);
  }

  /**
   * Writes the structure of an original under `parent`, its forms numbered from `key` in the parent tree; null where it has none.
   * `prefix` keeps its ids apart from others.
   */
  graft(sourceId: string, parent: PdfRef, key: number, prefix: string): Graft | null {
    const opened = this.opened.get(sourceId);
    if (!opened?.original.structure) return null;
    const rows = new Map<number, (PdfRef | null)[]>();
    let next = key;
    for (const [page, shown] of opened.shown) {
      shown.key = next++;
      rows.set(page, []);
    }
    const graft: Graft = { kids: [], rows: [], ids: [] };
    const write = (element: OriginalElement, above: PdfRef): PdfRef =>
      this.writeElement(element, above, { opened, rows, graft, prefix, write });
    graft.kids = opened.original.structure.map(element => write(element, parent));
    graft.rows = [...rows].map(([page, owners]) => [opened.shown.get(page)!.key!, owners]);
    return graft;
  }

  /** Writes every object that was given out; must come last. */
  finish(): void {
    for (const opened of this.opened.values()) {
      const forms = new Map(
        [...opened.shown].map(([page, { key }]) => [opened.original.pages[page]!.form, key]),
      );
      for (let index = opened.waiting.pop(); index !== undefined; index = opened.waiting.pop()) {
        this.writeObject(opened, index, forms.get(index) ?? null);
      }
    }
  }

  private reference(opened: Opened, index: number): PdfRef {
    const known = opened.refs.get(index);
    if (known) return known;
    const ref = this.document.object();
    opened.refs.set(index, ref);
    opened.waiting.push(index);
    return ref;
  }

  private writeObject(opened: Opened, index: number, key: number | null): void {
    const ref = opened.refs.get(index)!;
    const { value, stream } = opened.original.objects[index]!;
    if (!stream) {
      // Any value may be an object of its own, though PDFKit's types know dictionaries alone.
      ref.data = this.convert(opened, value) as PdfRef['data'];
      ref.end();
      return;
    }
    const dict = this.convert(opened, value, true) as Record<string, unknown>;
    Object.assign(ref.data, dict, key === null ? {} : { StructParents: key });
    const packed = dict.Filter === undefined;
    if (packed) ref.data.Filter = 'FlateDecode';
    ref.compress = false;
    ref.write(packed ? deflateSync(stream) : stream);
    ref.end();
  }

  /** `apart`: strings become objects of their own, which are packed, since those beside a stream would be encrypted one by one. */
  private convert(opened: Opened, value: PlainValue, apart = false): unknown {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(each => this.convert(opened, each, apart));
    if ('name' in value) return value.name;
    if ('bytes' in value) return apart ? this.writeString(value.bytes) : Buffer.from(value.bytes);
    if ('ref' in value) return this.reference(opened, value.ref);
    return Object.fromEntries(
      Object.entries(value.dict).map(([key, each]) => [key, this.convert(opened, each, apart)]),
    );
  }

  private writeString(bytes: Uint8Array): PdfRef {
    const ref = this.document.object();
    ref.data = Buffer.from(bytes) as unknown as PdfRef['data'];
    ref.end();
    return ref;
  }

  private writeElement(element: OriginalElement, parent: PdfRef, walk: Walk): PdfRef {
    const { opened, rows, graft, prefix } = walk;
    const ref = this.document.object();
    const kids = element.kids.map(kid => {
      if ('tag' in kid) return walk.write(kid, ref);
      const owners = rows.get(kid.page);
      if (!owners) return null;
      while (owners.length <= kid.mcid) owners.push(null);
      owners[kid.mcid] = ref;
      const form = opened.refs.get(opened.original.pages[kid.page]!.form);
      return { Type: 'MCR', Pg: opened.shown.get(kid.page)!.page, Stm: form, MCID: kid.mcid };
    });
    const id = element.id && prefix + Buffer.from(element.id).toString('latin1');
    if (id) graft.ids.push([id, ref]);
    const attributes = this.convert(opened, prefixHeaders(element.attributes, prefix));
    Object.assign(ref.data, {
      Type: 'StructElem',
      S: element.tag,
      P: parent,
      Lang: text(element.language),
      Alt: text(element.alt),
      ActualText: text(element.actualText),
      ID: text(id),
      A: attributes ?? undefined,
      K: kids.filter(kid => kid !== null),
    });
    ref.end();
    return ref;
  }
}

interface Walk {
  opened: Opened;
  rows: Map<number, (PdfRef | null)[]>;
  graft: Graft;
  prefix: string;
  write: (element: OriginalElement, above: PdfRef) => PdfRef;
}

function text(value: string | null | undefined): object | undefined {
  return value === null || value === undefined || value === '' ? undefined : new String(clipText(value));
}

/** Cells name their heads by id (ISO 32000-1, table 349), which has moved. */
function prefixHeaders(attributes: PlainValue, prefix: string): PlainValue {
  if (Array.isArray(attributes)) return attributes.map(each => prefixHeaders(each, prefix));
  if (attributes === null || typeof attributes !== 'object' || !('dict' in attributes)) return attributes;
  const { Headers, ...rest } = attributes.dict;
  if (!Array.isArray(Headers)) return attributes;
  const moved = Headers.map(each =>
    each !== null && typeof each === 'object' && 'bytes' in each
      ? { bytes: Buffer.concat([Buffer.from(prefix, 'latin1'), each.bytes]) }
      : each,
  );
  return { dict: { ...rest, Headers: moved } };
}
