import type { Node } from 'prosemirror-model';

/** The text of the part that is being written, as the editor has it now. */
export interface Draft {
  sectionId: string;
  text: Node;
}

/** Holds the {@link Draft} outside React, so that a keystroke repaints only who follows it. */
export interface DraftStore {
  read(): Draft | null;
  write(draft: Draft | null): void;
  subscribe(listener: () => void): () => void;
}

/** Makes an empty {@link DraftStore}. */
export function createDraftStore(): DraftStore {
  let draft: Draft | null = null;
  const listeners = new Set<() => void>();
  return {
    read: () => draft,
    write(next) {
      draft = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
