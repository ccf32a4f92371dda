/** The way to the process that started the core, the same for both shells. */
export interface ParentChannel {
  /** Whether the parent starts processes for this one (Electron), since it may not itself. */
  startsProcesses: boolean;
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** The parent is gone or asks for the end. */
  onEnd(listener: () => void): void;
}

/** Electron's `process.parentPort` in a utility process, as far as it is used here (the core imports no Electron). */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
}

/** Connects over Electron's `parentPort` or Node's `process.send`, whichever this process has; throws where it has neither. */
export function connectParent(): ParentChannel {
  const port = readParentPort();
  if (port) {
    return {
      startsProcesses: true,
      send: message => port.postMessage(message),
      onMessage: listener => port.on('message', event => listener(event.data)),
      onEnd: listener => {
        port.on('close', listener);
        process.once('SIGTERM', listener);
      },
    };
  }
  if (!process.send) throw new Error('the core process needs a parent process');
  return {
    startsProcesses: false,
    send: message => {
      if (process.connected) process.send?.(message);
    },
    onMessage: listener => process.on('message', listener),
    onEnd: listener => {
      process.once('disconnect', listener);
      process.once('SIGTERM', listener);
    },
  };
}

function readParentPort(): ParentPort | null {
  const port: unknown = 'parentPort' in process ? process.parentPort : null;
  return (port as ParentPort | undefined) ?? null;
}
