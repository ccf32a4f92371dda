import type { nouns } from '../../shared/contract/events.ts';

type Noun = (typeof nouns)[number];

/** For each noun, the beginnings of the calls whose answers it makes stale. */
const staleAfter: Record<Noun, readonly string[]> = {
  library: ['library.'],
  sources: ['sources.', 'search.', 'excerpts.', 'tags.', 'library.'],
  excerpts: ['excerpts.', 'search.', 'tags.', 'sources.', 'library.', 'dossiers.verify'],
  tags: ['tags.'],
  dossiers: ['dossiers.', 'search.', 'library.'],
  sections: ['dossiers.', 'search.', 'library.'],
  exports: ['exports.preset'],
  styles: ['styles.'],
  copies: ['copies.'],
  settings: ['settings.'],
  trash: ['library.'],
};

/** Heavy answers that depend on nothing an edit changes; a replaced original forgets them by itself. */
const kept: readonly string[] = ['sources.file', 'sources.pages', 'dossiers.preview', 'dossiers.templates'];

/** Whether the answer of a call may have changed once these nouns did. */
export function isStaleAfter(call: string, changed: readonly Noun[]): boolean {
  if (kept.includes(call)) return false;
  return changed.some(noun => staleAfter[noun].some(beginning => call.startsWith(beginning)));
}
