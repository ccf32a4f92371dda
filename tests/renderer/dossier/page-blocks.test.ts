import { EditorState, NodeSelection, TextSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import {
  isInCaption,
  makeParagraph,
  toggleHeading,
} from '../../../renderer/features/dossier/editor/block-commands.ts';
import { blockAt } from '../../../renderer/features/dossier/editor/blocks/block-at.ts';
import {
  changeBlockAt,
  insertChart,
  insertFigure,
  leaveCaption,
  selectFigure,
  toggleTalkingPoint,
} from '../../../renderer/features/dossier/editor/blocks/page-block-commands.ts';
import {
  addParallelRow,
  goToParallelCell,
  insertParallel,
  removeEmptyParallelRow,
  removeParallelRow,
} from '../../../renderer/features/dossier/editor/blocks/parallel-commands.ts';
import {
  insertExcerptQuote,
  removeBlockAt,
} from '../../../renderer/features/dossier/editor/excerpt-commands.ts';
import { doc, figure, h, p, parallel, point, quote, run, stateAt, stateOn, ul } from './builders.ts';

const image = '01890000-0000-7000-8000-000000000003';
const excerpt = '01890000-0000-7000-8000-000000000001';

describe('figures', () => {
  it('take the place of an empty paragraph, with the cursor in the caption', () => {
    const state = run(EditorState.create({ doc: doc(p()) }), insertFigure(image, { caption: 'El puente' }));
    expect(state.doc).toEqual(doc(figure(image, 'El puente'), p()));
    expect(isInCaption(state)).toBe(true);
  });

  it('keep their caption a caption: neither heading nor paragraph, Enter goes on behind', () => {
    const state = stateAt(doc(figure(image, 'El puente'), p('x')), 'El');
    expect(toggleHeading(1)(state)).toBe(false);
    expect(makeParagraph(state)).toBe(false);
    const left = run(state, leaveCaption);
    expect(left.doc).toEqual(doc(figure(image, 'El puente'), p(), p('x')));
    expect(left.selection.$from.parent.type.name).toBe('paragraph');
  });

  it('say how they stand in one step, and go whole', () => {
    const text = doc(figure(image, 'El puente'));
    const changed = run(stateOn(text, 0), changeBlockAt(0, { alt: 'Un puente', width: 50 }));
    expect(changed.doc.child(0).attrs).toMatchObject({ imageId: image, alt: 'Un puente', width: 50 });
    expect(run(changed, removeBlockAt(0)).doc).toEqual(doc(p()));
  });

  it('are selected by Backspace at the beginning of their caption', () => {
    const text = doc(p('a'), figure(image, 'El puente'));
    const begin = EditorState.create({ doc: text, selection: TextSelection.create(text, 4) });
    expect(run(begin, selectFigure).selection).toEqual(NodeSelection.create(text, 3));
    expect(selectFigure(stateAt(text, 'El'))).toBe(false);
  });

  it('are found selected and written in', () => {
    const text = doc(p('a'), figure(image, 'El puente'));
    expect(blockAt(stateOn(text, 3), 'figure', 'chart')?.position).toBe(3);
    expect(blockAt(stateAt(text, 'El'), 'figure', 'chart')?.position).toBe(3);
    expect(blockAt(stateAt(text, 'a'), 'figure', 'chart')).toBeNull();
  });

  it('of figures are charts, selected when they come', () => {
    const chart = { kind: 'bar' as const, unit: '', categories: ['a'], series: [{ name: '', values: [1] }] };
    const command = insertChart(chart, { alt: '', width: 80, placement: 'float', caption: 'Comercio' });
    const state = run(stateAt(doc(p('a')), 'a'), command);
    expect(state.selection).toBeInstanceOf(NodeSelection);
    expect(state.doc.child(1).attrs).toMatchObject({ chart, width: 80, placement: 'float' });
    expect(state.doc.child(1).textContent).toBe('Comercio');
  });
});

describe('points to make', () => {
  it('take the selected paragraphs, and give them back', () => {
    const text = doc(p('uno'), p('dos'), p('tres'));
    const selection = TextSelection.create(text, 1, 8);
    const made = run(EditorState.create({ doc: text, selection }), toggleTalkingPoint);
    expect(made.doc).toEqual(doc(point(p('uno'), p('dos')), p('tres')));
    expect(run(made, toggleTalkingPoint).doc).toEqual(text);
  });

  it('take a whole list, wherever in it the cursor is', () => {
    const made = run(stateAt(doc(ul('uno', 'dos'), p('tres')), 'dos'), toggleTalkingPoint);
    expect(made.doc).toEqual(doc(point(ul('uno', 'dos')), p('tres')));
  });

  it('hold no heading', () => {
    const text = doc(h(1, 'uno'), p('dos'));
    const selection = TextSelection.create(text, 1, 8);
    expect(toggleTalkingPoint(EditorState.create({ doc: text, selection }))).toBe(false);
  });

  it('take the quotes that are put into them as their evidence', () => {
    const state = run(stateAt(doc(point(p('uno')), p('dos')), 'uno'), insertExcerptQuote(excerpt));
    expect(state.doc).toEqual(doc(point(p('uno'), quote(excerpt)), p('dos')));
    const figured = run(stateAt(doc(point(p('uno')), p('dos')), 'uno'), insertFigure(image));
    expect(figured.doc).toEqual(doc(point(p('uno')), figure(image), p('dos')));
  });
});

describe('parallel texts', () => {
  it('begin with one empty row and the cursor in it', () => {
    const state = run(EditorState.create({ doc: doc(p()) }), insertParallel());
    expect(state.doc).toEqual(doc(parallel(['', '']), p()));
    expect(state.doc.child(0).attrs).toMatchObject({ left: 'es', right: 'en' });
    expect(blockAt(state, 'parallel_cell')?.position).toBe(2);
  });

  it('gain and lose rows at the cursor', () => {
    const text = doc(parallel(['uno', 'one'], ['dos', 'two']));
    const added = run(stateAt(text, 'uno'), addParallelRow);
    expect(added.doc).toEqual(doc(parallel(['uno', 'one'], ['', ''], ['dos', 'two'])));
    expect(run(added, removeEmptyParallelRow).doc).toEqual(text);
    expect(removeEmptyParallelRow(stateAt(text, 'uno'))).toBe(false);
    const one = run(stateAt(text, 'two'), removeParallelRow);
    expect(one.doc).toEqual(doc(parallel(['uno', 'one'])));
    expect(run(one, removeParallelRow).doc).toEqual(doc(p()));
  });

  it('are walked cell by cell, and go on behind the last', () => {
    const text = doc(parallel(['uno', 'one'], ['dos', 'two']));
    const words = (state: EditorState) => state.selection.$from.parent.textContent;
    const second = run(stateAt(text, 'uno'), goToParallelCell(1));
    expect(words(second)).toBe('one');
    expect(words(run(second, goToParallelCell(1)))).toBe('dos');
    expect(words(run(second, goToParallelCell(-1)))).toBe('uno');
    expect(goToParallelCell(-1)(stateAt(text, 'uno'))).toBe(false);
    const last = run(stateAt(text, 'two'), goToParallelCell(1));
    expect(last.doc).toEqual(doc(parallel(['uno', 'one'], ['dos', 'two'], ['', ''])));
  });
});
