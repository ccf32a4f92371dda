import { inflateSync } from 'node:zlib';

/** Larger streams, bytes when inflated, are left to pdf.js's own decoder. */
const MOST_INFLATED = 64 * 2 ** 20;

/**
 * Stands in for the web's DecompressionStream as pdf.js uses it (Compression Streams: write all, close, read all): one call of zlib
 * instead of a chain of streams, which cost a tenth of the reading. Only 'deflate'; throws for other formats and fails to be read
 * for damaged data, and pdf.js then decodes for itself.
 */
export class InflateStream {
  #written: Uint8Array[] = [];
  #inflated: Uint8Array | null = null;

  constructor(format: string) {
    if (format !== 'deflate') throw new TypeError(`unsupported format: ${format}`);
  }

  writable = {
    getWriter: () => ({
      write: async (bytes: Uint8Array) => {
        this.#written.push(bytes);
      },
      close: async () => {},
    }),
  };

  readable = {
    getReader: () => ({ read: async () => this.#read() }),
  };

  #read(): { value: Uint8Array | undefined; done: boolean } {
    if (this.#inflated) return { value: undefined, done: true };
    const bytes = this.#written.length === 1 ? this.#written[0]! : Buffer.concat(this.#written);
    const buffer = inflateSync(bytes, { maxOutputLength: MOST_INFLATED });
    this.#inflated = new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
    return { value: this.#inflated, done: false };
  }
}
