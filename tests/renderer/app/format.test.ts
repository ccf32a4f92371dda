import { expect, test } from 'vitest';
import { foldText } from '../../../renderer/app/fold-text.ts';
import { formatBytes, formatDay, formatMoment } from '../../../renderer/app/format.ts';

test('sizes are written in the unit that fits', () => {
  expect(formatBytes(0, 'en-GB')).toBe('0 bytes');
  expect(formatBytes(999, 'en-GB')).toBe('999 bytes');
  expect(formatBytes(1000, 'en-GB')).toBe('1 kB');
  expect(formatBytes(4_250_000, 'en-GB')).toBe('4.3 MB');
  expect(formatBytes(5e12, 'en-GB')).toBe('5,000 GB');
});

test('moments that are none are left empty', () => {
  expect(formatMoment('', 'es-PE')).toBe('');
  expect(formatDay('nunca', 'es-PE')).toBe('');
  expect(formatDay('2026-11-22T12:00:00.000Z', 'en-GB')).toBe('22 Nov 2026');
});

test('filters look past accents and case', () => {
  expect(foldText('Órgano de SEÑALES')).toBe('organo de senales');
});
