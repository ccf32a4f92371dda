import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Dossier } from '../../../../shared/model/dossier.ts';
import { CallFailure, call, reportFailure } from '../../../api.ts';
import { PartSaver, type SaveState } from './part-saver.ts';
import { createSaveStateStore, type SaveStateStore } from './save-state-store.ts';

/** Milliseconds of quiet before a text is saved. */
const SAVE_DELAY = 600;

/** The saver of a dossier's parts, and how each part stands. */
export interface PartSaving {
  saver: PartSaver;
  states: SaveStateStore;
}

/** Saves a dossier's parts by themselves while its screen is shown, and what is left when it goes. */
export function usePartSaver(dossier: Dossier | undefined): PartSaving {
  const saving = useMemo(createPartSaving, []);
  const { saver } = saving;
  for (const section of dossier?.sections ?? []) saver.learn(section.id, section.revision);
  useEffect(() => saveOnLeaving(saver), [saver]);
  return saving;
}

/** How the whole dossier stands, or one of its parts. */
export function useSaveState({ states }: PartSaving, id?: string): SaveState {
  return useSyncExternalStore(states.subscribe, () => (id === undefined ? states.worst() : states.of(id)));
}

function createPartSaving(): PartSaving {
  const states = createSaveStateStore();
  const saver = new PartSaver({
    delay: SAVE_DELAY,
    save: (id, revision, changes) => call('sections.update', { id, revision, changes }),
    isConflict: error => error instanceof CallFailure && error.code === 'conflict',
    onState(id, state, error) {
      states.set(id, state);
      if (state === 'failed') reportFailure(error);
    },
  });
  return { saver, states };
}

function saveOnLeaving(saver: PartSaver): () => void {
  const save = () => void saver.flushAll();
  const warn = (event: BeforeUnloadEvent) => {
    if (!saver.isDirty) return;
    save();
    event.preventDefault();
  };
  window.addEventListener('blur', save);
  window.addEventListener('beforeunload', warn);
  return () => {
    window.removeEventListener('blur', save);
    window.removeEventListener('beforeunload', warn);
    save();
  };
}
