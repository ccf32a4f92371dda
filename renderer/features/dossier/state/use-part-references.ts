import { useMemo, useSyncExternalStore } from 'react';
import { useDossierWork } from './dossier-work.tsx';
import { countQuotes, type QuoteCounts } from './quote-counts.ts';
import { readReferences, type TextReferences } from './text-references.ts';

/** What a part refers to, and how its quotes stand. */
export type PartReferences = TextReferences & { counts: QuoteCounts };

/** What each part of the dossier refers to, by part; the part being written as it is written now. */
export function usePartReferences(): ReadonlyMap<string, PartReferences> {
  const { dossier, drafts, quotes } = useDossierWork();
  const draft = useSyncExternalStore(drafts.subscribe, drafts.readReferences);
  return useMemo(() => {
    const all = new Map<string, PartReferences>();
    for (const { id, text } of dossier.sections) {
      const references = id === draft?.sectionId ? draft.references : readReferences(text);
      all.set(id, { ...references, counts: countQuotes(references.excerptIds, quotes.statusOf) });
    }
    return all;
  }, [dossier.sections, draft, quotes]);
}
