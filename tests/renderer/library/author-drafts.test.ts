import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftOf, namesOf, turnAuthor } from '../../../renderer/features/library/author-drafts.ts';
import type { Name } from '../../../shared/model/common.ts';

const word = fc.stringMatching(/^[A-Za-zñ]{1,12}$/);
const name: fc.Arbitrary<Name> = fc.oneof(
  fc.record({ family: word, given: fc.oneof(word, fc.constant('')) }),
  fc.record({ literal: word }),
);

test('names that nobody edits come back as they were', () => {
  fc.assert(
    fc.property(fc.array(name), names => {
      expect(namesOf(names.map(draftOf))).toEqual(names);
    }),
  );
});

test('a person turned into an institution keeps every word, and turns back', () => {
  fc.assert(
    fc.property(word, word, (family, given) => {
      const turned = turnAuthor(draftOf({ family, given }));
      expect(namesOf([turned])).toEqual([{ literal: `${given} ${family}` }]);
      expect(namesOf([turnAuthor(turned)])).toEqual([{ family, given }]);
    }),
  );
});

test('an institution turned into a person puts its words into the family name', () => {
  expect(namesOf([turnAuthor(draftOf({ literal: 'Cancillería' }))])).toEqual([
    { family: 'Cancillería', given: '' },
  ]);
});

test('unfinished names are not saved', () => {
  expect(
    namesOf([
      { kind: 'person', family: '  ', given: 'Ana', literal: '' },
      { kind: 'institution', family: '', given: '', literal: ' ' },
    ]),
  ).toEqual([]);
});
