import fc from 'fast-check';
import { EditorState, TextSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import {
  isHeldBack,
  toggleDisclosure,
} from '../../../renderer/features/dossier/editor/passages/disclosure-commands.ts';
import {
  indexEntryAt,
  languageAt,
  proposeIndexEntry,
  readLanguageTag,
  setIndexEntry,
  setPassageLanguage,
} from '../../../renderer/features/dossier/editor/passages/passage-commands.ts';
import { listTargets } from '../../../renderer/features/dossier/editor/references/list-targets.ts';
import {
  giveStoredTargetId,
  giveTargetId,
  insertReference,
  makeTargetId,
  updateReference,
} from '../../../renderer/features/dossier/editor/references/reference-commands.ts';
import {
  readNodeReferences,
  readReferences,
} from '../../../renderer/features/dossier/state/text-references.ts';
import { documentSchema } from '../../../shared/document/schema.ts';
import { doc, figure, h, note, p, point, run, stateAt, stateOn, table, ul } from './builders.ts';

const image = '01890000-0000-7000-8000-000000000003';

describe('what is not to be disclosed', () => {
  it('is held back block by block, the outermost, and let go when all are', () => {
    const text = doc(p('uno'), ul('dos', 'tres'), p('cuatro'));
    const selection = TextSelection.create(text, 1, 9);
    const held = run(EditorState.create({ doc: text, selection }), toggleDisclosure);
    const marks = held.doc.content.content.map(node => node.attrs.disclosure);
    expect(marks).toEqual(['internal', 'internal', null]);
    expect(isHeldBack(held)).toBe(true);
    expect(run(held, toggleDisclosure).doc).toEqual(text);
  });

  it('may be a figure or a whole point', () => {
    const text = doc(figure(image, 'x'), point(p('uno')));
    expect(run(stateOn(text, 0), toggleDisclosure).doc.child(0).attrs.disclosure).toBe('internal');
    const held = run(stateAt(text, 'uno'), toggleDisclosure).doc.child(1);
    expect([held.attrs.disclosure, held.child(0).attrs.disclosure]).toEqual(['internal', null]);
  });
});

describe('the language of a passage', () => {
  it('is set on the selection and changed or taken away with the cursor in it', () => {
    const marked = run(stateAt(doc(p('dijo very well ayer')), 'very well', true), setPassageLanguage('en'));
    const inside = stateAt(marked.doc, 'very');
    expect(languageAt(inside)).toBe('en');
    const changed = run(inside, setPassageLanguage('en-GB'));
    expect(languageAt(stateAt(changed.doc, 'well'))).toBe('en-GB');
    expect(languageAt(stateAt(changed.doc, 'ay'))).toBeNull();
    expect(run(stateAt(changed.doc, 'very'), setPassageLanguage(null)).doc).toEqual(
      doc(p('dijo very well ayer')),
    );
    expect(setPassageLanguage('en')(stateAt(doc(p('x')), 'x'))).toBe(false);
  });

  it('is a language tag', () => {
    expect(readLanguageTag(' pt-br ')).toBe('pt-BR');
    expect(readLanguageTag('inglés')).toBeNull();
    expect(readLanguageTag('')).toBeNull();
  });
});

describe('the index of names', () => {
  it('lists the selected name under its entry', () => {
    const text = doc(p('habló Evo Morales ayer'));
    const marked = run(stateAt(text, 'Evo Morales', true), setIndexEntry('Morales, Evo'));
    expect(indexEntryAt(stateAt(marked.doc, 'Evo'))).toBe('Morales, Evo');
    expect(run(stateAt(marked.doc, 'Evo'), setIndexEntry(null)).doc).toEqual(text);
  });

  it.each([
    ['Evo Morales', 'Morales, Evo'],
    ['Javier González-Olaechea Franco', 'Franco, Javier González-Olaechea'],
    ['Juan Carlos Pérez Quispe', 'Pérez Quispe, Juan Carlos'],
    ['José de la Riva-Agüero', 'de la Riva-Agüero, José'],
    ['Víctor Raúl Haya de la Torre', 'Haya de la Torre, Víctor Raúl'],
    ['Ursula von der Leyen', 'von der Leyen, Ursula'],
    ['Pelé', 'Pelé'],
    ['Morales, Evo', 'Morales, Evo'],
    ['', ''],
  ])('proposes «%s» as «%s»', (name, entry) => expect(proposeIndexEntry(name)).toBe(entry));

  it('proposes every word of a name, and nothing else', () => {
    const word = fc.constantFrom('Ana', 'de', 'la', 'Torre', 'y', 'Ríos', 'del', 'Quispe', 'Luis');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), words => {
        const proposed = proposeIndexEntry(words.join(' ')).replace(',', '').split(/\s+/).filter(Boolean);
        expect(proposed.toSorted()).toEqual(words.toSorted());
      }),
    );
  });
});

