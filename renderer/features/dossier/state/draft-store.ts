import type { Node } from 'prosemirror-model';
import { areSameReferences, readNodeReferences, type TextReferences } from './text-references.ts';

/** The text of the part that is being written, as the editor has it now. */
export interface Draft {
  sectionId: string;
  text: Node;
}

/** What the {@link Draft} refers to. */
export interface DraftReferences {
  sectionId: string;
  references: TextReferences;
}

/** Holds the {@link Draft} outside React, so that a keystroke repaints only who follows it. */
export interface DraftStore {
  read(): Draft | null;
  /** The same object until a keystroke changes what the text refers to, so that who follows this seldom repaints. */
  readReferences(): DraftReferences | null;
  write(draft: Draft): void;
  subscribe(listener: () => void): () => void;
}

/** Makes an empty {@link DraftStore}. */
export function createDraftStore(): DraftStore {
  let draft: Draft | null = null;
  let referred: DraftReferences | null = null;
  const listeners = new Set<() => void>();
  return {
    read: () => draft,
    readReferences: () => referred,
    write(next) {
      draft = next;
      const references = readNodeReferences(next.text);
      const isSame =
        referred?.sectionId === next.sectionId && areSameReferences(referred.references, references);
      if (!isSame) referred = { sectionId: next.sectionId, references };
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
