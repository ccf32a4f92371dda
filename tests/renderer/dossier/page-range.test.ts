import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coversRange, widenRange } from '../../../renderer/features/dossier/preview/page-range.ts';

const range = fc
  .tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 12 }))
  .map(([from, more]) => ({ from, to: from + more }));

describe('the pages a preview paints', () => {
  it('hold those in sight, and those that a little scrolling brings', () => {
    fc.assert(
      fc.property(range, fc.integer({ min: 1, max: 400 }), (sight, pageCount) => {
        const painted = widenRange(sight);
        for (const by of [-2, -1, 0, 1, 2])
          expect(coversRange(painted, { from: sight.from + by, to: sight.to + by }, pageCount)).toBe(true);
      }),
    );
  });

  it('are asked for again once a page in sight is not among them', () => {
    expect(coversRange({ from: 4, to: 9 }, { from: 9, to: 10 }, 30)).toBe(false);
    expect(coversRange({ from: 4, to: 9 }, { from: 3, to: 5 }, 30)).toBe(false);
  });

  it('need no pages that the document does not have', () => {
    expect(coversRange({ from: 4, to: 9 }, { from: 9, to: 12 }, 9)).toBe(true);
    expect(coversRange({ from: 1, to: 6 }, { from: 20, to: 24 }, 9)).toBe(true);
  });
});
