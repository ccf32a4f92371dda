/** What pdf.js sends between its two halves. */
interface PdfMessage {
  /** Present in the pieces of a stream. */
  chunk?: unknown;
}

type Listener = (event: { data: unknown }) => void;

/**
 * The channel between pdf.js and its worker when both are in this process, for `new PDFWorker({ port })`: as its own one, but the pieces
 * of a page's text, which are most of what is sent, are handed over instead of copied.
 */
export class LocalPort {
  #listeners = new Set<Listener>();

  postMessage(message: unknown, transfer?: ArrayBuffer[] | null): void {
    const data = handOver(message) ?? structuredClone(message, { transfer: transfer ?? [] });
    queueMicrotask(() => {
      for (const listener of this.#listeners) listener({ data });
    });
  }

  addEventListener(_type: string, listener: Listener, options?: { signal?: AbortSignal }): void {
    this.#listeners.add(listener);
    options?.signal?.addEventListener('abort', () => this.#listeners.delete(listener));
  }

  removeEventListener(_type: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }
}

/**
 * A message that needs no copy, or null: one of plain values, made to be sent, or a piece of text, of which the worker goes on with a
 * fresh list of items, but in the same object.
 */
function handOver(message: unknown): PdfMessage | null {
  const known = message as PdfMessage;
  if (Object.values(known).every(value => typeof value !== 'object')) return known;
  const { chunk } = known;
  if (typeof chunk !== 'object' || chunk === null || !('items' in chunk)) return null;
  return { ...known, chunk: { ...chunk } };
}
