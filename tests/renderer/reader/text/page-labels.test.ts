import { expect, test } from 'vitest';
import { pageByLabel, pageByNumber } from '../../../../renderer/features/reader/text/page-labels.ts';

const pages = ['i', 'ii', '1', '2', 'A-1', '2', null].map((label, index) => ({ index, label }));

test('goes by the physical number, counted from one', () => {
  expect(pageByNumber(' 3 ', 7)).toBe(2);
  for (const wrong of ['0', '8', 'iv', '', '2.5', '-1']) expect(pageByNumber(wrong, 7)).toBeNull();
});

test('goes by the printed label, to the next page that bears it', () => {
  expect(pageByLabel('II', pages)).toBe(1);
  expect(pageByLabel('a-1', pages)).toBe(4);
  expect(pageByLabel('2', pages, 0)).toBe(3);
  expect(pageByLabel('2', pages, 3)).toBe(5);
  expect(pageByLabel('2', pages, 5)).toBe(3);
  expect(pageByLabel('99', pages)).toBeNull();
  expect(pageByLabel('', pages)).toBeNull();
});
