import { toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { type Command, EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { StepMap } from 'prosemirror-transform';
import type {
  Decoration,
  EditorView as EditorViewType,
  NodeView,
  NodeViewConstructor,
} from 'prosemirror-view';
import { EditorView } from 'prosemirror-view';
import { documentSchema, type notePlaces } from '../../../../shared/document/schema.ts';
import styles from './editor.module.css';
import { readFootnoteNumber } from './footnote-numbers.ts';

/** What a footnote needs from its editor. */
export interface FootnoteOptions {
  /** The name of a note for screen readers. */
  describe: (number: number) => string;
  /** Tells which editor has the keyboard, so that the toolbar acts there. */
  onActive: (view: EditorViewType) => void;
  /** Asks to change the citation at a position of the note's text. */
  onCitation: (view: EditorViewType, position: number) => void;
  nodeViews: Record<string, NodeViewConstructor>;
  /** The words of the button that moves a note between the foot of the page and its margin. */
  describeMove: (to: NotePlace) => string;
}

/** Where the text of a note goes. */
export type NotePlace = (typeof notePlaces)[number];

/** Shows a footnote as its number; selected, its text opens in a small editor of its own beneath. */
export class FootnoteView implements NodeView {
  readonly dom: HTMLElement;
  readonly #label: HTMLElement;
  readonly #outer: EditorViewType;
  readonly #getPosition: () => number | undefined;
  readonly #options: FootnoteOptions;
  #node: Node;
  #inner: EditorViewType | null = null;
  #popup: HTMLElement | null = null;
  #mover: HTMLElement | null = null;
  #number = 0;

  constructor(
    node: Node,
    outer: EditorViewType,
    getPosition: () => number | undefined,
    decorations: readonly Decoration[],
    options: FootnoteOptions,
  ) {
    this.#node = node;
    this.#outer = outer;
    this.#getPosition = getPosition;
    this.#options = options;
    this.dom = document.createElement('span');
    this.dom.className = styles.footnote ?? '';
    this.#label = this.dom.appendChild(document.createElement('sup'));
    this.#showNumber(decorations);
    this.#showPlace();
  }

  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#showPlace();
    this.#showNumber(decorations);
    if (this.#inner) this.#takeOver(node);
    return true;
  }

  selectNode(): void {
    this.dom.dataset.selected = 'true';
    if (!this.#inner) this.#open();
    // A note that was just made is to be written; passing over one with the arrows only shows it.
    if (this.#node.content.size === 0) requestAnimationFrame(() => this.focusInner());
  }

  deselectNode(): void {
    delete this.dom.dataset.selected;
    if (this.#inner) this.#close();
  }

  /** Moves the keyboard into the note's text. */
  focusInner(): void {
    this.#inner?.focus();
  }

  stopEvent(event: Event): boolean {
    return this.#popup?.contains(event.target as globalThis.Node) ?? false;
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    if (this.#inner) this.#close();
  }

  #showNumber(decorations: readonly Decoration[]): void {
    const number = readFootnoteNumber(decorations);
    if (number === this.#number) return;
    this.#number = number;
    this.#label.textContent = String(number);
    this.#label.title = this.#options.describe(number);
  }

  /** The place the note is not in now. */
  get #otherPlace(): NotePlace {
    return this.#node.attrs.place === 'side' ? 'foot' : 'side';
  }

  #showPlace(): void {
    this.dom.dataset.place = String(this.#node.attrs.place);
    if (this.#mover) this.#mover.textContent = this.#options.describeMove(this.#otherPlace);
  }

  #move(): boolean {
    const position = this.#getPosition();
    if (position === undefined) return false;
    this.#outer.dispatch(this.#outer.state.tr.setNodeAttribute(position, 'place', this.#otherPlace));
    return true;
  }

  /** The button below the note's text; its shortcut works in the text. */
  #addMover(popup: HTMLElement): void {
    const button = popup.appendChild(document.createElement('button'));
    button.type = 'button';
    button.contentEditable = 'false';
    button.className = styles.noteMover ?? '';
    button.addEventListener('click', () => this.#move());
    button.addEventListener('keydown', event => {
      if (event.key === 'Escape') this.#leave();
    });
    this.#mover = button;
    this.#showPlace();
  }

  #open(): void {
    this.#popup = this.dom.appendChild(document.createElement('span'));
    this.#popup.className = styles.footnoteEditor ?? '';
    this.#inner = new EditorView(this.#popup, {
      state: EditorState.create({ doc: this.#node, plugins: [keymap(this.#keys())] }),
      nodeViews: this.#options.nodeViews,
      dispatchTransaction: tr => this.#dispatch(tr),
      attributes: {
        role: 'textbox',
        'aria-label': this.#options.describe(this.#number),
        spellcheck: 'false',
      },
      handleClickOn: (view, _position, node, at) => {
        if (node.type.name === 'citation') this.#options.onCitation(view, at);
        return node.type.name === 'citation';
      },
      handleDOMEvents: {
        focus: view => void this.#options.onActive(view),
        mousedown: () => void (this.#outer.hasFocus() && this.#inner?.focus()),
      },
    });
    this.#addMover(this.#popup);
    this.#keepInSight();
  }

  /** Shifts the popup left where it would leave the editor's sheet. */
  #keepInSight(): void {
    if (!this.#popup) return;
    const room = this.#outer.dom.getBoundingClientRect().right - this.#popup.getBoundingClientRect().right;
    if (room < 0) this.#popup.style.left = `${this.#popup.offsetLeft + room}px`;
  }

  #close(): void {
    this.#inner?.destroy();
    this.#popup?.remove();
    this.#inner = null;
    this.#popup = null;
    this.#mover = null;
    this.#options.onActive(this.#outer);
  }

  #keys(): Record<string, Command> {
    const { strong, em, underline, small_caps } = documentSchema.marks;
    return {
      'Mod-z': () => undo(this.#outer.state, this.#outer.dispatch),
      'Mod-y': () => redo(this.#outer.state, this.#outer.dispatch),
      'Shift-Mod-z': () => redo(this.#outer.state, this.#outer.dispatch),
      'Mod-b': toggleMark(strong),
      'Mod-i': toggleMark(em),
      'Mod-u': toggleMark(underline),
      'Shift-Mod-k': toggleMark(small_caps),
      'Mod-Alt-f': () => this.#move(),
      Enter: () => this.#leave(),
      Escape: () => this.#leave(),
    };
  }

  #leave(): boolean {
    const position = this.#getPosition();
    if (position === undefined) return false;
    const { state } = this.#outer;
    const after = position + this.#node.nodeSize;
    this.#outer.dispatch(state.tr.setSelection(TextSelection.create(state.doc, after)));
    this.#outer.focus();
    return true;
  }

  #dispatch(tr: Transaction): void {
    if (!this.#inner) return;
    const { state, transactions } = this.#inner.state.applyTransaction(tr);
    this.#inner.updateState(state);
    this.#options.onActive(this.#inner);
    const position = this.#getPosition();
    if (tr.getMeta('fromOutside') || position === undefined) return;
    const outer = this.#outer.state.tr;
    const offset = StepMap.offset(position + 1);
    for (const transaction of transactions) {
      for (const step of transaction.steps) {
        const mapped = step.map(offset);
        if (mapped) outer.step(mapped);
      }
    }
    if (outer.docChanged) this.#outer.dispatch(outer);
  }

  /** Brings the small editor to what the outer text says (after undo, for one). */
  #takeOver(node: Node): void {
    const inner = this.#inner;
    if (!inner) return;
    const start = node.content.findDiffStart(inner.state.doc.content);
    if (start === null) return;
    const end = node.content.findDiffEnd(inner.state.doc.content);
    if (!end) return;
    const overlap = Math.max(0, start - Math.min(end.a, end.b));
    const tr = inner.state.tr.replace(start, end.b + overlap, node.slice(start, end.a + overlap));
    inner.dispatch(tr.setMeta('fromOutside', true));
  }
}
