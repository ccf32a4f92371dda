import fc from 'fast-check';
import { expect, test } from 'vitest';
import { movePlace, paragraphAt, wordAt } from '../../../../renderer/features/reader/text/movement.ts';
import { comparePlaces } from '../../../../renderer/features/reader/text/places.ts';
import { textsOf } from '../build-pages.ts';

const at = (page: number, offset: number) => ({ page, offset });

test('moves by characters as people count them', () => {
  const texts = textsOf('a👩‍👩‍👧b');
  expect(movePlace(texts, at(0, 1), 'character', 1)).toEqual(at(0, 9));
  expect(movePlace(texts, at(0, 9), 'character', -1)).toEqual(at(0, 1));
});

test('moves to the beginnings of words', () => {
  const texts = textsOf('Gabinete Binacional, Perú–Bolivia');
  expect(movePlace(texts, at(0, 0), 'word', 1)).toEqual(at(0, 9));
  expect(movePlace(texts, at(0, 9), 'word', 1)).toEqual(at(0, 21));
  expect(movePlace(texts, at(0, 12), 'word', -1)).toEqual(at(0, 9));
  expect(movePlace(texts, at(0, 21), 'word', -1)).toEqual(at(0, 9));
});

test('goes over page breaks and over pages without text', () => {
  const texts = textsOf('uno', '', 'dos');
  expect(movePlace(texts, at(0, 3), 'character', 1)).toEqual(at(2, 0));
  expect(movePlace(texts, at(2, 0), 'word', -1)).toEqual(at(0, 3));
  expect(movePlace(texts, at(0, 1), 'page', 1)).toEqual(at(2, 0));
  expect(movePlace(texts, at(2, 1), 'page', -1)).toEqual(at(0, 0));
});

test('stays at the edges of the document', () => {
  const texts = textsOf('uno', 'dos');
  expect(movePlace(texts, at(0, 0), 'character', -1)).toEqual(at(0, 0));
  expect(movePlace(texts, at(1, 3), 'word', 1)).toEqual(at(1, 3));
  expect(movePlace(texts, at(0, 2), 'document', 1)).toEqual(at(1, 3));
  expect(movePlace(texts, at(1, 2), 'document', -1)).toEqual(at(0, 0));
});

test('a walk to the end passes every page and comes back to the start', () => {
  const words = fc.array(fc.constantFrom('Perú', ' ', '\n', '😀', 'e\u0301', '-', 'x'), { maxLength: 20 });
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('character' as const, 'word' as const),
      (pages, unit) => {
        const texts = textsOf(...pages.map(page => page.join('')));
        const end = movePlace(texts, at(0, 0), 'document', 1);
        for (const [from, to, direction] of [
          [movePlace(texts, end, 'document', -1), end, 1],
          [end, movePlace(texts, end, 'document', -1), -1],
        ] as const) {
          let place = from;
          for (let steps = 0; comparePlaces(place, to) !== 0; steps++) {
            const next = movePlace(texts, place, unit, direction);
            expect(comparePlaces(next, place) * direction).toBeGreaterThan(0);
            expect(steps).toBeLessThan(200);
            place = next;
          }
        }
      },
    ),
  );
});

test('takes the word at a place, and the one that ends there before a blank', () => {
  const text = 'Acta, de 2018.';
  const word = (offset: number) => {
    const { start, end } = wordAt(text, offset);
    return text.slice(start, end);
  };
  expect([0, 2, 4, 6, 8, 13, 14].map(word)).toEqual(['Acta', 'Acta', 'Acta', 'de', 'de', '2018', '.']);
  expect(wordAt('', 0)).toEqual({ start: 0, end: 0 });
});

test('takes the paragraph between two line ends', () => {
  const text = 'uno\ndos tres\ncuatro';
  expect(paragraphAt(text, 0)).toEqual({ start: 0, end: 3 });
  expect(paragraphAt(text, 3)).toEqual({ start: 0, end: 3 });
  expect(paragraphAt(text, 4)).toEqual({ start: 4, end: 12 });
  expect(paragraphAt(text, text.length)).toEqual({ start: 13, end: 19 });
});
