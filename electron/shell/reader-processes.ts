import { type UtilityProcess, utilityProcess } from 'electron';
import { z } from 'zod';
import type { ReaderReport } from '../core/reader-messages.ts';
import { endNow } from './end-now.ts';

const requestSchema = z.union([
  z.object({ reader: z.number(), start: z.object({ memoryLimitMb: z.number().int().positive() }) }),
  z.object({ reader: z.number(), send: z.unknown() }),
  z.object({ reader: z.number(), kill: z.literal(true) }),
]);

/** The processes that read documents for one core: utility processes, which the main process alone can start. */
export interface ReaderProcesses {
  /** Does what the core asks, if it is about a reader; whether it was. */
  receive(message: unknown): boolean;
  /** Ends all of them, when their core has ended. */
  endAll(): void;
}

/** Keeps the readers of one core. `entry` is the only program they run; `report` tells the core. */
export function createReaderProcesses(
  entry: string,
  report: (report: ReaderReport) => void,
): ReaderProcesses {
  const running = new Map<number, UtilityProcess>();
  return {
    receive: message => {
      if (typeof message !== 'object' || message === null || !('reader' in message)) return false;
      const request = requestSchema.parse(message);
      if ('start' in request) start(running, entry, request.reader, request.start.memoryLimitMb, report);
      else if ('kill' in request) endReader(running, request.reader);
      else running.get(request.reader)?.postMessage(request.send);
      return true;
    },
    endAll: () => {
      for (const child of running.values()) endNow(child);
    },
  };
}

function start(
  running: Map<number, UtilityProcess>,
  entry: string,
  reader: number,
  memoryLimitMb: number,
  report: (report: ReaderReport) => void,
): void {
  const child = utilityProcess.fork(entry, [], {
    serviceName: 'valija-reader',
    stdio: 'ignore',
    execArgv: [`--max-old-space-size=${memoryLimitMb}`],
  });
  running.set(reader, child);
  child.once('spawn', () => child.pid !== undefined && report({ reader, pid: child.pid }));
  child.on('message', message => report({ reader, message }));
  child.once('exit', exit => {
    running.delete(reader);
    report({ reader, exit });
  });
}

function endReader(running: Map<number, UtilityProcess>, reader: number): void {
  const child = running.get(reader);
  if (child) endNow(child);
}
