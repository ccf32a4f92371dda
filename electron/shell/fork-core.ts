import { fork } from 'node:child_process';
import type { CoreConfig, FromCore } from './core-messages.ts';
import type { CoreTransport } from './core-transport.ts';

/** Starts the core as a child process of Node, with messages cloned as a structured clone does. */
export function forkCore(entry: string, config: CoreConfig): CoreTransport {
  const child = fork(entry, [], {
    serialization: 'advanced',
    // A test runner's own loaders are not the core's.
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, VALIJA_CORE_CONFIG: JSON.stringify(config) },
  });
  return {
    // The call's answer on a broken channel is the exit, so the error itself tells nothing new.
    send: message => void (child.connected && child.send(message, () => {})),
    onMessage: listener => child.on('message', message => listener(message as FromCore)),
    onExit: listener => {
      let told = false;
      const tell = () => {
        if (told) return;
        told = true;
        listener();
      };
      child.once('exit', tell);
      child.once('error', tell);
    },
    end: () => void (child.connected && child.disconnect()),
    kill: () => void child.kill('SIGKILL'),
  };
}
