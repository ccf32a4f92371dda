import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clampShare, resizePanes } from '../../../renderer/components/resize-panes.ts';

test('moves a border between two panes', () => {
  expect(resizePanes([30, 40, 30], [10, 10, 10], 0, 5)).toEqual([35, 35, 30]);
  expect(resizePanes([30, 40, 30], [10, 10, 10], 1, -5)).toEqual([30, 35, 35]);
});

test('stops at the least size', () => {
  expect(resizePanes([30, 40, 30], [10, 10, 10], 0, 99)).toEqual([60, 10, 30]);
  expect(resizePanes([30, 40, 30], [10, 10, 10], 0, -99)).toEqual([10, 60, 30]);
});

test('keeps the sum, the other panes and the least sizes, whatever is asked', () => {
  const least = [10, 15, 20];
  fc.assert(
    fc.property(
      fc.integer({ min: 10, max: 45 }),
      fc.integer({ min: 15, max: 35 }),
      fc.nat({ max: 3 }),
      fc.integer({ min: -500, max: 500 }),
      (first, second, index, by) => {
        const before = [first, second, 100 - first - second];
        const after = resizePanes(before, least, index, by);
        expect(after.reduce((sum, size) => sum + size, 0)).toBeCloseTo(100);
        after.forEach((size, at) => {
          expect(size).toBeGreaterThanOrEqual(least[at] ?? 0);
          if (at !== index && at !== index + 1) expect(size).toBe(before[at]);
        });
      },
    ),
  );
});

test('a stored share cannot hide a pane', () => {
  expect([clampShare(-3), clampShare(50), clampShare(400)]).toEqual([1, 50, 99]);
});
