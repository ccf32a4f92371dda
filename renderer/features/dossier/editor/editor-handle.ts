import type { Command, EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/** The editor on the screen, for the toolbar, the palette and the panes beside it; outside React. */
export class EditorHandle {
  #part: EditorView | null = null;
  #active: EditorView | null = null;
  #state: EditorState | null = null;
  readonly #listeners = new Set<() => void>();

  /** Takes the editor of the part that is shown now; null when it is taken away. */
  attach(view: EditorView | null): void {
    this.#part = view;
    this.setActive(view);
  }

  /** Tells which editor has the keyboard, the part's or a footnote's, and that its state may have changed. */
  setActive(view: EditorView | null): void {
    this.#active = view;
    const state = view?.state ?? null;
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }

  /** The state of the editor that has the keyboard; null without one. */
  readonly read = (): EditorState | null => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Runs a command where the keyboard is (or in the part's own text) and gives the keyboard back there. */
  run(command: Command, where: 'active' | 'part' = 'active'): boolean {
    const view = where === 'part' ? this.#part : (this.#active ?? this.#part);
    if (!view || view.isDestroyed) return false;
    const done = command(view.state, view.dispatch.bind(view), view);
    if (this.#active === view || where === 'part') view.focus();
    return done;
  }

  /** Gives the keyboard to the editor. */
  focus(): void {
    (this.#active ?? this.#part)?.focus();
  }

  /** The editor of the part's own text. */
  get partView(): EditorView | null {
    return this.#part;
  }
}
