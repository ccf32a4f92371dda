import { hashKey } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Dossier, Section } from '../../../../shared/model/dossier.ts';
import { CallFailure, call, isWithoutLibrary, readStatus, reportFailure } from '../../../api.ts';
import { addUnsavedWork } from '../../../app/unsaved-work.ts';
import { createKeptSavings, type DossierPlace } from './kept-savings.ts';
import { type PartChanges, PartSaver, type SaveState } from './part-saver.ts';
import { createSaveStateStore, type SaveStateStore } from './save-state-store.ts';

/** Milliseconds of quiet before a text is saved. */
const SAVE_DELAY = 600;

/** The saver of a dossier's parts, and how each part stands. */
export interface PartSaving {
  saver: PartSaver;
  states: SaveStateStore;
}

const savings = createKeptSavings(createPartSaving);
addUnsavedWork(savings);

/** Saves a dossier's parts by themselves; what could not be saved outlives the screen and is saved with the next chance. */
export function usePartSaver(dossierId: string, dossier: Dossier | undefined): PartSaving {
  const [place] = useState(() => ({ library: openLocation() ?? '', dossierId }));
  const [saving] = useState(() => savings.find(place));
  for (const section of dossier?.sections ?? []) saving.saver.learn(section.id, section.revision);
  useEffect(() => savings.hold(place, saving), [place, saving]);
  return saving;
}

/** How the whole dossier stands, or one of its parts. */
export function useSaveState({ states }: PartSaving, id?: string): SaveState {
  return useSyncExternalStore(states.subscribe, () => (id === undefined ? states.worst() : states.of(id)));
}

/** Where the library lies that the window shows. */
function openLocation(): string | undefined {
  return readStatus()?.open?.location;
}

function createPartSaving({ library, dossierId }: DossierPlace): PartSaving {
  const states = createSaveStateStore();
  const saver = new PartSaver({
    delay: SAVE_DELAY,
    save(id, revision, changes) {
      // Another library, a copy perhaps, must never get this one's text.
      if (openLocation() !== library) return Promise.reject(new CallFailure(closed));
      return call('sections.update', { id, revision, changes });
    },
    isConflict: error => error instanceof CallFailure && error.code === 'conflict',
    isInterrupted: isWithoutLibrary,
    async findStored(id, changes) {
      const { sections } = await call('dossiers.get', { id: dossierId });
      const stored = sections.find(section => section.id === id);
      return stored && hasChanges(stored, changes) ? stored.revision : null;
    },
    onState(id, state, error) {
      states.set(id, state);
      if (state === 'failed') reportFailure(error);
    },
  });
  return { saver, states };
}

const closed = { code: 'noLibrary', message: 'the library of this text is not open', details: {} } as const;

function hasChanges(section: Section, changes: PartChanges): boolean {
  const stored = new Map<string, unknown>(Object.entries(section));
  return Object.entries(changes).every(([key, value]) => hashKey([stored.get(key)]) === hashKey([value]));
}
