import type { Dossier } from '../../../../shared/model/dossier.ts';

/**
 * What of a stored dossier the preview prints, as one string: it stays the same when only the part being written was
 * saved, whose text the preview has already had from the editor.
 */
export function describePrinted(dossier: Dossier, draftId: string | null): string {
  const { sections, updatedAt: _updatedAt, quoteCount: _quoteCount, ...details } = dossier;
  const parts = sections.map(({ id, title, included, disclosure, marking, revision }) =>
    id === draftId
      ? [id, title, included, disclosure, marking]
      : [id, title, included, disclosure, marking, revision],
  );
  return JSON.stringify([details, parts]);
}
