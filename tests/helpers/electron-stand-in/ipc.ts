import { EventEmitter } from 'node:events';

/** A frame of a page, as ipc shows its sender. */
export interface StandInFrame {
  url: string;
}

/** What an ipc handler is told about its sender. */
export interface SenderEvent {
  sender: { mainFrame: StandInFrame };
  senderFrame: StandInFrame | null;
}

type Handler = (event: SenderEvent, ...args: unknown[]) => unknown;

/** Electron's `ipcMain`: one handler a channel, everything cloned, errors reach the page as text. */
export class IpcMain extends EventEmitter {
  readonly handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }

  /** Sends a message as the page's process would. */
  async invokeFrom(event: SenderEvent, channel: string, ...args: unknown[]): Promise<unknown> {
    const sent = args.map(clone);
    const handler = this.handlers.get(channel);
    if (!handler)
      throw new Error(`Error invoking remote method '${channel}': No handler registered for '${channel}'`);
    try {
      return clone(await handler(event, ...sent));
    } catch (error) {
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`);
    }
  }
}

function clone(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    throw new Error('An object could not be cloned.');
  }
}
