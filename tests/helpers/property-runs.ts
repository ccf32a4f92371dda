const TIMES = Math.max(1, Number(process.env.VALIJA_RUNS ?? 1));

/**
 * How a property is tried: so many runs, or as many times more as the environment's VALIJA_RUNS says. A failure is told at once,
 * with the seed and path that repeat it: to look for a smaller one takes minutes where every run lays out a document.
 */
export function tried(usual: number): { numRuns: number; endOnFailure: true } {
  return { numRuns: usual * TIMES, endOnFailure: true };
}

/** Milliseconds that a property may take, on a machine busy with other things. */
export const PATIENCE = 240_000 * TIMES;
