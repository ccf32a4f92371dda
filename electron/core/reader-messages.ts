/** What the core asks of a shell that starts the readers for it: by number, start one, pass a message on, end it. */
export type ReaderRequest =
  | { reader: number; start: { memoryLimitMb: number } }
  | { reader: number; send: unknown }
  | { reader: number; kill: true };

/** What the shell reports of a reader: that it runs, what it said, that it ended. */
export type ReaderReport =
  | { reader: number; pid: number }
  | { reader: number; message: unknown }
  | { reader: number; exit: number };
