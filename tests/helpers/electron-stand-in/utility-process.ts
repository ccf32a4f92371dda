import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { resolve } from 'node:path';
import type { StandInApp } from './stand-in.ts';

interface ForkOptions {
  env?: NodeJS.ProcessEnv;
  serviceName?: string;
}

const child = resolve(import.meta.dirname, 'utility-child.ts');

/** A utility process: a real process, whose entry sees `process.parentPort` and no `process.send`. */
export class StandInUtility extends EventEmitter {
  readonly entry: string;
  readonly serviceName: string | undefined;
  readonly process: ChildProcess;
  /** Known once the process has started, as in Electron; undefined again when it has ended. */
  pid: number | undefined;

  constructor(entry: string, args: string[], options: ForkOptions) {
    super();
    this.entry = entry;
    this.serviceName = options.serviceName;
    this.process = fork(child, [entry, ...args], {
      env: options.env,
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.process.on('message', message => this.emit('message', message));
    this.process.once('spawn', () => {
      this.pid = this.process.pid;
      this.emit('spawn');
    });
    this.process.once('exit', code => {
      this.pid = undefined;
      this.emit('exit', code ?? 0);
    });
  }

  postMessage(message: unknown): void {
    const sent = structuredClone(message);
    if (this.process.connected) this.process.send(sent as object, () => {});
  }
  kill(): boolean {
    return this.process.kill();
  }
}

/** Electron's `utilityProcess`. */
export function createUtilityProcess(app: StandInApp, started: StandInUtility[]) {
  return {
    fork: (entry: string, args: string[] = [], options: ForkOptions = {}): StandInUtility => {
      if (!app.ready) throw new Error('utilityProcess.fork cannot be called before app is ready');
      const utility = new StandInUtility(entry, args, options);
      started.push(utility);
      return utility;
    },
  };
}
