import type { UnsavedWork } from '../../../app/unsaved-work.ts';
import type { PartSaver } from './part-saver.ts';

/** Where a dossier is: the file of its library, and its id there. A copy of a library has the same ids. */
export interface DossierPlace {
  library: string;
  dossierId: string;
}

/** The savers of every dossier that is shown or has something unsaved. */
export interface KeptSavings<S> extends UnsavedWork {
  /** The saver of a dossier: the one kept with its unsaved changes, or a new one. */
  find(place: DossierPlace): S;
  /** Keeps a saver while a screen uses it; gives the function that saves, and forgets it once nothing is unsaved. */
  hold(place: DossierPlace, saving: S): () => void;
}

/** Keeps savers beyond the life of a screen, so that what could not be saved outlives it. */
export function createKeptSavings<S extends { saver: PartSaver }>(
  make: (place: DossierPlace) => S,
): KeptSavings<S> {
  const kept = new Map<string, S>();
  const users = new Map<S, number>();
  const keyOf = ({ library, dossierId }: DossierPlace) => `${dossierId} ${library}`;
  const all = () => [...kept].map(([, { saver }]) => saver);
  const forgetSaved = () => {
    for (const [key, saving] of kept) if (!users.get(saving) && !saving.saver.isDirty) kept.delete(key);
  };
  const saveAll = async () => {
    await Promise.all(all().map(saver => saver.flushAll()));
    forgetSaved();
  };
  return {
    find: place => kept.get(keyOf(place)) ?? make(place),
    hold(place, saving) {
      kept.set(keyOf(place), saving);
      users.set(saving, (users.get(saving) ?? 0) + 1);
      return () => {
        users.set(saving, (users.get(saving) ?? 1) - 1);
        void saving.saver.flushAll().then(forgetSaved);
      };
    },
    get isDirty() {
      return all().some(saver => saver.isDirty);
    },
    saveAll,
    leave: () => {
      for (const saver of all()) saver.leave();
    },
  };
}
