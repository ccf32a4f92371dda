/** Passes events on, and keeps those that come before anyone listens. */
export interface EventQueue<E> {
  push(event: E): void;
  /** Subscribes; the first listener gets what was kept. Gives the function that ends it. */
  onEvent(listener: (event: E) => void): () => void;
}

/** Makes an empty queue. */
export function createEventQueue<E>(): EventQueue<E> {
  const listeners = new Set<(event: E) => void>();
  let kept: E[] | null = [];
  return {
    push: event => {
      if (kept) return void kept.push(event);
      for (const listener of listeners) listener(event);
    },
    onEvent: listener => {
      listeners.add(listener);
      const waiting = kept ?? [];
      kept = null;
      for (const event of waiting) listener(event);
      return () => listeners.delete(listener);
    },
  };
}