describe('cross-references', () => {
  const captioned = (caption: string) => {
    const made = table(['a']);
    return made.type.create({ ...made.attrs, caption }, made.content);
  };
  const text = doc(h(1, 'Antecedentes'), captioned('Comercio'), figure(image, 'El puente'), table(['b']));

  it('may lead to parts, headings, and what has a caption, numbered as printed', () => {
    const sections = [
      { id: 'z', kind: 'cover' as const, title: 'Portada', included: true },
      { id: 'a', kind: 'custom' as const, title: 'Notas', included: true },
      { id: 'b', kind: 'custom' as const, title: 'Fuera', included: false },
      { id: 'c', kind: 'custom' as const, title: 'Ficha', included: true },
    ];
    const references = readNodeReferences(text);
    const listed = listTargets(sections, new Map(['a', 'b', 'c'].map(id => [id, references])));
    expect(listed.map(({ kind, number, title }) => [kind, number, title])).toEqual([
      ['part', null, 'Portada'],
      ['part', 1, 'Notas'],
      ['heading', null, 'Antecedentes'],
      ['table', 1, 'Comercio'],
      ['figure', 1, 'El puente'],
      ['part', 2, 'Ficha'],
      ['heading', null, 'Antecedentes'],
      ['table', 2, 'Comercio'],
      ['figure', 2, 'El puente'],
    ]);
  });

  it('are read alike from the editor and from the store, without the words of notes', () => {
    const noted = doc(
      documentSchema.nodes.heading.create({ level: 1 }, [documentSchema.text('Uno'), note('al pie')]),
      figure(image, 'dos'),
    );
    const stored = readReferences(noted.toJSON());
    expect(stored).toEqual(readNodeReferences(noted));
    expect(stored.targets.map(target => target.title)).toEqual(['Uno', 'dos']);
  });

  it('give the one they lead to an id, in the editor as in the store', () => {
    const id = makeTargetId();
    expect(id).toMatch(/^[0-9a-f]{16}$/);
    const given = run(stateAt(text, 'Ante'), giveTargetId(2, id)).doc;
    expect(given.child(2).attrs.id).toBe(id);
    expect(given.child(1).attrs.id).toBe('');
    expect(documentSchema.nodeFromJSON(giveStoredTargetId(text.toJSON(), 2, id))).toEqual(given);
    expect(giveTargetId(9, id)(stateAt(text, 'Ante'))).toBe(false);
  });

  it('stand at the cursor and can be changed', () => {
    const state = run(stateAt(doc(p('véase ')), 'véase '), insertReference('a', 'label'));
    expect(state.doc.child(0).child(1).attrs).toEqual({ targetId: 'a', form: 'label' });
    const changed = run(state, updateReference(7, 'b', 'page'));
    expect(changed.doc.child(0).child(1).attrs).toEqual({ targetId: 'b', form: 'page' });
    expect(insertReference('a', 'label')(stateAt(doc(h(1, 'x')), 'x'))).toBe(false);
  });
});
