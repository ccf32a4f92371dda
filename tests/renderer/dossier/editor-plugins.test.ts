// @vitest-environment jsdom
import { undoInputRule } from 'prosemirror-inputrules';
import { EditorState, NodeSelection, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { describe, expect, it } from 'vitest';
import { createEditorState, editorPlugins } from '../../../renderer/features/dossier/editor/create-editor.ts';
import {
  countFootnotes,
  footnoteNumbersKey,
  numberFootnotes,
  readFootnoteNumber,
} from '../../../renderer/features/dossier/editor/footnote-numbers.ts';
import { showMarkingLabels } from '../../../renderer/features/dossier/editor/marking-labels.ts';
import { documentSchema } from '../../../shared/document/schema.ts';
import { doc, note, p, quote } from './builders.ts';

function numbersOf(state: EditorState): number[] {
  const decorations = footnoteNumbersKey.getState(state)?.decorations.find() ?? [];
  return decorations.map(decoration => readFootnoteNumber([decoration]));
}

describe('footnote numbers', () => {
  const text = doc(p('uno', note('a'), 'dos', note('b')));

  it('count on from the parts before', () => {
    const state = EditorState.create({ doc: text, plugins: [numberFootnotes(7)] });
    expect(numbersOf(state)).toEqual([7, 8]);
    expect(countFootnotes(text)).toBe(2);
  });

  it('change with every note and with the parts before', () => {
    const state = EditorState.create({ doc: text, plugins: [numberFootnotes(1)] });
    const added = state.apply(state.tr.insert(1, note('c')));
    expect(numbersOf(added)).toEqual([1, 2, 3]);
    expect(numbersOf(added.apply(added.tr.setMeta(footnoteNumbersKey, 4)))).toEqual([4, 5, 6]);
  });
});

describe('marking labels', () => {
  it('show the abbreviation of the scheme, and the id of a level the scheme lost', () => {
    const { paragraph } = documentSchema.nodes;
    const marked = (marking: string) => paragraph.create({ marking }, documentSchema.text('x'));
    const level = {
      id: 'r',
      label: { es: '', en: '' },
      abbreviation: 'R',
      rank: 1,
      color: '#123456',
      requires: [],
    };
    const plugin = showMarkingLabels([level]);
    const state = EditorState.create({ doc: doc(marked('r'), marked('viejo')), plugins: [plugin] });
    const box = document.body.appendChild(document.createElement('div'));
    const view = new EditorView(box, { state });
    const labels = [...view.dom.querySelectorAll('p')].map(element => element.dataset.markingLabel);
    expect(labels).toEqual(['(R)', '(viejo)']);
    view.destroy();
  });
});

describe('typing', () => {
  const actions = { askLink: () => {}, askCitation: () => {}, askProperties: () => {} };

  function type(view: EditorView, text: string): void {
    for (const sign of text) {
      const { from, to } = view.state.selection;
      const write = () => view.state.tr.insertText(sign, from, to);
      if (!view.someProp('handleTextInput', handle => handle(view, from, to, sign, write)))
        view.dispatch(write());
    }
  }

  function open(text: Parameters<typeof createEditorState>[0]): EditorView {
    const box = document.body.appendChild(document.createElement('div'));
    return new EditorView(box, {
      state: createEditorState(text, editorPlugins(actions, [], 1, 'No divulgar')),
    });
  }

  it('writes angular quotation marks, lists, headings and rules', () => {
    const typed = (words: string) => {
      const view = open(doc(p()));
      type(view, words);
      return String(view.state.doc);
    };
    expect(typed('<<Uno>>')).toBe('doc(paragraph("«Uno»"))');
    expect(typed('- uno')).toBe('doc(bullet_list(list_item(paragraph("uno"))))');
    expect(typed('1. uno')).toBe('doc(ordered_list(list_item(paragraph("uno"))))');
    expect(typed('## uno')).toBe('doc(heading("uno"))');
    expect(typed('---x')).toBe('doc(horizontal_rule, paragraph("x"))');
  });

  it('marks what stands between stars, and leaves other stars alone', () => {
    const typed = (words: string) => {
      const view = open(doc(p()));
      type(view, words);
      return String(view.state.doc);
    };
    expect(typed('Es **muy firme** hoy')).toBe('doc(paragraph("Es ", strong("muy firme"), " hoy"))');
    expect(typed('(*sic*) y')).toBe('doc(paragraph("(", em("sic"), ") y"))');
    expect(typed('**a** y *b*.')).toBe('doc(paragraph(strong("a"), " y ", em("b"), "."))');
    for (const plain of ['2*3*4', 'nota * y otra *', 'a ** b **', '****', 'x**y**'])
      expect(typed(plain)).toBe(`doc(paragraph("${plain}"))`);
  });

  it('asks for properties by Alt+Enter, which the editor would otherwise swallow', () => {
    let asked = 0;
    const asking = { ...actions, askProperties: () => (asked += 1) };
    const box = document.body.appendChild(document.createElement('div'));
    const state = createEditorState(doc(p('uno')), editorPlugins(asking, [], 1, 'No divulgar'));
    const view = new EditorView(box, { state });
    const press = (alt: boolean) => new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13, altKey: alt });
    const hear = (event: KeyboardEvent) => view.someProp('handleKeyDown', handle => handle(view, event));
    expect(hear(press(true))).toBe(true);
    expect([asked, String(view.state.doc)]).toEqual([1, 'doc(paragraph("uno"))']);
    hear(press(false));
    expect([asked, view.state.doc.childCount]).toEqual([1, 2]);
    view.destroy();
  });

  it('leaves stars around a footnote as they are', () => {
    const view = open(doc(p('*uno', note('dentro'), 'dos')));
    view.dispatch(view.state.tr.setSelection(TextSelection.atEnd(view.state.doc)));
    type(view, '*');
    expect(view.state.doc.textContent).toBe('*unodentrodos*');
  });

  it('gives the stars back', () => {
    const view = open(doc(p()));
    type(view, '*uno*');
    expect(undoInputRule(view.state, view.dispatch)).toBe(true);
    expect(String(view.state.doc)).toBe('doc(paragraph("*uno*"))');
  });

  it('never replaces a selected quote', () => {
    const view = open(doc(p('a'), quote('x'), p('b')));
    view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, 3)));
    type(view, 'hola');
    expect(String(view.state.doc)).toBe(
      'doc(paragraph("a"), excerpt_quote, paragraph("hola"), paragraph("b"))',
    );
  });
});
