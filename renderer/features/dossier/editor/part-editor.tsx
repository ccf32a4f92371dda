import { type RefObject, useEffect, useRef, useState } from 'react';
import 'prosemirror-view/style/prosemirror.css';
import 'prosemirror-tables/style/tables.css';
import 'prosemirror-gapcursor/style/gapcursor.css';
import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Section } from '../../../../shared/model/dossier.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { joinClasses } from '../../../components/join-classes.ts';
import { useDossierWork } from '../state/dossier-work.tsx';
import frames from './blocks/block-frames.module.css';
import { useAddPictures } from './blocks/use-add-pictures.ts';
import { createEditor, createEditorState, editorPlugins, readText } from './create-editor.ts';
import { askProperties } from './dialogs/ask-properties.ts';
import { type AskDialog, AskDialogProvider } from './dialogs/open-dialog.ts';
import styles from './editor.module.css';
import { footnoteNumbersKey } from './footnote-numbers.ts';
import { markingLabelsKey } from './marking-labels.ts';
import { NodeViewPortals } from './node-view-portals.tsx';
import { createNodeViewStore } from './node-view-store.ts';
import { disclosureLabelsKey } from './passages/disclosure-labels.ts';

/** See {@link PartEditor}. */
export interface PartEditorProps {
  part: Section;
  /** Number of the part's first footnote: notes count through the dossier. */
  firstFootnote: number;
  /** States of parts left before, with their undo history, by part. */
  history: RefObject<Map<string, EditorState>>;
  ask: AskDialog;
}

/** The editor of a part's text. It is made anew for another part; a stored text replaces it only when asked (`key`). */
export function PartEditor({ part, firstFootnote, history, ask }: PartEditorProps) {
  const { t } = useMessages();
  const { dossier, levels, saving, drafts, editor } = useDossierWork();
  const place = useRef<HTMLDivElement>(null);
  const [drawn] = useState(createNodeViewStore);
  const latest = useLatest({ t, ask, addPictures: useAddPictures() });
  const partId = useRef(part.id);

  const mount = useLatest(() => {
    const text = readText(saving.saver.unsaved(part.id, part.revision)?.text ?? part.text);
    const actions = {
      askLink: () => latest.current.ask({ kind: 'link' }),
      askCitation: () => latest.current.ask({ kind: 'citation', position: null }),
      askProperties: () => askProperties(editor, latest.current.ask),
    };
    const left = history.current.get(part.id);
    const fresh = () =>
      createEditorState(text, editorPlugins(actions, levels, firstFootnote, t('editor.heldBack')));
    return createEditor(place.current as HTMLElement, {
      ...actions,
      state: left?.doc.eq(text) ? left : fresh(),
      label: part.title,
      language: dossier.language,
      drawn,
      describeFootnote: number => latest.current.t('dossier.footnote.name', { number }),
      onActive: view => editor.setActive(view),
      describeMove: to => latest.current.t(`editor.note.move.${to}`),
      captionHint: t('editor.figure.captionEmpty'),
      editNode: (type, position) =>
        latest.current.ask({ kind: type === 'citation' ? 'citation' : 'reference', position }),
      onPictures: (files, position) => void latest.current.addPictures(files, position),
      onChange(doc) {
        drafts.write({ sectionId: part.id, text: doc });
        void saving.saver.change(part.id, { text: doc.toJSON() });
      },
      onBlur: () => void saving.saver.flush(part.id),
    });
  });
  const unmount = useLatest((view: EditorView) => {
    history.current.set(part.id, view.state);
    editor.attach(null);
    view.destroy();
  });

  // One editor for the component's whole life: the parent gives it a key for each part.
  useEffect(() => {
    const view = mount.current();
    editor.attach(view);
    drafts.write({ sectionId: partId.current, text: view.state.doc });
    return () => unmount.current(view);
  }, [editor, drafts, mount, unmount]);

  useEffect(() => {
    const view = editor.partView;
    view?.dispatch(view.state.tr.setMeta(footnoteNumbersKey, firstFootnote).setMeta('addToHistory', false));
  }, [editor, firstFootnote]);
  useEffect(() => {
    const view = editor.partView;
    view?.dispatch(view.state.tr.setMeta(markingLabelsKey, levels).setMeta('addToHistory', false));
  }, [editor, levels]);

  const heldBack = t('editor.heldBack');
  useEffect(() => {
    const view = editor.partView;
    view?.dispatch(view.state.tr.setMeta(disclosureLabelsKey, heldBack).setMeta('addToHistory', false));
  }, [editor, heldBack]);

  return (
    <>
      <div ref={place} className={joinClasses(styles.sheet, frames.blocks)} />
      <AskDialogProvider value={ask}>
        <NodeViewPortals drawn={drawn} />
      </AskDialogProvider>
    </>
  );
}

function useLatest<T>(value: T): RefObject<T> {
  const ref = useRef(value);
  useEffect(() => {
    ref.current = value;
  });
  return ref;
}
