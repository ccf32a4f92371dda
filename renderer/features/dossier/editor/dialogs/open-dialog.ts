import { createContext, useContext } from 'react';
import type { Image } from '../../../../../shared/model/image.ts';

/** A dialog of the editor; `position` is the node to change, null for a new one. */
export type OpenDialog =
  | { kind: 'link' | 'table' | 'tableProperties' | 'language' | 'indexEntry' }
  | { kind: 'citation' | 'reference' | 'chart'; position: number | null }
  | { kind: 'newFigure'; image: Image }
  | { kind: 'figure' | 'parallel'; position: number };

/** Opens a dialog of the editor. */
export type AskDialog = (dialog: OpenDialog) => void;

const AskContext = createContext<AskDialog>(() => {});

/** Gives what stands in the text its dialogs. */
export const AskDialogProvider = AskContext.Provider;

/** Opens a dialog of the editor. */
export function useAskDialog(): AskDialog {
  return useContext(AskContext);
}
