import { createContext, useContext } from 'react';
import type { Excerpt } from '../../../../shared/model/excerpt.ts';

/** What a mark on the text can do. */
export interface MarksActions {
  excerptOf(id: string): Excerpt | undefined;
  /** Chooses the excerpt in the list beside the text. */
  choose(id: string): void;
  /** Shows the excerpt's note while its mark has the focus or the mouse; null hides it. */
  hint(id: string | null): void;
}

/** See {@link useMarks}. */
export const MarksContext = createContext<MarksActions>({
  excerptOf: () => undefined,
  choose: () => {},
  hint: () => {},
});

/** What a mark on the text can do. */
export function useMarks(): MarksActions {
  return useContext(MarksContext);
}
