import { dropCursor } from 'prosemirror-dropcursor';
import { gapCursor } from 'prosemirror-gapcursor';
import { history } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { EditorState, NodeSelection, type Plugin } from 'prosemirror-state';
import { columnResizing, tableEditing } from 'prosemirror-tables';
import { EditorView, type NodeViewConstructor } from 'prosemirror-view';
import { documentSchema } from '../../../../shared/document/schema.ts';
import type { DocumentJson } from '../../../../shared/model/dossier.ts';
import type { MarkingLevel } from '../../../../shared/model/marking.ts';
import { CaptionedTable } from './captioned-table.ts';
import { cleanPastedHtml } from './clean-pasted-html.ts';
import { editorKeymap, type KeymapActions } from './editor-keymap.ts';
import { insertExcerptQuote, readExcerptTransfer } from './excerpt-commands.ts';
import { numberFootnotes } from './footnote-numbers.ts';
import { FootnoteView } from './footnote-view.ts';
import { showMarkingLabels } from './marking-labels.ts';
import type { NodeViewStore } from './node-view-store.ts';
import { protectSelectedBlocks } from './protect-selected-blocks.ts';
import { typingRules } from './typing-rules.ts';

/** What an editor of a part is made with. */
export interface EditorOptions extends KeymapActions {
  state: EditorState;
  label: string;
  language: string;
  drawn: NodeViewStore;
  describeFootnote: (number: number) => string;
  /** After every transaction; `view` is the editor that has the keyboard: the part's own or a footnote's. */
  onActive: (view: EditorView) => void;
  /** Asks to change the citation at a position of the editor that has the keyboard. */
  editCitation: (position: number) => void;
  onChange: (text: Node) => void;
  onBlur: () => void;
}

/** The plugins of a part's editor, in the order in which they see a key. */
export function editorPlugins(
  actions: KeymapActions,
  levels: readonly MarkingLevel[],
  firstFootnote: number,
): Plugin[] {
  return [
    protectSelectedBlocks(),
    typingRules(),
    ...editorKeymap(actions),
    history(),
    columnResizing({ View: CaptionedTable, cellMinWidth: 40, defaultCellMinWidth: 84 }),
    tableEditing(),
    gapCursor(),
    dropCursor({ color: false, class: 'valija-drop-cursor' }),
    numberFootnotes(firstFootnote),
    showMarkingLabels(levels),
  ];
}

/** The text of a part as the editor's document; throws when it is not of the schema. */
export function readText(text: DocumentJson): Node {
  const node = documentSchema.nodeFromJSON(text);
  node.check();
  return node;
}

/** Puts a part's editor into an element of the page. */
export function createEditor(place: HTMLElement, options: EditorOptions): EditorView {
  const drawn: Record<string, NodeViewConstructor> = {
    excerpt_quote: (node, view, getPosition) => options.drawn.create('div', node, view, getPosition),
    citation: (node, view, getPosition) => options.drawn.create('span', node, view, getPosition),
  };
  const onCitation = (view: EditorView, position: number) => {
    options.onActive(view);
    options.editCitation(position);
  };
  const footnote: NodeViewConstructor = (node, view, getPosition, decorations) =>
    new FootnoteView(node, view, getPosition, decorations, {
      describe: options.describeFootnote,
      onActive: options.onActive,
      onCitation,
      nodeViews: drawn,
    });
  const editor: EditorView = new EditorView(place, {
    state: options.state,
    nodeViews: { ...drawn, footnote },
    attributes: {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': options.label,
      lang: options.language,
      // The browser would fetch dictionaries from the network.
      spellcheck: 'false',
    },
    transformPastedHTML: cleanPastedHtml,
    dispatchTransaction(tr) {
      const { state } = editor.state.applyTransaction(tr);
      editor.updateState(state);
      options.onActive(editor);
      if (tr.docChanged) options.onChange(state.doc);
    },
    handlePaste: (view, event) => takeExcerpt(view, event.clipboardData),
    handleDrop: (view, event) => dropExcerpt(view, event),
    handleKeyDown: (view, event) => event.key === 'Enter' && enterNode(view, onCitation),
    handleClickOn: (view, _position, node, at) => clickNode(view, node, at, onCitation),
    handleDOMEvents: {
      focus: view => void options.onActive(view),
      blur: () => void options.onBlur(),
    },
  });
  return editor;
}

/** The state in which a part's editor begins. */
export function createEditorState(text: Node, plugins: Plugin[]): EditorState {
  return EditorState.create({ doc: text, plugins });
}

function takeExcerpt(view: EditorView, transfer: DataTransfer | null, at?: number): boolean {
  const excerptId = readExcerptTransfer(transfer);
  if (!excerptId) return false;
  return insertExcerptQuote(excerptId, at)(view.state, view.dispatch.bind(view));
}

function dropExcerpt(view: EditorView, event: DragEvent): boolean {
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
  const taken = takeExcerpt(view, event.dataTransfer, place?.pos ?? view.state.doc.content.size);
  if (taken) {
    event.preventDefault();
    view.focus();
  }
  return taken;
}

type OnCitation = (view: EditorView, position: number) => void;

/** A click on a citation opens its dialog. */
function clickNode(view: EditorView, node: Node, at: number, onCitation: OnCitation): boolean {
  if (node.type.name !== 'citation') return false;
  onCitation(view, at);
  return true;
}

/** Enter on a selected citation opens its dialog, on a selected footnote its text. */
function enterNode(view: EditorView, onCitation: OnCitation): boolean {
  const { selection } = view.state;
  if (!(selection instanceof NodeSelection)) return false;
  if (clickNode(view, selection.node, selection.from, onCitation)) return true;
  const dom = selection.node.type.name === 'footnote' ? view.nodeDOM(selection.from) : null;
  const inner =
    dom instanceof HTMLElement ? dom.querySelector<HTMLElement>('[contenteditable="true"]') : null;
  inner?.focus();
  return inner !== null;
}
