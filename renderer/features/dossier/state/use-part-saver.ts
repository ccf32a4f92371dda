import { useEffect, useMemo, useState } from 'react';
import type { Dossier } from '../../../../shared/model/dossier.ts';
import { CallFailure, call, reportFailure } from '../../../api.ts';
import { PartSaver, type SaveState } from './part-saver.ts';

/** Milliseconds of quiet before a text is saved. */
const SAVE_DELAY = 600;

/** The saver of a dossier's parts, and how each part stands. */
export interface PartSaving {
  saver: PartSaver;
  states: ReadonlyMap<string, SaveState>;
  /** How the dossier stands: the worst of its parts. */
  state: SaveState;
}

/** Saves a dossier's parts by themselves while its screen is shown, and what is left when it goes. */
export function usePartSaver(dossier: Dossier | undefined): PartSaving {
  const [states, setStates] = useState<ReadonlyMap<string, SaveState>>(new Map());
  const saver = useMemo(
    () =>
      new PartSaver({
        delay: SAVE_DELAY,
        save: (id, revision, changes) => call('sections.update', { id, revision, changes }),
        isConflict: error => error instanceof CallFailure && error.code === 'conflict',
        onSaved: () => {},
        onState(id, state, error) {
          setStates(before => new Map(before).set(id, state));
          if (state === 'failed') reportFailure(error);
        },
      }),
    [],
  );
  for (const section of dossier?.sections ?? []) saver.learn(section.id, section.revision);
  useEffect(() => saveOnLeaving(saver), [saver]);
  return useMemo(() => ({ saver, states, state: worstOf(states) }), [saver, states]);
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

const order: readonly SaveState[] = ['saved', 'waiting', 'saving', 'failed', 'conflict'];

function worstOf(states: ReadonlyMap<string, SaveState>): SaveState {
  let worst = 0;
  for (const state of states.values()) worst = Math.max(worst, order.indexOf(state));
  return order[worst] ?? 'saved';
}
