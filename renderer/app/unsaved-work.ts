/** Work of the window that the library does not have yet. */
export interface UnsavedWork {
  readonly isDirty: boolean;
  /** Saves what can be saved; resolves also when something could not, which is kept. */
  saveAll(): Promise<void>;
  /** Sends what is not saved at once, because the window goes. */
  leave(): void;
}

const works = new Set<UnsavedWork>();

/** Counts a kind of work among what must not be lost; gives the function that ends it. */
export function addUnsavedWork(work: UnsavedWork): () => void {
  works.add(work);
  return () => works.delete(work);
}

/** Saves everything that is not saved yet. */
export async function saveAllWork(): Promise<void> {
  await Promise.all([...works].map(work => work.saveAll()));
}

/** Saves whenever the window is left, sends the rest when it goes, and asks before that while something is unsaved. */
export function guardUnsavedWork(): () => void {
  const save = () => void saveAllWork();
  const saveHidden = () => document.visibilityState === 'hidden' && save();
  const leave = () => {
    for (const work of works) work.leave();
  };
  const ask = (event: BeforeUnloadEvent) => {
    if (![...works].some(work => work.isDirty)) return;
    save();
    event.preventDefault();
  };
  window.addEventListener('blur', save);
  window.addEventListener('beforeunload', ask);
  window.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', saveHidden);
  return () => {
    window.removeEventListener('blur', save);
    window.removeEventListener('beforeunload', ask);
    window.removeEventListener('pagehide', leave);
    document.removeEventListener('visibilitychange', saveHidden);
  };
}
