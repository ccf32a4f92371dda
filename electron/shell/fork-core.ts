import { fork } from 'node:child_process';
import type { CoreConfig, FromCore } from './core-messages.ts';
import type { CoreTransport } from './core-transport.ts';

/** Starts the core as a child process of Node, with messages cloned as a structured clone does; `compileCache` is a folder. */
export function forkCore(entry: string, config: CoreConfig, compileCache?: string): CoreTransport {
  const child = fork(entry, [], {
    serialization: 'advanced',
    // A test runner's own loaders are not the core's.
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...(compileCache === undefined ? {} : { NODE_COMPILE_CACHE: compileCache }),
      ...process.env,
      VALIJA_CORE_CONFIG: JSON.stringify(config),
    },
  });
  let ended = false;
  const listeners: (() => void)[] = [];
  const tell = () => {
    if (ended) return;
    ended = true;
    for (const listener of listeners) listener();
  };
  child.once('exit', tell);
  child.once('error', tell);
  return {
    // The call's answer on a broken channel is the exit, so the error itself tells nothing new.
    send: message => void (child.connected && child.send(message, () => {})),
    onMessage: listener => child.on('message', message => listener(message as FromCore)),
    // Whoever begins to watch after the end is told of it too.
    onExit: listener => void (ended ? queueMicrotask(listener) : listeners.push(listener)),
    end: () => void (child.connected && child.disconnect()),
    kill: () => void child.kill('SIGKILL'),
  };
}
