import { expect, test } from 'vitest';
import {
  excerptAt,
  excerptRangesByPage,
  sortByPlace,
} from '../../../../renderer/features/reader/text/excerpt-ranges.ts';
import type { Excerpt } from '../../../../shared/model/excerpt.ts';

function excerpt(id: string, status: Excerpt['status'], ...places: [number, number, number][]): Excerpt {
  const segments = places.map(([page, start, end]) => ({
    page,
    start,
    end,
    exact: '',
    prefix: '',
    suffix: '',
  }));
  return { id, status, segments } as unknown as Excerpt;
}

test('shows each segment on its page, but nothing of a changed quote', () => {
  const ranges = excerptRangesByPage([
    excerpt('a', 'exact', [0, 5, 9], [1, 0, 4]),
    excerpt('b', 'changed', [1, 6, 8]),
    excerpt('c', 'moved', [1, 2, 3]),
  ]);
  expect([...ranges].map(([page, list]) => [page, list.map(({ excerptId }) => excerptId)])).toEqual([
    [0, ['a']],
    [1, ['a', 'c']],
  ]);
  expect(excerptAt(ranges.get(1), { page: 1, offset: 2 })).toBe('c');
  expect(excerptAt(ranges.get(1), { page: 1, offset: 3 })).toBe('a');
  expect(excerptAt(ranges.get(1), { page: 1, offset: 4 })).toBeNull();
  expect(excerptAt(undefined, { page: 7, offset: 4 })).toBeNull();
});

test('lists excerpts in reading order', () => {
  const list = [
    excerpt('late', 'exact', [2, 0, 1]),
    excerpt('second', 'exact', [0, 9, 12]),
    excerpt('first', 'exact', [0, 3, 4]),
  ];
  expect(sortByPlace(list).map(({ id }) => id)).toEqual(['first', 'second', 'late']);
});
