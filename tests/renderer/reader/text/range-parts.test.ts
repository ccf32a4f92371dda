import { expect, test } from 'vitest';
import { clipToPage, orderPlaces } from '../../../../renderer/features/reader/text/places.ts';
import { partsOfRange, partsOfSegments } from '../../../../renderer/features/reader/text/range-parts.ts';
import { describeQuote } from '../../../../shared/anchoring/describe-quote.ts';
import { flowPage } from '../build-pages.ts';

const heads = [
  flowPage('Informe anual\n4\nPrimero se acordó\nque las partes', 0),
  flowPage('Informe anual\n5\ncooperarán en salud.\nDespués', 1),
];
const pages = new Map(heads.map(page => [page.index, page]));

test('shows of a passage across pages what would be kept, without running heads', () => {
  const start = { page: 0, offset: heads[0]!.text.indexOf('que') };
  const end = { page: 1, offset: heads[1]!.text.indexOf('\nDespués') };
  const parts = partsOfRange(pages, { start, end });
  const words = [...parts].map(([index, part]) => pages.get(index)!.text.slice(part.start, part.end));
  expect(words).toEqual(['que las partes', 'cooperarán en salud.']);
  expect(parts).toEqual(partsOfSegments(describeQuote(heads, start, end)));
});

test('shows what is loaded of a passage whose pages are not all there', () => {
  const range = { start: { page: 0, offset: 5 }, end: { page: 4, offset: 2 } };
  expect([...partsOfRange(pages, range)]).toEqual([
    [0, { start: 5, end: heads[0]!.text.length }],
    [1, { start: 0, end: heads[1]!.text.length }],
  ]);
});

test('clips to a page and orders places', () => {
  const range = orderPlaces({ page: 2, offset: 9 }, { page: 1, offset: 4 });
  expect(range).toEqual({ start: { page: 1, offset: 4 }, end: { page: 2, offset: 9 } });
  expect(clipToPage(range, 1, 20)).toEqual({ start: 4, end: 20 });
  expect(clipToPage(range, 2, 6)).toEqual({ start: 0, end: 6 });
  expect(clipToPage(range, 3, 6)).toBeNull();
  expect(clipToPage(range, 1, 3)).toBeNull();
});
