// @vitest-environment jsdom
import { NodeSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createEditor,
  createEditorState,
  type EditorOptions,
  editorPlugins,
} from '../../../renderer/features/dossier/editor/create-editor.ts';
import { createNodeViewStore } from '../../../renderer/features/dossier/editor/node-view-store.ts';
import { toggleDisclosure } from '../../../renderer/features/dossier/editor/passages/disclosure-commands.ts';
import { doc, figure, note, p, parallel, point } from './builders.ts';

const image = '01890000-0000-7000-8000-000000000003';
let view: EditorView;

afterEach(() => view.destroy());

function open(text: ReturnType<typeof doc>, changes: Partial<EditorOptions> = {}): EditorView {
  const actions = { askLink: () => {}, askCitation: () => {}, askProperties: () => {} };
  const box = document.body.appendChild(document.createElement('div'));
  view = createEditor(box, {
    ...actions,
    state: createEditorState(text, editorPlugins(actions, [], 1, 'No divulgar')),
    label: 'Texto',
    language: 'es',
    drawn: createNodeViewStore(),
    describeFootnote: number => `Nota ${number}`,
    describeMove: to => `mover: ${to}`,
    captionHint: 'Escriba la leyenda',
    onActive: () => {},
    editNode: () => {},
    onPictures: () => {},
    onChange: () => {},
    onBlur: () => {},
    ...changes,
  });
  return view;
}

function select(position: number): void {
  view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, position)));
}

describe('blocks with a head', () => {
  it('have it above what is written in them, and each its own part of the page', () => {
    const drawn = createNodeViewStore();
    open(doc(figure(image, 'El puente'), point(p('uno')), parallel(['dos', 'two'])), { drawn });
    const blocks = [...view.dom.querySelectorAll<HTMLElement>('[data-block]')];
    expect(blocks.map(block => block.dataset.block)).toEqual(['figure', 'talking_point', 'parallel']);
    expect(blocks.map(block => (block.firstElementChild as HTMLElement).contentEditable)).toEqual(
      Array(3).fill('false'),
    );
    expect(blocks.map(block => block.lastElementChild?.textContent)).toEqual(['El puente', 'uno', 'dostwo']);
    expect(view.dom.querySelector('figcaption')?.dataset.hint).toBe('Escriba la leyenda');
    expect(drawn.read().map(({ dom }) => dom)).toEqual(blocks.map(block => block.firstElementChild));
  });

  it('show that they are selected', () => {
    open(doc(figure(image, 'El puente'), p('x')));
    select(0);
    expect(view.dom.querySelector('figure')?.hasAttribute('data-selected')).toBe(true);
    select(11);
    expect(view.dom.querySelector('figure')?.hasAttribute('data-selected')).toBe(false);
  });

  it('bear the mark of what is not to be disclosed', () => {
    open(doc(figure(image, 'El puente'), p('x')));
    select(0);
    toggleDisclosure(view.state, view.dispatch.bind(view));
    const held = [...view.dom.querySelectorAll<HTMLElement>('[data-held-back]')];
    expect(held.map(block => [block.tagName, block.dataset.heldBack])).toEqual([['FIGURE', 'No divulgar']]);
  });
});

describe('pictures on the clipboard', () => {
  const paste = (type: string, words = '') => {
    const files = [new File(['x'], 'mapa', { type })];
    const clipboardData = { files, getData: (kind: string) => (kind === 'text/plain' ? words : '') };
    const event = new Event('paste', { bubbles: true, cancelable: true });
    view.dom.dispatchEvent(Object.assign(event, { clipboardData }));
  };

  it('are taken, unless words come with them', () => {
    const onPictures = vi.fn();
    open(doc(p('x')), { onPictures });
    paste('image/png');
    expect(onPictures).toHaveBeenCalledOnce();
    expect(onPictures.mock.calls[0]?.[1]).toBeNull();
    paste('image/png', 'palabras');
    paste('application/zip');
    expect(onPictures).toHaveBeenCalledOnce();
  });
});

describe('notes', () => {
  it('move between the foot of the page and its margin, and stay open', () => {
    open(doc(p('uno', note('al pie'))));
    select(4);
    const button = () => view.dom.querySelector<HTMLElement>('sup ~ span button');
    expect(button()?.textContent).toBe('mover: side');
    button()?.click();
    expect(view.state.doc.nodeAt(4)?.attrs.place).toBe('side');
    expect(button()?.textContent).toBe('mover: foot');
    button()?.click();
    expect(view.state.doc.nodeAt(4)?.attrs.place).toBe('foot');
  });
});
