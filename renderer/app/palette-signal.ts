const listeners = new Set<() => void>();

/** Opens the command palette. */
export function openPalette(): void {
  for (const listener of listeners) listener();
}

/** Hears of {@link openPalette}; gives the function that ends it. */
export function onOpenPalette(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
