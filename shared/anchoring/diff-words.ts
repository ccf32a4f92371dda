import { diffArrays } from 'diff';

/** One stretch of a difference between a quotation and what its source says now. */
export interface Difference {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

const TOKENS = /[\p{L}\p{M}\p{N}]+|\s+|./gsu;

/** More edits than this and the texts have nothing to do with each other: shown as one removal and one addition. */
const MOST_EDITS = 1500;

/** Compares two texts word by word: the `same` and `removed` parts make up `before`, the `same` and `added` parts `after`. */
export function diffWords(before: string, after: string): Difference[] {
  const changes = diffArrays(before.match(TOKENS) ?? [], after.match(TOKENS) ?? [], {
    maxEditLength: MOST_EDITS,
  });
  if (!changes) return replaceWhole(before, after);
  return changes.map(change => ({
    kind: change.added ? 'added' : change.removed ? 'removed' : 'same',
    text: change.value.join(''),
  }));
}

function replaceWhole(before: string, after: string): Difference[] {
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
}
