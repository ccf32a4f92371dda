import { expect, test } from 'vitest';
import { fitPercent, stepZoom } from '../../../../renderer/features/reader/view/zoom.ts';

test('steps through the sizes and stays within them', () => {
  expect(stepZoom(100, 1)).toBe(110);
  expect(stepZoom(100, -1)).toBe(90);
  expect(stepZoom(84, 1)).toBe(90);
  expect(stepZoom(84, -1)).toBe(80);
  expect(stepZoom(300, 1)).toBe(300);
  expect(stepZoom(50, -1)).toBe(50);
});

test('fits the widest page to the width, within the limits', () => {
  expect(fitPercent(595 * (96 / 72), 595)).toBe(100);
  expect(fitPercent(10_000, 595)).toBe(300);
  expect(fitPercent(100, 595)).toBe(50);
  expect(fitPercent(0, 595)).toBe(100);
});
