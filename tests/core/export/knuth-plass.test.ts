import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BOX,
  type BreakItems,
  breakLines,
  FORCED,
  GLUE,
  PENALTY,
} from '../../../electron/core/export/layout/knuth-plass.ts';
import { tried } from '../../helpers/property-runs.ts';

const JUSTIFIED = { tolerance: 100, lineStretch: 20, mayOverflow: true };

function itemsOf(words: number[], space = 3): BreakItems {
  const items: BreakItems = { kind: [], width: [], stretch: [], shrink: [], penalty: [], flagged: [] };
  const push = (kind: number, width: number, stretch: number, shrink: number, penalty: number) => {
    items.kind.push(kind);
    items.width.push(width);
    items.stretch.push(stretch);
    items.shrink.push(shrink);
    items.penalty.push(penalty);
    items.flagged.push(false);
  };
  words.forEach((width, index) => {
    if (index > 0) push(GLUE, space, space / 2, space / 4, 0);
    push(BOX, width, 0, 0, 0);
  });
  push(PENALTY, 0, 0, 0, FORCED);
  return items;
}

function minimalWidth(items: BreakItems, start: number, end: number): number {
  let width = 0;
  for (let i = start; i < end; i++) width += items.width[i]! - items.shrink[i]!;
  return width;
}

describe('breakLines', () => {
  it('keeps every word, in order, and overfills no line', () => {
    const words = fc.array(fc.double({ min: 1, max: 90, noNaN: true }), { minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(words, fc.double({ min: 90, max: 400, noNaN: true }), (widths, lineWidth) => {
        const items = itemsOf(widths);
        const lines = breakLines(items, lineWidth, JUSTIFIED);
        expect(lines).not.toBeNull();
        const boxes = lines!.flatMap(({ start, end }) =>
          Array.from({ length: end - start }, (_, i) => start + i).filter(i => items.kind[i] === BOX),
        );
        expect(boxes.map(i => items.width[i])).toEqual(widths);
        for (const { start, end } of lines!) {
          expect(minimalWidth(items, start, end)).toBeLessThanOrEqual(lineWidth + 1e-3);
        }
      }),
      tried(300),
    );
  });

  it('chooses evenly filled lines over a full first line and a loose second', () => {
    const lines = breakLines(itemsOf([30, 30, 30, 30, 30, 66]), 100, JUSTIFIED)!;
    expect(lines.length).toBe(3);
    expect(lines.at(-1)!.end).toBe(11);
  });

  it('gives up when the tolerance allows no solution', () => {
    expect(
      breakLines(itemsOf([60, 60, 60]), 100, { tolerance: 1, lineStretch: 0, mayOverflow: false }),
    ).toBeNull();
  });
});
