import type { ValijaEvent } from './events.ts';
import type { GrantedFile } from './shell-calls.ts';

/**
 * What a shell puts at `window.valija`: the only way out of the window. Values are plain data and bytes;
 * `call` answers a `Result` whose types `renderer/api.ts` takes from the contract. `DroppedFile` is the DOM's `File` in the window.
 */
export interface ValijaBridge<DroppedFile = unknown> {
  call(name: string, input: unknown): Promise<unknown>;
  /** Subscribes to events; gives the function that ends it. */
  onEvent(listener: (event: ValijaEvent) => void): () => void;
  /** Lets the program read a file that the user dropped on the window, or a picture pasted into it; rejects with an `Error` whose message is an error code. */
  grantDropped(file: DroppedFile): Promise<GrantedFile>;
}
