import type { SaveState } from './part-saver.ts';

/** How each part stands, outside React, so that saving repaints only who shows it. */
export interface SaveStateStore {
  /** How one part stands; «saved» when nothing was ever changed. */
  of(id: string): SaveState;
  /** How the dossier stands: the worst of its parts. */
  worst(): SaveState;
  set(id: string, state: SaveState): void;
  subscribe(listener: () => void): () => void;
}

const order: readonly SaveState[] = ['saved', 'waiting', 'saving', 'failed', 'conflict'];

/** Makes an empty {@link SaveStateStore}. */
export function createSaveStateStore(): SaveStateStore {
  const states = new Map<string, SaveState>();
  const listeners = new Set<() => void>();
  return {
    of: id => states.get(id) ?? 'saved',
    worst: () => order[Math.max(0, ...[...states.values()].map(state => order.indexOf(state)))] ?? 'saved',
    set(id, state) {
      if (states.get(id) === state) return;
      states.set(id, state);
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
