import PDFDocument from 'pdfkit';
import type { Encryption } from './encryption.ts';

/** A reference to an object of the file, as PDFKit makes them. */
export interface PdfRef {
  id: number;
  data: Record<string, unknown>;
  buffer: Uint8Array[];
  offset?: number;
  /** PDFKit deflates what is written unless told not to. */
  compress: boolean;
  write(chunk: Uint8Array): void;
  end(): void;
  finalize(): void;
}

/** What a document needs at its birth; `fileId` is 16 bytes. */
export interface PackedOptions {
  language: string;
  fileId: Uint8Array;
  info: Record<'Title' | 'Author' | 'Subject' | 'Keywords' | 'Creator' | 'Producer', string> & {
    CreationDate: Date;
  };
  deflate: (bytes: Uint8Array) => Uint8Array;
  /** null: open to everybody. */
  encryption: Encryption | null;
}

/** What PDFKit asks for when it writes an object of its own (a stream with its dictionary). */
interface Security {
  getEncryptFn: () => Encryption['encrypt'];
  end: () => void;
}

interface Root extends PdfRef {
  data: Record<string, unknown> & { Pages: PdfRef; Names: PdfRef };
}

/** Info must say what XMP says, and XMP leaves out what is empty. */
function withoutEmpty<T extends object>(info: T): Partial<T> {
  return Object.fromEntries(Object.entries(info).filter(([, value]) => value !== '')) as Partial<T>;
}

/** Objects in one object stream: more pack better, fewer open faster. */
const OBJECTS_PER_STREAM = 400;

/**
 * PDFKit's object layer with three things it lacks: objects packed into object streams behind a cross-reference
 * stream (ISO 32000-1, 7.5.7 and 7.5.8), XMP that is escaped and names PDF/UA, and bytes that depend on nothing but
 * the content. It never uses PDFKit's pages, text or tags.
 */
export class PackedDocument extends PDFDocument {
  declare _root: Root;
  declare _info: PdfRef;
  declare _offset: number;
  declare _offsets: (number | null)[];
  declare _waiting: number;
  declare _ended: boolean;
  declare _security: Security | null;
  declare private chunks: Uint8Array[];
  declare private capture: string[] | null;
  declare private queue: { id: number; body: string }[];
  declare private packed: Map<number, { stream: number; index: number }>;
  declare private closing: boolean;
  declare private xmp: string | undefined;
  declare private encryptionDictionary: Record<string, unknown> | undefined;
  private readonly packing: PackedOptions;

  constructor(options: PackedOptions) {
    super({
      autoFirstPage: false,
      font: null as unknown as string,
      pdfVersion: '1.7',
      subset: 'PDF/A-2a' as never,
      tagged: true,
      lang: options.language,
      displayTitle: true,
      info: { ...withoutEmpty(options.info), ModDate: options.info.CreationDate },
    });
    this.packing = options;
    if (options.encryption) this.encryptWith(options.encryption);
  }

  /** The document's catalog. */
  get catalog(): Root {
    return this._root;
  }

  /** Makes an indirect object; a stream when something is written to it, else packed with others. */
  object(data: Record<string, unknown> = {}): PdfRef {
    return this.ref(data) as unknown as PdfRef;
  }

  /** Makes and ends a stream; `deflated` says that the bytes are deflated already. */
  stream(data: Record<string, unknown>, bytes: Uint8Array, deflated = false): PdfRef {
    const packed = deflated ? bytes : this.packing.deflate(bytes);
    const ref = this.object({ ...data, Filter: 'FlateDecode' });
    ref.write(packed);
    ref.end();
    return ref;
  }

  /** Gives the document its metadata: a whole XMP packet. */
  describe(xmp: string): void {
    this.xmp = xmp;
  }

  /** Bytes as a string in the dictionary of a stream, where nobody but us would encrypt them. */
  bytesInStream(bytes: Uint8Array): Uint8Array {
    return this.packing.encryption?.encrypt(bytes) ?? bytes;
  }

  /** Ends the document and returns the file. */
  finish(): Uint8Array {
    this.end();
    if (!this.closing) throw new Error('A PDF object was left open');
    return Buffer.concat(this.chunks);
  }

  override ref(data: object): PDFKit.PDFKitReference {
    const ref = super.ref(data) as unknown as PdfRef;
    const write = ref.finalize.bind(ref);
    ref.finalize = () => (ref.buffer.length ? write() : this.queueObject(ref, write));
    return ref as unknown as PDFKit.PDFKitReference;
  }

  _write(data: Uint8Array | string): void {
    if (this.capture) {
      this.capture.push(data as string);
      return;
    }
    this.chunks ??= [];
    const bytes = typeof data === 'string' ? Buffer.from(`${data}\n`, 'latin1') : data;
    this.chunks.push(bytes);
    this._offset += bytes.length;
  }

