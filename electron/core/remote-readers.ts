import { EventEmitter } from 'node:events';
import type { ReaderProcess, StartReader } from './ingest/reader-process.ts';
import type { ParseRequest } from './ingest/worker-messages.ts';
import type { ReaderReport, ReaderRequest } from './reader-messages.ts';

/** Readers that the shell starts for the core: Electron lets its main process alone start others. */
export interface RemoteReaders {
  start: StartReader;
  /** Takes a message of the shell if it is about a reader; whether it was. */
  receive(message: unknown): boolean;
}

/** Makes the readers' side in the core; `send` takes messages to the shell. */
export function createRemoteReaders(send: (request: ReaderRequest) => void): RemoteReaders {
  const readers = new Map<number, RemoteReader>();
  let next = 1;
  return {
    start: memoryLimitMb => {
      const number = next++;
      const reader = new RemoteReader(number, send);
      readers.set(number, reader);
      send({ reader: number, start: { memoryLimitMb } });
      return reader;
    },
    receive: message => {
      if (!isReport(message)) return false;
      readers.get(message.reader)?.take(message);
      if ('exit' in message) readers.delete(message.reader);
      return true;
    },
  };
}

class RemoteReader extends EventEmitter implements ReaderProcess {
  pid?: number;
  #number: number;
  #tell: (request: ReaderRequest) => void;

  constructor(number: number, tell: (request: ReaderRequest) => void) {
    super();
    this.#number = number;
    this.#tell = tell;
  }

  send(request: ParseRequest): boolean {
    this.#tell({ reader: this.#number, send: request });
    return true;
  }

  kill(): boolean {
    this.#tell({ reader: this.#number, kill: true });
    return true;
  }

  take(report: ReaderReport): void {
    if ('pid' in report) this.pid = report.pid;
    else if ('message' in report) this.emit('message', report.message);
    else this.emit('exit', report.exit, null);
  }
}

function isReport(message: unknown): message is ReaderReport {
  return typeof message === 'object' && message !== null && 'reader' in message;
}
