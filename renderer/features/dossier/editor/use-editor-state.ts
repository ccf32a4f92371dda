import type { EditorState } from 'prosemirror-state';
import { useSyncExternalStore } from 'react';
import type { EditorHandle } from './editor-handle.ts';

/** The state of the editor that has the keyboard, after every change; null without an editor. */
export function useEditorState(editor: EditorHandle): EditorState | null {
  return useSyncExternalStore(editor.subscribe, editor.read);
}
