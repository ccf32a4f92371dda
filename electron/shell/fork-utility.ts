import { utilityProcess } from 'electron';
import type { ReaderReport } from '../core/reader-messages.ts';
import type { CoreConfig, FromCore, ToCore } from './core-messages.ts';
import type { CoreTransport } from './core-transport.ts';
import { endNow } from './end-now.ts';
import { createReaderProcesses } from './reader-processes.ts';

/** Starts the core in one of Electron's utility processes, and for it the readers it asks for; after the app is ready. */
export function forkUtility(entry: string, config: CoreConfig & { workerPath: string }): CoreTransport {
  const child = utilityProcess.fork(entry, [], {
    serviceName: 'valija-core',
    env: { ...process.env, VALIJA_CORE_CONFIG: JSON.stringify(config) },
  });
  let alive = true;
  const post = (message: ToCore | ReaderReport) => {
    // What still arrives from a reader when the core is gone is for nobody.
    if (alive) child.postMessage(message);
  };
  const readers = createReaderProcesses(config.workerPath, post);
  child.once('exit', () => {
    alive = false;
    readers.endAll();
  });
  return {
    send: post,
    onMessage: listener =>
      child.on('message', message => {
        if (!readers.receive(message)) listener(message as FromCore);
      }),
    onExit: listener => child.once('exit', () => listener()),
    end: () => void child.kill(),
    kill: () => endNow(child),
  };
}
