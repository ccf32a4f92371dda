import { expect, test } from 'vitest';
import { readCaretStep } from '../../../../renderer/features/reader/selection/caret-move.ts';
import { quotePassage } from '../../../../renderer/features/reader/selection/quote-passage.ts';
import { passedText, textBetween } from '../../../../renderer/features/reader/selection/speak-move.ts';
import {
  extendSelection,
  rangeOf,
  unitAt,
} from '../../../../renderer/features/reader/selection/text-selection.ts';
import { flowPage, textsOf } from '../build-pages.ts';

const texts = textsOf('Uno dos tres.\nCuatro cinco.', 'Seis siete.');
const place = (page: number, offset: number) => ({ page, offset });
const pages = new Map([
  [0, flowPage('Las partes acor-', 0, 'iv')],
  [1, flowPage('daron lo siguiente.', 1, 'v')],
]);

test('presses take a character, a word or a paragraph', () => {
  expect(unitAt(texts, place(0, 5), 'character')).toEqual({ start: place(0, 5), end: place(0, 5) });
  expect(unitAt(texts, place(0, 5), 'word')).toEqual({ start: place(0, 4), end: place(0, 7) });
  expect(unitAt(texts, place(0, 20), 'paragraph')).toEqual({ start: place(0, 14), end: place(0, 27) });
});

test('a drag by words keeps the first word, forwards and backwards, also over a page break', () => {
  const origin = unitAt(texts, place(0, 5), 'word');
  const onward = extendSelection(origin, unitAt(texts, place(1, 6), 'word'));
  expect(rangeOf(onward)).toEqual({ start: place(0, 4), end: place(1, 10) });
  const back = extendSelection(origin, unitAt(texts, place(0, 1), 'word'));
  expect(back).toEqual({ anchor: place(0, 7), focus: place(0, 0) });
  expect(rangeOf(extendSelection(origin, origin))).toEqual(origin);
  expect(rangeOf({ anchor: place(0, 3), focus: place(0, 3) })).toBeNull();
});

test('reads a passage as it will be kept: a word broken by the page is whole, labels and numbers are both there', () => {
  const passage = quotePassage(pages, { start: place(0, 3), end: place(1, 18) });
  expect(passage).toEqual({
    range: { start: place(0, 4), end: place(1, 18) },
    exact: 'partes acordaron lo siguiente',
    ...{ firstPage: 1, lastPage: 2, firstLabel: 'iv', lastLabel: 'v' },
  });
});

test('is no passage without words, without its pages, or over too many of them', () => {
  expect(quotePassage(pages, { start: place(0, 3), end: place(0, 4) })).toBeNull();
  expect(quotePassage(pages, { start: place(0, 3), end: place(2, 4) })).toBeNull();
  expect(quotePassage(pages, { start: place(0, 0), end: place(99, 4) })).toBeNull();
});

test('reads keys as every text editor does', () => {
  const press = (key: string, ctrlKey = false) =>
    readCaretStep({ key, ctrlKey, metaKey: false, altKey: false });
  expect(press('ArrowLeft')).toEqual({ unit: 'character', direction: -1 });
  expect(press('ArrowRight', true)).toEqual({ unit: 'word', direction: 1 });
  expect(press('End')).toEqual({ unit: 'lineEdge', direction: 1 });
  expect(press('Home', true)).toEqual({ unit: 'document', direction: -1 });
  expect(press('PageDown')).toEqual({ unit: 'page', direction: 1 });
  expect(press('e')).toBeNull();
});

test('speaks the character or the words that the caret passed', () => {
  expect(passedText(texts, place(0, 0), place(0, 1))).toBe('n');
  expect(passedText(texts, place(0, 0), place(0, 4))).toBe('Uno');
  expect(textBetween(texts, { start: place(0, 14), end: place(1, 4) })).toBe('Cuatro cinco. Seis');
});
