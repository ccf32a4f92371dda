import { createContext, useContext } from 'react';
import type { Dossier, Section, Template } from '../../../../shared/model/dossier.ts';
import type { MarkingLevel, MarkingScheme } from '../../../../shared/model/marking.ts';
import type { EditorHandle } from '../editor/editor-handle.ts';
import type { DraftStore } from './draft-store.ts';
import type { DossierQuotes } from './use-dossier-quotes.ts';
import type { PartSaving } from './use-part-saver.ts';

/** What the panes of a dossier's screen share. */
export interface DossierWork {
  dossier: Dossier;
  template: Template | null;
  schemes: readonly MarkingScheme[];
  /** The levels that paragraphs and parts of this dossier may bear; empty until the dossier has a scheme. */
  levels: readonly MarkingLevel[];
  /** The part that is being written; null only in a dossier without parts. */
  part: Section | null;
  selectPart(id: string): void;
  saving: PartSaving;
  quotes: DossierQuotes;
  drafts: DraftStore;
  editor: EditorHandle;
}

const WorkContext = createContext<DossierWork | null>(null);

/** Gives the panes of a dossier's screen what they share. */
export const DossierWorkProvider = WorkContext.Provider;

/** What the panes of a dossier's screen share. */
export function useDossierWork(): DossierWork {
  const work = useContext(WorkContext);
  if (!work) throw new Error('useDossierWork outside DossierWorkProvider');
  return work;
}
