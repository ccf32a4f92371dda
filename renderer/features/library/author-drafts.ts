import type { Name } from '../../../shared/model/common.ts';

/** A name while it is typed: both forms are kept, so that turning a person into an institution loses nothing. */
export interface AuthorDraft {
  kind: 'person' | 'institution';
  family: string;
  given: string;
  literal: string;
}

/** The draft of a stored name. */
export function draftOf(name: Name): AuthorDraft {
  if ('literal' in name) return { kind: 'institution', family: '', given: '', literal: name.literal };
  return { kind: 'person', family: name.family, given: name.given, literal: '' };
}

/** Turns a person into an institution and back, carrying over the words. */
export function turnAuthor(draft: AuthorDraft): AuthorDraft {
  if (draft.kind === 'person') {
    const words = [draft.given, draft.family].filter(Boolean).join(' ');
    return { ...draft, kind: 'institution', literal: words || draft.literal };
  }
  return { ...draft, kind: 'person', family: draft.family || draft.literal };
}

/** The names that can be stored: those that are still empty are left out. */
export function namesOf(drafts: readonly AuthorDraft[]): Name[] {
  return drafts.flatMap<Name>(draft => {
    const family = draft.family.trim();
    const literal = draft.literal.trim();
    if (draft.kind === 'institution') return literal ? [{ literal }] : [];
    return family ? [{ family, given: draft.given.trim() }] : [];
  });
}
