import type { FromCore, ToCore } from './core-messages.ts';

/** A running core process, seen as a line for messages; one for Electron's utility process, one for Node's child process. */
export interface CoreTransport {
  /** Sends a message; throws when it cannot be cloned, says nothing when the process is gone. */
  send(message: ToCore): void;
  onMessage(listener: (message: FromCore) => void): void;
  /** Called once, when the process has ended for whatever reason. */
  onExit(listener: () => void): void;
  /** Asks the process to end by itself. */
  end(): void;
  /** Ends the process at once. */
  kill(): void;
}

/** Starts one core process. */
export type StartTransport = () => CoreTransport;
