import { NodeSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { useDossierWork } from './dossier-work.tsx';

/** Goes to a quote: shows its part, scrolls to it and selects it. */
export function useGoToQuote(): (sectionId: string, excerptId: string) => void {
  const { part, selectPart, editor } = useDossierWork();
  return (sectionId, excerptId) => {
    if (part?.id !== sectionId) selectPart(sectionId);
    // The part's editor is there after the next paint.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (editor.partView) selectQuote(editor.partView, excerptId);
      }),
    );
  };
}

function selectQuote(view: EditorView, excerptId: string): void {
  let found: number | null = null;
  view.state.doc.descendants((node, position) => {
    if (found === null && node.attrs.excerptId === excerptId) found = position;
  });
  if (found === null) return;
  const { tr, doc } = view.state;
  view.dispatch(tr.setSelection(NodeSelection.create(doc, found)).scrollIntoView());
  const dom = view.nodeDOM(found);
  if (dom instanceof HTMLElement) dom.scrollIntoView({ block: 'center' });
  view.focus();
}
