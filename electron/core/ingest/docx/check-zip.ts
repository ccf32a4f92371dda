import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { IngestError } from '../ingest-error.ts';

/** What an office file may hold at most; sizes as inflated, because declared sizes lie. */
export interface ZipBounds {
  entries: number;
  xmlBytes: number;
  elements: number;
  depth: number;
}

/** A document of 2,000 pages stays below; what exceeds it aborts every parser. */
export const ZIP_BOUNDS: ZipBounds = {
  entries: 10_000,
  xmlBytes: 120_000_000,
  elements: 1_200_000,
  depth: 300,
};

/** The XML parts that a reader asks for; pictures and fonts are never inflated. */
const READ_PARTS = /(?:\.xml|\.rels)$/i;
/** Parts worth keeping from the check: the document's properties. */
const KEPT_PART = 'docProps/core.xml';
const KEPT_BYTES = 1_000_000;

/**
 * Inflates the XML parts of an office file once, counting, before any parser sees them. Returns the text of the core properties ('' when
 * there are none). Throws IngestError 'damaged' for a broken archive, 'outOfMemory' for a bomb.
 */
export async function checkZip(data: Buffer, bounds: ZipBounds = ZIP_BOUNDS): Promise<string> {
  const zip = await openZip(data);
  const counter = new XmlCounter(bounds);
  let properties = '';
  try {
    if (zip.entryCount > bounds.entries) throw new IngestError('outOfMemory', { entries: zip.entryCount });
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new IngestError('encrypted');
      if (!READ_PARTS.test(entry.fileName)) continue;
      const kept = await readPart(zip, entry, counter);
      if (entry.fileName === KEPT_PART) properties = kept;
    }
  } catch (error) {
    throw error instanceof IngestError ? error : new IngestError('damaged', {}, error);
  }
  return properties;
}

/** Opens an archive in memory. Throws IngestError 'damaged' when it is not one, or not whole. */
export async function openZip(data: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(data, { lazyEntries: true });
  } catch (error) {
    throw new IngestError('damaged', {}, error);
  }
}

async function readPart(zip: ZipFile, entry: Entry, counter: XmlCounter): Promise<string> {
  const stream: Readable = await zip.openReadStreamPromise(entry);
  const kept: Buffer[] = [];
  let size = 0;
  counter.beginPart();
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    counter.count(chunk);
    size += chunk.length;
    if (entry.fileName === KEPT_PART && size <= KEPT_BYTES) kept.push(chunk);
  }
  return Buffer.concat(kept).toString('utf8');
}

/** Counts bytes, elements and depth of XML as it streams by, without parsing it. */
class XmlCounter {
  #bounds: ZipBounds;
  #bytes = 0;
  #elements = 0;
  #depth = 0;
  #previous = 0;

  constructor(bounds: ZipBounds) {
    this.#bounds = bounds;
  }

  beginPart(): void {
    this.#depth = 0;
    this.#previous = 0;
  }

  count(chunk: Uint8Array): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#bounds.xmlBytes) throw new IngestError('outOfMemory', { bytes: this.#bytes });
    let previous = this.#previous;
    for (const byte of chunk) {
      if (previous === LESS) this.#enter(byte);
      else if (previous === SLASH && byte === GREATER) this.#depth--;
      previous = byte;
    }
    this.#previous = previous;
    if (this.#elements > this.#bounds.elements)
      throw new IngestError('outOfMemory', { elements: this.#elements });
  }

  #enter(byte: number): void {
    if (byte === SLASH) this.#depth--;
    else if (byte !== QUESTION && byte !== EXCLAMATION) {
      this.#elements++;
      if (++this.#depth > this.#bounds.depth) throw new IngestError('outOfMemory', { depth: this.#depth });
    }
  }
}

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const QUESTION = 0x3f;
const EXCLAMATION = 0x21;
