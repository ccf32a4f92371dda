import type { nouns, ValijaEvent } from '../../shared/contract/events.ts';

/** What a write may have changed. */
export type Noun = (typeof nouns)[number];

/** Sends the core's events to whoever listens. */
export interface EventBus {
  emit(event: ValijaEvent): void;
  /** Tells listeners what a write changed. */
  changed(...changedNouns: Noun[]): void;
  /** Subscribes; gives the function that ends it. */
  subscribe(listener: (event: ValijaEvent) => void): () => void;
}

/** Makes an event bus; a listener that throws is reported to `log` and does not stop the others. */
export function createEventBus(log: (line: string) => void): EventBus {
  const listeners = new Set<(event: ValijaEvent) => void>();
  const emit = (event: ValijaEvent) => {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        log(`event listener failed: ${String(error)}`);
      }
    }
  };
  return {
    emit,
    changed: (...changedNouns) => emit({ type: 'changed', nouns: changedNouns }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
