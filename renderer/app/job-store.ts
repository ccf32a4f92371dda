import type { Job } from '../../shared/model/job.ts';

/** The jobs the window knows of, outside React so that events before the first paint are kept. */
export interface JobStore {
  /** Jobs that are not dismissed, oldest first; the same array until something changes. */
  read(): readonly Job[];
  /** A job by its id, dismissed or not. */
  find(id: string): Job | undefined;
  put(job: Job): void;
  /** Adds jobs from a list without overwriting what events have told since. */
  load(jobs: readonly Job[]): void;
  dismiss(ids: readonly string[]): void;
  subscribe(listener: () => void): () => void;
}

/** Makes an empty {@link JobStore}. */
export function createJobStore(): JobStore {
  const known = new Map<string, Job>();
  const dismissed = new Set<string>();
  const listeners = new Set<() => void>();
  let shown: readonly Job[] = [];

  function publish(): void {
    shown = [...known.values()].filter(job => !dismissed.has(job.id));
    for (const listener of [...listeners]) listener();
  }

  return {
    read: () => shown,
    find: id => known.get(id),
    put(job) {
      // An ended job stays ended: a late answer of «jobs.get» must not wake it.
      const before = known.get(job.id);
      if (before && before.state !== 'running' && job.state === 'running') return;
      known.set(job.id, job);
      publish();
    },
    load(jobs) {
      for (const job of jobs) if (!known.has(job.id)) known.set(job.id, job);
      publish();
    },
    dismiss(ids) {
      for (const id of ids) dismissed.add(id);
      publish();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
