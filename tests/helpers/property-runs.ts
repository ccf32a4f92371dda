const TIMES = Math.max(1, Number(process.env.VALIJA_RUNS ?? 1));
/** The usual runs try the same cases everywhere, so that what turns red is a change; VALIJA_RUNS tries others every time. */
const SEED = process.env.VALIJA_RUNS ? {} : { seed: 20_181_003 };

/**
 * How a property is tried: so many runs, or as many times more as the environment's VALIJA_RUNS says. A failure is told at once,
 * with the seed and path that repeat it: to look for a smaller one takes minutes where every run lays out a document.
 */
export function tried(usual: number): { numRuns: number; endOnFailure: true; seed?: number } {
  return { numRuns: usual * TIMES, endOnFailure: true, ...SEED };
}

/** Milliseconds that a property may take, on a machine busy with other things. */
export const PATIENCE = 240_000 * TIMES;
