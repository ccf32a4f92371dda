/** What a figure must reach, and which of its statistics is held against it. */
export interface Target {
  on: 'median' | 'p95';
  limit: number;
  /** Where the limit comes from, for the reader of the table. */
  because: string;
}

/** One thing measured several times; `samples` is null where a peer is not on this machine. */
export interface Measurement {
  group: string;
  name: string;
  unit: 'pages/s' | 'ms' | 'MB' | 'pages' | 'rows';
  better: 'higher' | 'lower';
  samples: readonly number[] | null;
  target?: Target;
  note?: string;
}

/** A measurement with its statistics, as it is written to the JSON file; `met` is null where there is no target. */
export interface Summary extends Omit<Measurement, 'samples'> {
  runs: number;
  median: number | null;
  p95: number | null;
  met: boolean | null;
  missing: boolean;
}

/** One group of measurements, named as `--only` names it. */
export interface Benchmark {
  name: string;
  measure(tell: (line: string) => void): Promise<Measurement[]>;
}

/** The value below which a share of the samples lies (nearest rank); NaN without samples. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle of the samples, between the two middle ones where their number is even. */
export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[half] ?? Number.NaN;
  return ((sorted[half - 1] ?? Number.NaN) + (sorted[half] ?? Number.NaN)) / 2;
}

/** Gives a measurement its statistics. The p95 is of the bad side: the slow end of times, the low end of speeds. */
export function summarise({ samples, ...measurement }: Measurement): Summary {
  if (samples === null || samples.length === 0) {
    return { ...measurement, runs: 0, median: null, p95: null, met: null, missing: true };
  }
  const slow = measurement.better === 'lower' ? 0.95 : 0.05;
  const statistics = { median: median(samples), p95: quantile(samples, slow) };
  return {
    ...measurement,
    runs: samples.length,
    ...statistics,
    met: meets(measurement, statistics),
    missing: false,
  };
}

function meets(
  { target, better }: Omit<Measurement, 'samples'>,
  statistics: { median: number; p95: number },
): boolean | null {
  if (!target) return null;
  const value = statistics[target.on];
  return better === 'lower' ? value <= target.limit : value >= target.limit;
}

/** Milliseconds that a piece of work takes, and what it gives. */
export async function time<T>(work: () => T | Promise<T>): Promise<{ ms: number; value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}
