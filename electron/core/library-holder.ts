import { Failure } from '../../shared/contract/result.ts';
import type { Library } from './library/library.ts';

/** The one open library of a core, if any. */
export interface LibraryHolder {
  /** The open library; throws `Failure('noLibrary')`. */
  current(): Library;
  peek(): Library | null;
  set(library: Library | null): void;
}

/** Makes a holder with no library in it. */
export function createLibraryHolder(): LibraryHolder {
  let open: Library | null = null;
  return {
    current() {
      if (!open) throw new Failure('noLibrary');
      return open;
    },
    peek: () => open,
    set(library) {
      open = library;
    },
  };
}
