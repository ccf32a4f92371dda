import { expect, test } from 'vitest';
import { locateQuote } from '../../../electron/core/dossier/locate-quote.ts';
import type { PageLayout } from '../../../shared/model/page.ts';

const layout: PageLayout = {
  kind: 'fixed',
  width: 600,
  height: 800,
  runs: [
    { start: 10, end: 20, x: 50, y: 120, width: 100, height: 12 },
    { start: 0, end: 5, x: 50, y: 100, width: 50, height: 12 },
    { start: 5, end: 10, x: 105, y: 101, width: 50, height: 10 },
  ],
};

test('a passage has a box for each of its lines, as wide as its words', () => {
  expect(locateQuote(layout, 2, 14)).toEqual([
    { x: 70, y: 100, width: 85, height: 12 },
    { x: 50, y: 120, width: 40, height: 12 },
  ]);
  expect(locateQuote(layout, 15, 20)).toEqual([{ x: 100, y: 120, width: 50, height: 12 }]);
});

test('what no run shows, or no fixed line, has no box', () => {
  expect(locateQuote(layout, 20, 30)).toEqual([]);
  expect(locateQuote({ kind: 'flow', blocks: [] }, 0, 5)).toEqual([]);
});

test('columns side by side are lines of their own', () => {
  const columns: PageLayout = {
    ...layout,
    runs: [
      { start: 0, end: 5, x: 300, y: 100, width: 50, height: 12 },
      { start: 5, end: 10, x: 50, y: 100, width: 50, height: 12 },
    ],
  };
  expect(locateQuote(columns, 0, 10).map(box => box.x)).toEqual([300, 50]);
});
