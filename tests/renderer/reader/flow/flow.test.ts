// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { placeOfPoint, pointOfOffset } from '../../../../renderer/features/reader/flow/flow-dom.ts';
import { itemAtPlace, listFlowItems } from '../../../../renderer/features/reader/flow/flow-items.ts';
import { splitCells } from '../../../../renderer/features/reader/flow/split-cells.ts';
import type { Page } from '../../../../shared/model/page.ts';

const text = 'Título\nUn párrafo largo.\nPaís | Año | Valor';
const page: Page = {
  index: 0,
  label: null,
  text,
  layout: {
    kind: 'flow',
    blocks: [
      { kind: 'heading', level: 1, start: 0, end: 6 },
      { kind: 'paragraph', level: 0, start: 7, end: 24 },
      { kind: 'tableRow', level: 0, start: 25, end: text.length },
    ],
  },
};

test('lists the blocks and finds the one that holds a place', () => {
  const items = listFlowItems([page]);
  expect(items.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'tableRow']);
  const at = (offset: number) => itemAtPlace(items, { page: 0, offset });
  expect([0, 5, 6, 7, 24, 25, 99].map(at)).toEqual([0, 0, 0, 1, 1, 2, 2]);
});

test('cuts a very long block into parts that make it up', () => {
  const long = 'palabra '.repeat(30_000);
  const blocks = [{ kind: 'paragraph' as const, level: 0, start: 0, end: long.length }];
  const items = listFlowItems([{ ...page, text: long, layout: { kind: 'flow', blocks } }]);
  expect(items.length).toBeGreaterThan(50);
  expect(items.map(({ start, end }) => long.slice(start, end)).join('')).toBe(long);
  expect(items.filter(({ isFirst }) => isFirst)).toHaveLength(1);
});

test('parts the cells of a row and keeps what stands between them', () => {
  const row = { text, start: 25, end: text.length };
  const cells = splitCells(row);
  expect(cells.map(({ cell }) => text.slice(cell.start, cell.end))).toEqual(['País', 'Año', 'Valor']);
  const ranges = cells.flatMap(({ cell, separator }) => (separator ? [cell, separator] : [cell]));
  expect(ranges.map(({ start, end }) => text.slice(start, end)).join('')).toBe('País | Año | Valor');
});

test('every offset of a drawn block and its DOM point name each other', () => {
  const items = listFlowItems([page]);
  const block = document.createElement('div');
  block.dataset.item = '1';
  for (const [start, end] of [
    [7, 10],
    [10, 18],
    [18, 24],
  ] as const) {
    const piece = document.createElement('span');
    piece.dataset.start = String(start);
    piece.textContent = text.slice(start, end);
    block.append(piece);
  }
  for (let offset = 7; offset <= 24; offset++) {
    const point = pointOfOffset(block, offset)!;
    expect(placeOfPoint(point.node, point.offset, items)).toEqual({ page: 0, offset });
  }
  expect(placeOfPoint(document.createElement('p'), 0, items)).toBeNull();
});
