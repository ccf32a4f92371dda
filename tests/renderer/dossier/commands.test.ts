import { EditorState, TextSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import {
  insertPageBreak,
  insertRule,
  toggleBlockquote,
  toggleHeading,
} from '../../../renderer/features/dossier/editor/block-commands.ts';
import {
  insertExcerptQuote,
  readExcerptTransfer,
  removeBlockAt,
} from '../../../renderer/features/dossier/editor/excerpt-commands.ts';
import {
  insertCitation,
  insertFootnote,
  updateCitation,
} from '../../../renderer/features/dossier/editor/inline-commands.ts';
import {
  completeAddress,
  linkAt,
  removeLink,
  setLink,
} from '../../../renderer/features/dossier/editor/link-commands.ts';
import {
  toggleBulletList,
  toggleNumberedList,
} from '../../../renderer/features/dossier/editor/list-commands.ts';
import {
  markingAt,
  setParagraphMarking,
} from '../../../renderer/features/dossier/editor/marking-commands.ts';
import {
  insertTable,
  setTableProperties,
  shadeCells,
  tableAt,
} from '../../../renderer/features/dossier/editor/table-commands.ts';
import { cite, doc, h, note, p, quote, run, stateAt, stateOn, table, ul } from './builders.ts';

const id = '01890000-0000-7000-8000-000000000001';
const other = '01890000-0000-7000-8000-000000000002';

describe('quoting an excerpt', () => {
  it('takes the place of an empty paragraph and leaves one to write on', () => {
    const state = EditorState.create({ doc: doc(p()) });
    expect(run(state, insertExcerptQuote(id)).doc).toEqual(doc(quote(id), p()));
  });

  it('goes behind the paragraph, the list or the table it is put into', () => {
    const after = (text: Parameters<typeof stateAt>[0]) =>
      run(stateAt(text, 'uno'), insertExcerptQuote(id)).doc;
    expect(after(doc(p('uno dos'), p('tres')))).toEqual(doc(p('uno dos'), quote(id), p('tres')));
    expect(after(doc(ul('uno', 'dos'), p('x')))).toEqual(doc(ul('uno', 'dos'), quote(id), p('x')));
    expect(after(doc(table(['uno', 'dos']), p('x')))).toEqual(doc(table(['uno', 'dos']), quote(id), p('x')));
  });

  it('puts the next one behind the first', () => {
    const first = run(stateAt(doc(p('uno'), h(1, 'dos')), 'uno'), insertExcerptQuote(id));
    const second = run(first, insertExcerptQuote(other));
    expect(second.doc).toEqual(doc(p('uno'), quote(id), quote(other), h(1, 'dos')));
  });

  it('drops where it is let go, whatever is selected', () => {
    const state = stateAt(doc(p('uno'), p('dos'), p('tres')), 'tres');
    const between = p('uno').nodeSize;
    expect(run(state, insertExcerptQuote(id, between)).doc).toEqual(
      doc(p('uno'), quote(id), p('dos'), p('tres')),
    );
  });

  it('is removed whole, and never leaves a part without a block', () => {
    expect(run(stateOn(doc(p('a'), quote(id)), 3), removeBlockAt(3)).doc).toEqual(doc(p('a')));
    expect(run(stateOn(doc(quote(id)), 0), removeBlockAt(0)).doc).toEqual(doc(p()));
  });

  it('reads only an id from a drag', () => {
    const carry = (data: string) => readExcerptTransfer({ getData: () => data });
    expect(carry(id)).toBe(id);
    expect(carry('')).toBeNull();
    expect(carry('<script>')).toBeNull();
    expect(readExcerptTransfer(null)).toBeNull();
  });
});

describe('blocks', () => {
  it('turns a paragraph into a heading and back', () => {
    const heading = run(stateAt(doc(p('uno')), 'uno'), toggleHeading(2));
    expect(heading.doc).toEqual(doc(h(2, 'uno')));
    expect(run(heading, toggleHeading(2)).doc).toEqual(doc(p('uno')));
  });

  it('makes no heading of a paragraph with a citation, which a heading would lose', () => {
    expect(toggleHeading(1)(stateAt(doc(p('uno', cite(id))), 'uno'))).toBe(false);
  });

  it('wraps and unwraps a plain quotation', () => {
    const wrapped = run(stateAt(doc(p('uno')), 'uno'), toggleBlockquote);
    expect(wrapped.doc.firstChild?.type.name).toBe('blockquote');
    expect(run(wrapped, toggleBlockquote).doc).toEqual(doc(p('uno')));
  });

  it('puts rules and page breaks between blocks', () => {
    const rule = run(stateAt(doc(p('uno'), p('dos')), 'uno'), insertRule);
    expect(rule.doc.child(1).type.name).toBe('horizontal_rule');
    const broken = run(stateAt(doc(ul('uno')), 'uno'), insertPageBreak);
    expect(broken.doc.content.content.map(node => node.type.name)).toEqual([
      'bullet_list',
      'page_break',
      'paragraph',
    ]);
  });

  it('makes, changes and unmakes lists', () => {
    const bullets = run(stateAt(doc(p('uno')), 'uno'), toggleBulletList);
    expect(bullets.doc).toEqual(doc(ul('uno')));
    const numbers = run(bullets, toggleNumberedList);
    expect(numbers.doc.firstChild?.type.name).toBe('ordered_list');
    expect(run(numbers, toggleNumberedList).doc).toEqual(doc(p('uno')));
  });
});

describe('inline', () => {
  it('puts a footnote behind the selection and selects it', () => {
    const state = run(stateAt(doc(p('uno dos')), 'uno', true), insertFootnote);
    expect(state.doc).toEqual(doc(p('uno', note(''), ' dos')));
    expect(state.selection.from).toBe(4);
  });

  it('cites, and changes what is cited', () => {
    const state = run(stateAt(doc(p('uno')), 'uno'), insertCitation(id, 'iv'));
    expect(state.doc.firstChild?.lastChild?.attrs).toEqual({ sourceId: id, locator: 'iv' });
    const changed = run(state, updateCitation(4, other, 'art. 3'));
    expect(changed.doc.firstChild?.lastChild?.attrs).toEqual({ sourceId: other, locator: 'art. 3' });
    expect(updateCitation(1, other, '')(state)).toBe(false);
  });

  it('cites nothing in a heading', () => {
    expect(insertCitation(id, '')(stateAt(doc(h(1, 'uno')), 'uno'))).toBe(false);
  });

  it('completes addresses and refuses what is none', () => {
    expect(completeAddress(' https://www.gob.pe/rree ')).toBe('https://www.gob.pe/rree');
    expect(completeAddress('www.gob.pe/rree')).toBe('https://www.gob.pe/rree');
    expect(completeAddress('mesa@rree.gob.pe')).toBe('mailto:mesa@rree.gob.pe');
    for (const bad of ['', 'javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'hola']) {
      expect(completeAddress(bad)).toBeNull();
    }
  });

  it('links a selection, changes the whole link from within, and takes it away', () => {
    const linked = run(stateAt(doc(p('uno dos tres')), 'dos', true), setLink('https://a.pe'));
    const inside = EditorState.create({ doc: linked.doc, selection: stateAt(linked.doc, 'do').selection });
    expect(linkAt(inside)).toEqual({ from: 5, to: 8, href: 'https://a.pe' });
    const changed = run(inside, setLink('https://b.pe'));
    expect(linkAt(changed)?.href).toBe('https://b.pe');
    expect(run(changed, removeLink).doc).toEqual(doc(p('uno dos tres')));
    expect(setLink('javascript:x')(inside)).toBe(false);
  });
});

describe('tables and markings', () => {
  it('inserts a table with a header row, the cursor in its first cell, and captions it', () => {
    const state = run(stateAt(doc(p('uno')), 'uno'), insertTable(3, 2, true));
    const inserted = state.doc.child(1);
    expect([inserted.childCount, inserted.child(0).childCount]).toEqual([3, 2]);
    expect(inserted.child(0).child(0).type.name).toBe('table_header');
    expect(inserted.child(1).child(0).type.name).toBe('table_cell');
    const said = run(state, setTableProperties({ caption: ' Compromisos ', orientation: 'landscape' }));
    expect(tableAt(said)).toMatchObject({ caption: 'Compromisos', orientation: 'landscape' });
    const shaded = run(said, shadeCells('warning'));
    expect(shaded.doc.child(1).child(0).child(0).attrs.shade).toBe('warning');
    expect(run(shaded, shadeCells(null)).doc).toEqual(said.doc);
  });

  it('marks every paragraph of the selection and nothing else', () => {
    const text = doc(p('uno'), h(1, 'dos'), p('tres'), p('cuatro'));
    const state = EditorState.create({
      doc: text,
      selection: TextSelection.between(text.resolve(1), text.resolve(13)),
    });
    const marked = run(state, setParagraphMarking('reservada'));
    const markings = marked.doc.content.content.map(block => block.attrs.marking);
    expect(markings).toEqual(['reservada', undefined, 'reservada', null]);
    expect(markingAt(marked)).toBe('reservada');
    expect(markingAt(run(marked, setParagraphMarking(null)))).toBeNull();
  });
});