  _refEnd(ref: PdfRef): void {
    if (this.capture) return;
    this._offsets[ref.id - 1] = ref.offset ?? null;
    if (--this._waiting === 0 && this._ended) this._finalize();
  }

  override endMetadata(): void {
    if (this.xmp === undefined) return;
    const ref = this.object({ Type: 'Metadata', Subtype: 'XML' }) as PdfRef & { compress: boolean };
    ref.compress = false;
    ref.write(Buffer.from(this.xmp, 'utf8'));
    ref.end();
    this._root.data.Metadata = ref;
  }

  _finalize(): void {
    if (this.closing) return;
    this.closing = true;
    this.flushQueue();
    this.writeCrossReferences(this.writeEncryption());
  }

  /** From here on streams and the strings of their dictionaries are encrypted; packed objects are with the stream around them. */
  private encryptWith({ encrypt, dictionary }: Encryption): void {
    this._security = { getEncryptFn: () => encrypt, end: () => undefined };
    const extension = { BaseVersion: '1.7', ExtensionLevel: 8 };
    this._root.data.Extensions = { ADBE: extension };
    this.encryptionDictionary = dictionary;
  }

  /** Lets PDFKit convert the object to text, and keeps that text for the next object stream. */
  private queueObject(ref: PdfRef, write: () => void): void {
    const parts: string[] = [];
    const security = this._security;
    this.capture = parts;
    this._security = null;
    write();
    this.capture = null;
    this._security = security;
    this.queue ??= [];
    this.queue.push({ id: ref.id, body: parts.slice(1, -1).join('\n') });
    if (this.queue.length >= OBJECTS_PER_STREAM) this.flushQueue();
    this._refEnd(ref);
  }

  private flushQueue(): void {
    const objects = this.queue ?? [];
    if (!objects.length) return;
    this.queue = [];
    const container = this.object({ Type: 'ObjStm', Filter: 'FlateDecode' });
    let head = '';
    let body = '';
    this.packed ??= new Map();
    for (const [index, object] of objects.entries()) {
      head += `${object.id} ${body.length} `;
      body += `${object.body}\n`;
      this.packed.set(object.id, { stream: container.id, index });
    }
    container.data.N = objects.length;
    container.data.First = head.length;
    container.write(this.packing.deflate(Buffer.from(head + body, 'latin1')));
    container.end();
  }

  /** Writes the encryption dictionary, which alone is never encrypted nor packed, and returns its place in the trailer. */
  private writeEncryption(): string {
    if (!this.encryptionDictionary) return '';
    this._security = null;
    const ref = super.ref(this.encryptionDictionary);
    (ref as unknown as PdfRef).finalize();
    return `/Encrypt ${ref}`;
  }

  private writeCrossReferences(encryption: string): void {
    const id = this._offsets.length + 1;
    const rows = Buffer.alloc((id + 1) * ROW);
    rows.writeUInt16BE(0xffff, 5);
    for (let object = 1; object <= id; object++) {
      const place = this.packed.get(object);
      rows[object * ROW] = place ? 2 : 1;
      rows.writeUInt32BE(
        place ? place.stream : object === id ? this._offset : this._offsets[object - 1]!,
        object * ROW + 1,
      );
      rows.writeUInt16BE(place ? place.index : 0, object * ROW + 5);
    }
    const start = this._offset;
    const packed = this.packing.deflate(predictRows(rows));
    const fileId = `<${Buffer.from(this.packing.fileId).toString('hex')}>`;
    this._write(
      `${id} 0 obj\n<</Type/XRef/Size ${id + 1}/W[1 4 2]/Root ${this._root}/Info ${this._info}${encryption}` +
        `/ID[${fileId}${fileId}]/Filter/FlateDecode/DecodeParms<</Columns ${ROW}/Predictor 12>>/Length ${packed.length}>>\nstream`,
    );
    this._write(packed);
    this._write(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF`);
  }
}

/** Bytes of an entry of the cross-reference stream: its type, a place, an index. */
const ROW = 7;

/** Each row as its difference from the row above (PNG's «up», ISO 32000-1, 7.4.4.4): neighbours are nearly alike. */
function predictRows(rows: Uint8Array): Uint8Array {
  const predicted = Buffer.alloc((rows.length / ROW) * (ROW + 1));
  for (let from = 0, to = 0; from < rows.length; from += ROW, to += ROW + 1) {
    predicted[to] = 2;
    for (let i = 0; i < ROW; i++) predicted[to + 1 + i] = rows[from + i]! - (rows[from - ROW + i] ?? 0);
  }
  return predicted;
}
