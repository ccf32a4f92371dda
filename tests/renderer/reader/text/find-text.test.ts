import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findInPages, findInText, foldText } from '../../../../renderer/features/reader/text/find-text.ts';

const found = (text: string, words: string) =>
  findInText(text, words).map(({ start, end }) => text.slice(start, end));

test('finds words whatever their case and accents', () => {
  expect(found('La Reunión y la REUNION; reunir', 'reunión')).toEqual(['Reunión', 'REUNION']);
  expect(found('Año de la Unión', 'ano')).toEqual(['Año']);
});

test('finds decomposed accents whole', () => {
  const text = 'canción, canción'.normalize('NFD');
  expect(found(text, 'cancion')).toEqual(['canción', 'canción'].map(word => word.normalize('NFD')));
});

test('takes a line end for a blank, in the text and in what is looked for', () => {
  expect(found('Gabinete\nBinacional', 'gabinete   binacional')).toEqual(['Gabinete\nBinacional']);
});

test('finds nothing for blanks, and no overlapping places', () => {
  expect(findInText('a a a', '  ')).toEqual([]);
  expect(findInText('aaaa', 'aa')).toEqual([
    { start: 0, end: 2 },
    { start: 2, end: 4 },
  ]);
});

test('keeps the offsets of characters that fold to more or fewer units', () => {
  expect(found('Straße 🇵🇪 İstanbul fin', 'fin')).toEqual(['fin']);
  expect(found('x̧́y fin', 'y')).toEqual(['y']);
});

test('every place found folds to what was looked for', () => {
  const letters = fc.constantFrom('a', 'á', 'A', 'ñ', 'N', 'e\u0301', ' ', '\n', '😀', 'ß', '.');
  fc.assert(
    fc.property(
      fc.array(letters, { maxLength: 60 }),
      fc.array(letters, { minLength: 1, maxLength: 3 }),
      (a, b) => {
        const text = a.join('');
        const needle = foldText(b.join('')).text.trim().replace(/ +/g, ' ');
        for (const { start, end } of findInText(text, b.join(''))) {
          expect(foldText(text.slice(start, end)).text).toBe(needle);
        }
      },
    ),
  );
});

test('goes through the pages in order and stops at the limit', () => {
  const pages = [
    { index: 0, text: 'uno dos uno' },
    { index: 1, text: 'uno' },
  ];
  expect(findInPages(pages, 'uno', 10).map(({ page, start }) => [page, start])).toEqual([
    [0, 0],
    [0, 8],
    [1, 0],
  ]);
  expect(findInPages(pages, 'uno', 2)).toHaveLength(2);
});
