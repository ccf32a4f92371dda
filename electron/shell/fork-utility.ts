import { utilityProcess } from 'electron';
import type { CoreConfig, FromCore } from './core-messages.ts';
import type { CoreTransport } from './core-transport.ts';

/** Starts the core in one of Electron's utility processes; after the app is ready. */
export function forkUtility(entry: string, config: CoreConfig): CoreTransport {
  const child = utilityProcess.fork(entry, [], {
    serviceName: 'valija-core',
    env: { ...process.env, VALIJA_CORE_CONFIG: JSON.stringify(config) },
  });
  return {
    send: message => child.postMessage(message),
    onMessage: listener => child.on('message', message => listener(message as FromCore)),
    onExit: listener => child.once('exit', () => listener()),
    end: () => void child.kill(),
    // A core that is stuck hears no polite signal.
    kill: () => void (child.pid && process.kill(child.pid, 'SIGKILL')),
  };
}
