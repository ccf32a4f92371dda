import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cutLongRange,
  type Decoration,
  splitText,
} from '../../../../renderer/features/reader/text/split-text.ts';

const mark = (start: number, end: number, id = ''): Decoration => ({ kind: 'excerpt', id, start, end });

test('cuts where marks begin and end, also where they overlap', () => {
  const pieces = splitText({ start: 0, end: 10 }, [mark(2, 6, 'a'), mark(4, 8, 'b')]);
  expect(
    pieces.map(({ start, end, decorations }) => [start, end, decorations.map(({ id }) => id).join()]),
  ).toEqual([
    [0, 2, ''],
    [2, 4, 'a'],
    [4, 6, 'a,b'],
    [6, 8, 'b'],
    [8, 10, ''],
  ]);
});

test('the pieces make up the range, and each has exactly the marks that lie on it', () => {
  const ranges = fc.tuple(fc.nat(50), fc.nat(50)).map(([a, b]) => mark(Math.min(a, b), Math.max(a, b)));
  fc.assert(
    fc.property(
      fc.array(ranges, { maxLength: 8 }),
      fc.nat(20),
      fc.integer({ min: 1, max: 30 }),
      (marks, from, size) => {
        const range = { start: from, end: from + size };
        const pieces = splitText(range, marks);
        expect(pieces[0]?.start).toBe(range.start);
        expect(pieces.at(-1)?.end).toBe(range.end);
        pieces.forEach((piece, i) => {
          if (i > 0) expect(piece.start).toBe(pieces[i - 1]!.end);
          for (let offset = piece.start; offset < piece.end; offset++) {
            const here = marks.filter(({ start, end }) => start <= offset && offset < end);
            expect(piece.decorations).toEqual(here);
          }
        });
      },
    ),
  );
});

test('cuts a long text at line ends, else after blanks, never inside a character', () => {
  const text = `${'palabra '.repeat(40)}\n${'😀'.repeat(100)}`;
  const parts = cutLongRange(text, { start: 0, end: text.length }, 51);
  expect(parts.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
  for (const { start, end } of parts) {
    expect(end - start).toBeLessThanOrEqual(52);
    expect(text.slice(start, end).isWellFormed()).toBe(true);
  }
});
