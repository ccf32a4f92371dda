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
import { FootnoteView, type NotePlace } from './footnote-view.ts';
import { showMarkingLabels } from './marking-labels.ts';
import type { NodeViewStore } from './node-view-store.ts';
import { showDisclosureLabels } from './passages/disclosure-labels.ts';
import { protectSelectedBlocks } from './protect-selected-blocks.ts';
import { typingRules } from './typing-rules.ts';

/** What an editor of a part is made with. */
export interface EditorOptions extends KeymapActions {
  state: EditorState;
  label: string;
  language: string;
  drawn: NodeViewStore;
  describeFootnote: (number: number) => string;
  describeMove: (to: NotePlace) => string;
  /** Stands in an empty caption. */
  captionHint: string;
  /** After every transaction; `view` is the editor that has the keyboard: the part's own or a footnote's. */
  onActive: (view: EditorView) => void;
  /** Opens the dialog of the citation or cross-reference at a position of the editor that has the keyboard. */
  editNode: (type: string, position: number) => void;
  /** Takes pictures that were dropped at a position, or pasted at the cursor (null). */
  onPictures: (files: readonly File[], position: number | null) => void;
  onChange: (text: Node) => void;
  onBlur: () => void;
}

/** The plugins of a part's editor, in the order in which they see a key. */
export function editorPlugins(
  actions: KeymapActions,
  levels: readonly MarkingLevel[],
  firstFootnote: number,
  heldBack: string,
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
    showDisclosureLabels(heldBack),
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
  const drawn = createNodeViews(options.drawn, options.captionHint);
  const onNode: OnNode = (view, type, position) => {
    options.onActive(view);
    options.editNode(type, position);
  };
  const footnote: NodeViewConstructor = (node, view, getPosition, decorations) =>
    new FootnoteView(node, view, getPosition, decorations, {
      describe: options.describeFootnote,
      describeMove: options.describeMove,
      onActive: options.onActive,
      onCitation: (inner, position) => onNode(inner, 'citation', position),
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
    handlePaste: (view, event) =>
      takeExcerpt(view, event.clipboardData) || takePictures(event.clipboardData, null, options.onPictures),
    handleDrop: (view, event) => dropExcerpt(view, event) || dropPictures(view, event, options.onPictures),
    handleKeyDown: (view, event) => event.key === 'Enter' && enterNode(view, onNode),
    handleClickOn: (view, _position, node, at) => clickNode(view, node, at, onNode),
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

type OnPictures = EditorOptions['onPictures'];

/** Takes the pictures of a clipboard or a drag; words beside a picture of them (Word gives both) are the better text. */
function takePictures(
  transfer: DataTransfer | null,
  position: number | null,
  onPictures: OnPictures,
): boolean {
  const pictures = [...(transfer?.files ?? [])].filter(file => /^image\/(png|jpeg)$/.test(file.type));
  if (pictures.length === 0 || transfer?.getData('text/plain')) return false;
  onPictures(pictures, position);
  return true;
}

function dropPictures(view: EditorView, event: DragEvent, onPictures: OnPictures): boolean {
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
  const taken = takePictures(event.dataTransfer, place?.pos ?? view.state.doc.content.size, onPictures);
  if (taken) event.preventDefault();
  return taken;
}

type OnNode = (view: EditorView, type: string, position: number) => void;

/** What opens its dialog by a click, or by Enter where it is selected. */
const withDialog: readonly string[] = ['citation', 'cross_reference'];

function clickNode(view: EditorView, node: Node, at: number, onNode: OnNode): boolean {
  if (!withDialog.includes(node.type.name)) return false;
  onNode(view, node.type.name, at);
  return true;
}

/** Enter on a selected citation or reference opens its dialog, on a selected footnote its text. */
function enterNode(view: EditorView, onNode: OnNode): boolean {
  const { selection } = view.state;
  if (!(selection instanceof NodeSelection)) return false;
  if (clickNode(view, selection.node, selection.from, onNode)) return true;
  const dom = selection.node.type.name === 'footnote' ? view.nodeDOM(selection.from) : null;
  const inner =
    dom instanceof HTMLElement ? dom.querySelector<HTMLElement>('[contenteditable="true"]') : null;
  inner?.focus();
  return inner !== null;
}

/** The node views that React draws: whole, or a head above the text that is written in them. */
function createNodeViews(drawn: NodeViewStore, captionHint: string): Record<string, NodeViewConstructor> {
  const whole =
    (tag: 'div' | 'span'): NodeViewConstructor =>
    (node, view, getPosition) =>
      drawn.create(tag, { node, view, getPosition });
  const headed =
    (outer: string, text: string, hint = ''): NodeViewConstructor =>
    (node, view, getPosition) =>
      drawn.createHeaded({ outer, text, hint }, { node, view, getPosition });
  return {
    excerpt_quote: whole('div'),
    citation: whole('span'),
    cross_reference: whole('span'),
    figure: headed('figure', 'figcaption', captionHint),
    chart: headed('figure', 'figcaption', captionHint),
    talking_point: headed('section', 'div'),
    parallel: headed('div', 'div'),
  };
}
