import { Failure } from '../../../shared/contract/result.ts';

/** Lets waiting calls go first; throws `cancelled` where the job was asked to stop. */
export async function pause(signal: AbortSignal): Promise<void> {
  stopIfAborted(signal);
  await new Promise(resolve => setImmediate(resolve));
  stopIfAborted(signal);
}

/** Throws `cancelled` where the job was asked to stop. */
export function stopIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new Failure('cancelled');
}
