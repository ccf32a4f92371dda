import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { ExportError } from './export-error.ts';

/** Long work calls it between steps: every few milliseconds it lets the event loop run; throws ExportError `cancelled` once told to stop. */
export type Pace = () => Promise<void> | undefined;

/** A step this long, in milliseconds, is not noticed by whoever else uses the process. */
const SLICE_MS = 12;

/** Makes the pace of one export. */
export function createPace(signal: AbortSignal | undefined): Pace {
  let since = performance.now();
  const rest = async () => {
    await yieldToEventLoop();
    since = performance.now();
    stopIfCancelled(signal);
  };
  return () => {
    stopIfCancelled(signal);
    return performance.now() - since < SLICE_MS ? undefined : rest();
  };
}

/** Throws ExportError `cancelled` when the signal says so. */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new ExportError('cancelled');
}
