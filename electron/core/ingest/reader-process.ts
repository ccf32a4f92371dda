import { fork } from 'node:child_process';
import type { EventEmitter } from 'node:events';
import type { ParseRequest } from './worker-messages.ts';

/**
 * A process that reads documents, as the parser uses it: events `message`, `error` and `exit` (code, signal). Node's
 * `ChildProcess` is one; in Electron the shell starts them and passes their messages on.
 */
export interface ReaderProcess extends EventEmitter {
  /** Undefined until the process runs. */
  readonly pid?: number;
  send(request: ParseRequest, sent: (error: Error | null) => void): boolean;
  kill(signal: 'SIGKILL'): boolean;
}

/** Starts one process that reads documents; `memoryLimitMb` bounds its JavaScript memory where the platform can. */
export type StartReader = (memoryLimitMb: number) => ReaderProcess;

/** Starts such a process with Node. */
export function forkReader(workerPath: string, memoryLimitMb: number): ReaderProcess {
  return fork(workerPath, [], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${memoryLimitMb}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}
