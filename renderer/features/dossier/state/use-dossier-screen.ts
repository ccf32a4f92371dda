import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Dossier, Section } from '../../../../shared/model/dossier.ts';
import type { MarkingScheme } from '../../../../shared/model/marking.ts';
import { isWithoutLibrary, useCall } from '../../../api.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { useNavigation } from '../../../app/navigation.tsx';
import { useToasts } from '../../../app/toasts.tsx';
import { EditorHandle } from '../editor/editor-handle.ts';
import type { DossierWork } from './dossier-work.tsx';
import { createDraftStore, type DraftStore } from './draft-store.ts';
import { readReferences } from './text-references.ts';
import { useDossierQuotes } from './use-dossier-quotes.ts';
import { type PartSaving, usePartSaver } from './use-part-saver.ts';

/** The tabs of the right pane. */
export type SideTab = 'excerpts' | 'preview' | 'details' | 'check';

/** A dossier's screen: what its panes share, and what it shows itself. */
export interface DossierScreenState {
  /** Null until everything is read. */
  work: DossierWork | null;
  isMissing: boolean;
  tab: SideTab;
  setTab: (tab: SideTab) => void;
  /** What is open over the panes. */
  open: 'export' | 'issueLog' | null;
  setOpen: (open: DossierScreenState['open']) => void;
  /** Changes when the shown part's stored text must replace the one in the editor. */
  generation: number;
}

/** Reads a dossier and keeps its screen. */
export function useDossierScreen(dossierId: string, sectionId: string | undefined): DossierScreenState {
  const dossier = useCall('dossiers.get', { id: dossierId });
  const schemes = useCall('markings.list', {});
  const templates = useCall('dossiers.templates', {});
  const { navigate } = useNavigation();
  const [tab, setTab] = useKeptTab();
  const [open, setOpen] = useState<DossierScreenState['open']>(null);
  const [editor] = useState(() => new EditorHandle());
  const [drafts] = useState(createDraftStore);
  const saving = usePartSaver(dossierId, dossier.data);
  const generation = useStoredText(dossier.data, saving);
  const quotes = useDossierQuotes(dossierId, useExcerptIds(dossier.data, drafts));

  const work = useMemo<DossierWork | null>(() => {
    if (!dossier.data || !schemes.data) return null;
    const { sections, marking, templateId } = dossier.data;
    return {
      dossier: dossier.data,
      template: templates.data?.items.find(template => template.id === templateId) ?? null,
      schemes: schemes.data.items,
      levels: levelsOf(schemes.data.items, marking?.scheme),
      part: sections.find(section => section.id === sectionId) ?? firstToWrite(sections),
      selectPart(id) {
        void saving.saver.flushAll();
        // The part belongs to the route, so that coming back from a source shows it again.
        navigate({ screen: 'dossier', dossierId, sectionId: id }, { replace: true });
      },
      saving,
      quotes,
      drafts,
      editor,
    };
  }, [
    dossier.data,
    schemes.data,
    templates.data,
    dossierId,
    sectionId,
    navigate,
    saving,
    quotes,
    drafts,
    editor,
  ]);
  const isUnknown = dossier.isError && !isWithoutLibrary(dossier.error);
  const isMissing = isUnknown || Boolean(dossier.data?.trashedAt);
  return { work, isMissing, tab, setTab, open, setOpen, generation };
}

const TAB_KEY = 'dossier.tab';
const tabs: readonly SideTab[] = ['excerpts', 'preview', 'details', 'check'];

/** The tab of the right pane, as it was left. */
function useKeptTab(): [SideTab, (tab: SideTab) => void] {
  const [tab, setTab] = useState(
    () => tabs.find(name => name === localStorage.getItem(TAB_KEY)) ?? 'preview',
  );
  const keep = (next: SideTab) => {
    localStorage.setItem(TAB_KEY, next);
    setTab(next);
  };
  return [tab, keep];
}

function levelsOf(schemes: readonly MarkingScheme[], scheme: string | undefined) {
  return schemes.find(candidate => candidate.id === scheme)?.levels ?? [];
}

/** Cover and contents write themselves: a dossier opens at the first part that a person writes. */
function firstToWrite(sections: readonly Section[]): Section | null {
  return sections.find(({ kind }) => kind !== 'cover' && kind !== 'contents') ?? sections[0] ?? null;
}

/** Counts the times when the store's text of a part, changed elsewhere, must replace the editor's. */
function useStoredText(dossier: Dossier | undefined, saving: PartSaving): number {
  const { t } = useMessages();
  const toasts = useToasts();
  const [generation, setGeneration] = useState(0);
  const { saver } = saving;
  const tell = useRef(() => {});
  useEffect(() => {
    tell.current = () => toasts.show({ text: t('dossier.changedElsewhere'), tone: 'info' });
  });
  useEffect(() => {
    if (!dossier) return;
    const changed = dossier.sections.filter(section => !saver.know(section.id, section.revision));
    if (changed.length === 0) return;
    setGeneration(count => count + 1);
    tell.current();
  }, [dossier, saver]);
  return generation;
}

/** Every excerpt that the dossier's texts quote, the unsaved one included; the same array until they change. */
function useExcerptIds(dossier: Dossier | undefined, drafts: DraftStore): readonly string[] {
  const draft = useSyncExternalStore(drafts.subscribe, drafts.readReferences);
  const ids = (dossier?.sections ?? []).flatMap(({ id, text }) =>
    id === draft?.sectionId ? draft.references.excerptIds : readReferences(text).excerptIds,
  );
  const key = ids.join(' ');
  return useMemo(() => (key ? key.split(' ') : []), [key]);
}
