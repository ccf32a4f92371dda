import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offsetAtPoint } from '../../../../renderer/features/reader/fixed/hit-test.ts';
import { describeGeometry } from '../../../../renderer/features/reader/fixed/page-lines.ts';
import {
  computeOffsets,
  pageAtOffset,
  pagesBetween,
} from '../../../../renderer/features/reader/fixed/page-offsets.ts';
import { caretRect, rangeRects } from '../../../../renderer/features/reader/fixed/range-rects.ts';
import { offsetToX, xToOffset } from '../../../../renderer/features/reader/fixed/run-advances.ts';
import { countLetters, line } from '../build-pages.ts';

const columns = 'Encabezado de la página\nizquierda uno\ncorta\nizquierda tres\nderecha uno\nderecha dos';
const page = {
  text: columns,
  runs: [
    line(columns, 'Encabezado de la página', 50, 20),
    line(columns, 'izquierda uno', 50, 60),
    line(columns, 'corta', 50, 75),
    line(columns, 'izquierda tres', 50, 90),
    line(columns, 'derecha uno', 300, 60),
    line(columns, 'derecha dos', 300, 75),
  ],
};
const hit = (x: number, y: number) => offsetAtPoint(page, x, y, countLetters);
const endOf = (words: string) => columns.indexOf(words) + words.length;

test('groups runs on one height into a line, and columns into regions', () => {
  const text = 'nota 1 al pie\notra';
  const runs = [
    line(text, 'nota ', 50, 60),
    { ...line(text, '1', 75, 57), height: 6 },
    line(text, ' al pie', 80, 60),
    line(text, 'otra', 50, 75),
  ];
  const geometry = describeGeometry(runs);
  expect(geometry.lines.map(({ start, end }) => text.slice(start, end))).toEqual(['nota 1 al pie', 'otra']);
  expect(describeGeometry(page.runs).regions.map(({ lines }) => lines.length)).toEqual([4, 2]);
});

test('a point in a line is the nearest edge of a character', () => {
  expect(hit(50, 65)).toBe(columns.indexOf('izquierda uno'));
  expect(hit(50 + 5 * 3 + 1, 65)).toBe(columns.indexOf('izquierda uno') + 3);
  expect(hit(50 + 5 * 3 + 4, 65)).toBe(columns.indexOf('izquierda uno') + 4);
});

test('a point beside a short line is its end, and beyond the page its first or last place', () => {
  expect(hit(110, 80)).toBe(endOf('corta'));
  expect(hit(420, 80)).toBe(endOf('derecha dos'));
  expect(hit(-100, -100)).toBe(0);
  expect(hit(60, 900)).toBe(columns.indexOf('izquierda tres') + 2);
});

test('a point between two columns belongs to the nearer one', () => {
  expect(hit(290, 78)).toBe(columns.indexOf('derecha dos'));
  expect(hit(130, 63)).toBe(endOf('izquierda uno'));
});

test('a page without text has one place', () => {
  expect(offsetAtPoint({ text: '', runs: [] }, 10, 10, countLetters)).toBe(0);
  expect(caretRect({ text: '', runs: [] }, 0, countLetters)).toBeNull();
});

test('a range has one rectangle a line, cut at its ends', () => {
  const start = columns.indexOf('uno');
  const rects = rangeRects(page, { start, end: columns.indexOf('corta') + 2 }, countLetters);
  expect(rects).toEqual([
    { x: 100, y: 60, width: 15, height: 10 },
    { x: 50, y: 75, width: 10, height: 10 },
  ]);
  expect(rangeRects(page, { start: 0, end: columns.length }, countLetters)).toHaveLength(6);
});

test('the caret stands at the beginning of the next line rather than after a line end', () => {
  expect(caretRect(page, columns.indexOf('corta'), countLetters)).toEqual({
    x: 50,
    y: 75,
    width: 0,
    height: 10,
  });
  expect(caretRect(page, columns.length, countLetters)).toEqual({ x: 355, y: 75, width: 0, height: 10 });
});

test('an offset and the x it is drawn at name each other, and no place is inside a character', () => {
  const signs = fc.array(fc.constantFrom('a', 'W', 'ñ', '😀', ' ', '.'), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(signs, fc.double({ min: -20, max: 300, noNaN: true }), (list, x) => {
      const text = list.join('');
      const run = { start: 0, end: text.length, x: 10, y: 0, width: 200, height: 10 };
      const offset = xToOffset(text, run, x, countLetters);
      expect(text.slice(0, offset).isWellFormed()).toBe(true);
      expect(xToOffset(text, run, offsetToX(text, run, offset, countLetters), countLetters)).toBe(offset);
    }),
  );
});

test('finds pages in a column', () => {
  const offsets = computeOffsets([100, 200.4, 50], 10);
  expect([...offsets]).toEqual([10, 120, 330, 390]);
  expect([-5, 10, 115, 120, 329, 330, 1000].map(y => pageAtOffset(offsets, y))).toEqual([
    0, 0, 0, 1, 1, 2, 2,
  ]);
  expect(pagesBetween(offsets, 50, 340)).toEqual([0, 2]);
});
