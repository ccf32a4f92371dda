import type { ValijaEvent } from '../../shared/contract/events.ts';

/** The system's wish to open a file: a double click in the file manager, or an argument at the start. */
export type FileRequest = Extract<ValijaEvent, { type: 'openFile' }>;

/** Hands each request to the listener, and keeps the last one while nobody listens yet. */
export function createFileRequests() {
  let listener: ((request: FileRequest) => void) | null = null;
  let waiting: FileRequest | null = null;
  return {
    put(request: FileRequest): void {
      if (listener) listener(request);
      else waiting = request;
    },
    subscribe(next: (request: FileRequest) => void): () => void {
      listener = next;
      if (waiting) next(waiting);
      waiting = null;
      return () => {
        if (listener === next) listener = null;
      };
    },
  };
}
